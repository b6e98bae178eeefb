import type { ReviewBody, ReviewedChange, ReviewedEffects } from './document.ts';
import { count, name, type Phrase } from './phrase.ts';

/** A review in two sentences: how much there is to decide, and what that does to people and platforms. */
export function headlineOf({ changes, findings, refused = [], effects }: ReviewBody): readonly Phrase[] {
  const structural = changes.filter(({ tier }) => tier === 'structural').length;
  const others = changes.length - structural;
  const amounts = [
    ...(refused.length > 0 ? [`refused by a guard for ${counted(refused.length, 'reason')}`] : []),
    ...(structural > 0 ? [counted(structural, 'structural change')] : []),
    ...(others > 0 ? [counted(others, structural > 0 ? 'other' : 'change')] : []),
    ...(findings.new.length > 0 ? [counted(findings.new.length, 'new finding')] : []),
    ...(findings.fixed.length > 0 ? [`${counted(findings.fixed.length, 'finding')} fixed`] : []),
  ];
  const consequences = [...whatHappens(changes), ...consequencesIn(effects)];
  return [
    ...(amounts.length > 0 ? [[name(sentence(amounts, ', '))]] : []),
    ...(consequences.length > 0 ? [[sentence(consequences, '; ')]] : []),
  ];
}

/** Teams that move or go, and roles that go. */
function whatHappens(changes: readonly ReviewedChange[]): readonly string[] {
  const those = (kind: string, ...ways: readonly ReviewedChange['change'][]): readonly ReviewedChange[] =>
    changes.filter((each) => each.kind === kind && ways.includes(each.change));
  const moved = those('team', 'moved');
  const roles = those('role', 'removed').length;
  const target = ({ parts }: ReviewedChange): string | undefined =>
    parts.find(({ field }) => field === 'parent')?.plus[0];
  const [first] = moved;
  const together = first && moved.every((each) => target(each) === target(first)) ? target(first) : undefined;
  const to = together === undefined ? '' : ` to ${together}`;
  return [
    ...somebody(moved, `moves${to}`, `move${to}`, 'teams'),
    ...somebody(those('team', 'removed', 'merged'), 'goes', 'go', 'teams'),
    ...(roles > 0 ? [`${counted(roles, 'role')} ${roles === 1 ? 'goes' : 'go'}`] : []),
  ];
}

function consequencesIn(effects: ReviewedEffects): readonly string[] {
  const { left, joined, reseated, reporting, vacancies, platforms } = effects;
  const lines = reporting.reduce((sum, { roles }) => sum + roles.length, 0);
  const vacant = vacancies.reduce((sum, { before, after }) => sum + Math.max(0, after - before), 0);
  const bereft = platforms.filter(({ lost }) => lost.includes('owner'));
  return [
    ...somebody(left, 'leaves', 'leave'),
    ...somebody(joined, 'joins', 'join'),
    ...somebody(reseated, 'changes seats', 'change seats'),
    ...(lines > 0
      ? [`${counted(lines, 'role')} ${lines === 1 ? 'reports' : 'report'} to somebody else`]
      : []),
    ...(vacant > 0 ? [`${counted(vacant, 'seat')} ${vacant === 1 ? 'is' : 'are'} newly vacant`] : []),
    ...somebody(bereft, 'is left without an owner', 'are left without an owner', 'platforms'),
  ];
}

const mostNames = 2;

/** Few by their names, many by their number. */
function somebody(
  who: readonly { readonly name: string }[],
  one: string,
  many: string,
  all = 'people',
): readonly string[] {
  if (who.length === 0) return [];
  const names =
    who.length <= mostNames ? who.map((each) => each.name).join(' and ') : `${count(who.length)} ${all}`;
  return [`${names} ${who.length === 1 ? one : many}`];
}

function sentence(parts: readonly string[], between: string): string {
  const text = parts.join(between);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function counted(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
}
