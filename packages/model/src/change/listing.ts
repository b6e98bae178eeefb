import type { OrgModel } from '../model.ts';
import { kindOf, pathOf } from '../namesakes.ts';
import { orderedIn } from './diff.ts';
import { fieldsOf } from './fields.ts';
import { isOwn } from './match.ts';
import { keyOf, valuesOf } from './values.ts';

/**
 * All that an organization says, one fact a line, in an order that does not depend on the text: two organizations say
 * the same exactly where their facts are equal. For machines; people read the lines of `git diff` in words.
 */
export function factsOf(model: OrgModel): readonly string[] {
  const lines: string[] = [];
  for (const element of model.elements.values()) {
    if (!isOwn(element)) continue;
    const start = `${pathOf(element.id)} ${kindOf(element.id)}`;
    lines.push(start);
    for (const field of fieldsOf(element.kind)) {
      for (const value of valuesOf(element, field)) {
        lines.push(`${start} ${field.name} ${keyOf(value, (id) => id)}`);
      }
    }
    if (element.kind === 'process' || element.kind === 'plan') {
      lines.push(`${start} order ${JSON.stringify(orderedIn(model, element.id))}`);
    }
  }
  for (const rate of model.rates) lines.push(` rate ${keyOf(rate, (id) => id)}`);
  for (const setting of model.settings) lines.push(` rule ${keyOf(setting, (id) => id)}`);
  return lines.sort();
}
