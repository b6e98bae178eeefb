import type { OrgModel, PlanOutcome } from '@mktorg/model';
import { fieldOf, find, nameIn, sayField } from '@mktorg/model';
import type { Fact } from '../diagram.ts';
import { counted } from '../words.ts';
import { calledIn } from './said.ts';

/** So many are named; the others are counted. */
const most = 3;

/** The statements, of today or of an earlier phase, that name what goes in a phase: `1 statement names what is gone: Mail (owner A)`. */
export function lossFacts(today: OrgModel, { model, losses, lost }: PlanOutcome): readonly Fact[] {
  if (losses === 0) return [];
  const named = lost.slice(0, most).map(({ element, field, target }) => {
    const speaker = find(model, element);
    const known = speaker && fieldOf(speaker.kind, field);
    const statement = `${known ? sayField(known) : field} ${nameIn(today, target)}`;
    return `${calledIn(model, element)} (${statement})`;
  });
  const rest = losses - named.length;
  const all = [...named, ...(rest > 0 && named.length > 0 ? [`${rest} more`] : [])];
  const what = `${counted(losses, 'statement')} ${losses === 1 ? 'names' : 'name'} what is gone`;
  return [{ text: named.length === 0 ? what : `${what}: ${all.join(', ')}`, style: 'alert', most: 6 }];
}
