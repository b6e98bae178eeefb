import { type Finding, rules } from '@mktorg/rules';

/** Rules whose findings come from reading the text, not from judging the model. No model makes them less than errors. */
const reported: ReadonlySet<string> = new Set(rules.filter((rule) => rule.reported).map(({ id }) => id));

/**
 * Whether the model could not be read as it is meant there. Nobody can accept that for the time being: what is accepted
 * would not be known.
 */
export function isTextError({ rule }: Finding): boolean {
  return reported.has(rule);
}
