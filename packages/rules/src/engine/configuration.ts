import type { OrgModel, RuleSetting, Severity } from '@mktorg/model';
import type { Rule } from '../rule.ts';

/** What a model and the caller make of a rule. */
export interface Configuration {
  /** What the model sets; absent where it leaves the default. */
  readonly set?: Severity;
  readonly settings: RuleSetting['options'];
  /** Not asked for, or switched off. */
  readonly off: boolean;
}

/** Whether a model may switch the rule off and elements may allow its findings. */
export function isOptional(rule: { readonly id: string }): boolean {
  return !rule.id.startsWith('integrity/') && !rule.id.startsWith('settings/');
}

/**
 * Of several settings of one rule the last one counts. `only` holds ids and categories; integrity rules keep their
 * severity whatever the model says.
 */
export function configure(
  model: OrgModel,
  rules: readonly Rule[],
  only: readonly string[] | undefined,
): ReadonlyMap<string, Configuration> {
  const settings = new Map(model.settings.map((setting) => [setting.rule, setting]));
  const wanted = only && new Set(only);
  return new Map(
    rules.map((rule) => {
      const setting = settings.get(rule.id);
      const set = rule.category === 'integrity' ? undefined : setting?.severity;
      const asked = !wanted || wanted.has(rule.id) || wanted.has(rule.category);
      const off = !asked || (set ?? rule.severity) === 'off';
      return [rule.id, { settings: setting?.options ?? {}, off, ...(set && { set }) }];
    }),
  );
}
