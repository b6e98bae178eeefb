import type { RuleSetting, Severity } from '@mktorg/model';
import type { RuleOption, RulesBlock } from '../generated/ast.ts';
import { type Lowering, placeOf, report, textOf } from './context.ts';
import { numberOf } from './values.ts';

const severities: readonly string[] = ['error', 'warning', 'info', 'off'] satisfies Severity[];

function isSeverity(word: string): word is Severity {
  return severities.includes(word);
}

export function settingsOf(ctx: Lowering, block: RulesBlock): RuleSetting[] {
  return (block.settings ?? []).flatMap((node): RuleSetting[] => {
    const rule: string | undefined = node.rule?.name;
    const word: string | undefined = node.severity?.text;
    if (!rule || !word) return [];
    if (!isSeverity(word)) {
      report(
        ctx,
        'integrity/unknown-word',
        placeOf(ctx, node.severity),
        `\`${word}\` is no severity. Write error, warning, info or off.`,
        { replacements: severities },
      );
      return [];
    }
    const because = textOf(ctx, node.because)?.value;
    const options: { [name: string]: number | string } = {};
    for (const option of node.options ?? []) {
      const value = optionValue(ctx, option);
      const name: string | undefined = option.name?.text;
      if (name && value !== undefined) options[name] = value;
    }
    return [
      { rule, severity: word, options, at: placeOf(ctx, node), ...(because !== undefined && { because }) },
    ];
  });
}

function optionValue(ctx: Lowering, option: RuleOption): number | string | undefined {
  const value: RuleOption['value'] | undefined = option.value;
  if (!value) return undefined;
  if (value.$type === 'Quantity') return numberOf(ctx, value)?.value;
  if (value.$type === 'Str') return textOf(ctx, value)?.value;
  return value.text;
}
