import { describeAmount, list, pluralOf } from '@mktorg/model';
import type { ReviewBody, ReviewedChange, ReviewedEffects, ReviewedFinding } from './document.ts';
import { mergersIn } from './headline-mergers.ts';
import { areApart, mostNames, namesOf, type Subject } from './headline-names.ts';
import { count, name, type Phrase } from './phrase.ts';
import { sayKindOf, sayKinds } from './said.ts';

/**
 * A review in three sentences for whoever reads no further: what happens to whom, what follows from it, and what it
 * risks. Nothing where nothing is different.
 */
export function headlineOf(body: ReviewBody): readonly Phrase[] {
  const { changes, effects } = body;
  const sentences: readonly (readonly [label: string, parts: readonly string[]])[] = [
    ['What happens', changes.length === 0 ? [] : whatHappens(changes, effects)],
    ['What follows', whatFollows(effects)],
    ['What it risks', changes.length === 0 && body.findings.new.length === 0 ? [] : whatItRisks(body)],
  ];
  return sentences.flatMap(([label, parts]) =>
    parts.length === 0 ? [] : [[name(`${label}:`), ` ${parts.join('; ')}.`]],
  );
}

/** Teams that move, come or go, who leads, roles, people, and what else goes. */
function whatHappens(changes: readonly ReviewedChange[], effects: ReviewedEffects): readonly string[] {
  const all = changes.flatMap(withInside);
  const those = (kind: string, ...ways: readonly ReviewedChange['change'][]): readonly ReviewedChange[] =>
    all.filter((each) => each.kind === kind && ways.includes(each.change));
  const { said: mergers, wentAlong } = mergersIn(all);
  const onTheirOwn = (kind: string): readonly ReviewedChange[] =>
    those(kind, 'moved').filter((each) => !wentAlong.has(each));
  const moved = onTheirOwn('team');
  // Of a team that moves alone, that is told with it.
  const led = changes.filter((each) => leadOf(each) !== undefined && (moved.length > 1 || each !== moved[0]));
  const unseated = effects.reseated.filter(({ after }) => after.length === 0);
  const reseated = effects.reseated.filter(({ after }) => after.length > 0);
  const happens = [
    ...moves(moved),
    ...somebody(those('team', 'added'), 'is new', 'are new', 'teams'),
    ...somebody(those('team', 'removed'), 'goes', 'go', 'teams'),
    ...mergers,
    ...newLeads(led),
    ...rolesThat(those('role', 'added'), those('role', 'removed'), onTheirOwn('role')),
    ...somebody(effects.left, 'leaves', 'leave'),
    ...somebody(effects.joined, 'joins', 'join'),
    ...somebody(unseated, 'has no seat any more', 'have no seat any more'),
    ...somebody(reseated, 'changes seats', 'change seats'),
    ...somebody(those('platform', 'added'), 'is new', 'are new', 'platforms'),
    ...somebody(those('platform', 'removed'), 'goes', 'go', 'platforms'),
    ...somebody(changes.filter(isReowned), 'changes owner', 'change owners', 'platforms'),
  ];
  return happens.length > 0 ? happens : whatElseHappens(changes);
}

/** What comes, goes and moves of all other kinds, and of what something else is said. */
function whatElseHappens(changes: readonly ReviewedChange[]): readonly string[] {
  const { come = [], go = [], move = [], ...said } = Object.groupBy(changes, wayOf);
  const ways = [
    ...some(come, 'is new', 'are new'),
    ...some(go, 'goes', 'go'),
    ...some(move, 'moves', 'move'),
    ...(said.more ? [`something else is said of ${subjectsOf(said.more)}`] : []),
  ];
  if (ways.length > 0 || !said.words) return ways;
  return [`titles or wording of ${subjectsOf(said.words)} change, and nothing else`];
}

function wayOf({ change, tier }: ReviewedChange): 'come' | 'go' | 'move' | 'more' | 'words' {
  if (change === 'added') return 'come';
  if (change === 'removed' || change === 'merged') return 'go';
  if (change === 'moved') return 'move';
  return tier === 'descriptive' ? 'words' : 'more';
}

/** `the committee Brand Council is new`, `2 partners and 3 steps go`. */
function some(changes: readonly ReviewedChange[], one: string, many: string): readonly string[] {
  const [first] = changes;
  if (!first) return [];
  const verb = changes.length === 1 ? one : many;
  if (changes.length > mostNames) return [`${subjectsOf(changes)} ${verb}`];
  const kinds = [...Map.groupBy(changes, ({ kind }) => kind)];
  const named = kinds.map(([kind, own]) => {
    const noun = sayKindOf(kind);
    return `the ${own.length === 1 ? noun : pluralOf(noun)} ${namesOf(own)}`;
  });
  return [`${list(named, 'and')} ${verb}`];
}

/** Few by their names, many by their kinds. */
function subjectsOf(changes: readonly ReviewedChange[]): string {
  if (changes.length <= mostNames) return namesOf(changes);
  const kinds = [...Map.groupBy(changes, ({ kind }) => kind)];
  return list(
    kinds.map(([kind, { length }]) => sayKinds(length, kind)),
    'and',
  );
}

function withInside(change: ReviewedChange): readonly ReviewedChange[] {
  return [change, ...(change.inside ?? []).flatMap(withInside)];
}

/** Who leads a team that somebody else led before. */
function leadOf({ kind, parts }: ReviewedChange): string | undefined {
  const part = kind === 'team' ? parts.find(({ field }) => field === 'lead') : undefined;
  return part && part.minus.length > 0 ? part.plus[0] : undefined;
}

/** `Growth is led by Head of Growth`. */
function newLeads(led: readonly ReviewedChange[]): readonly string[] {
  const [only, ...others] = led;
  if (only && others.length === 0) return [`${namesOf([only])} is led by ${leadOf(only)}`];
  return somebody(led, '', 'have another lead', 'teams');
}

function isReowned({ kind, parts }: ReviewedChange): boolean {
  return (
    kind === 'platform' &&
    parts.some(({ field, minus, plus }) => field === 'owner' && minus.length > 0 && plus.length > 0)
  );
}

/** `Content moves from Brand to Growth Marketing with 4 seats, led by Head of Content`. */
function moves(moved: readonly ReviewedChange[]): readonly string[] {
  const [first, ...others] = moved;
  if (!first) return [];
  const seats = moved.reduce((sum, each) => sum + (each.seats ?? 0), 0);
  const along = seats > 0 ? ` with ${sayKinds(seats, 'seat')}` : '';
  const placesOf = ({ parts }: ReviewedChange): { readonly from: string; readonly to: string } => {
    const { minus = [], plus = [] } = parts.find(({ field }) => field === 'parent') ?? {};
    return { from: minus.join(), to: plus.join() };
  };
  const { from, to } = placesOf(first);
  if (others.length === 0) {
    const lead = leadOf(first);
    return [
      `${first.name} moves from ${from} to ${to}${along}${lead === undefined ? '' : `, led by ${lead}`}`,
    ];
  }
  const together = others.every((each) => placesOf(each).to === to) ? ` to ${to}` : '';
  return somebody(moved, '', `move${together}${along}`, 'teams');
}

/** `the role Writer goes`; `3 roles come, 1 goes and 2 move`. */
function rolesThat(
  come: readonly ReviewedChange[],
  go: readonly ReviewedChange[],
  move: readonly ReviewedChange[],
): readonly string[] {
  const ways = [
    { list: come, one: 'comes', many: 'come' },
    { list: go, one: 'goes', many: 'go' },
    { list: move, one: 'moves', many: 'move' },
  ].filter(({ list }) => list.length > 0);
  const number = come.length + go.length + move.length;
  if (number <= mostNames)
    return ways.map(({ list, one, many }) =>
      list.length === 1 ? `the role ${namesOf(list)} ${one}` : `the roles ${namesOf(list)} ${many}`,
    );
  const parts = ways.map(
    ({ list, one, many }, index) =>
      `${index === 0 ? sayKinds(list.length, 'role') : count(list.length)} ${list.length === 1 ? one : many}`,
  );
  return [list(parts, 'and')];
}

function whatFollows(effects: ReviewedEffects): readonly string[] {
  const { reporting, vacancies, spans, totals, currency = '', operatingModel: model } = effects;
  const lines = reporting.reduce((sum, { roles }) => sum + roles.length, 0);
  const vacant = vacancies.reduce((sum, { before, after }) => sum + Math.max(0, after - before), 0);
  // Whoever had no reports before leads something now, which is told as such.
  const [widest] = spans
    .filter(({ before }) => before > 0)
    .sort((a, b) => b.after - b.before - a.after + a.before);
  const { seats, cost } = totals;
  const difference = cost ? cost.after - cost.before : 0;
  return [
    ...(lines > 0
      ? [`${sayKinds(lines, 'role')} ${lines === 1 ? 'reports' : 'report'} to somebody else`]
      : []),
    ...(widest && widest.after - widest.before >= muchWider
      ? [
          `${widest.called ?? widest.name} has ${count(widest.after)} direct reports instead of ${count(widest.before)}`,
        ]
      : []),
    ...(vacant > 0 ? [`${sayKinds(vacant, 'seat')} ${vacant === 1 ? 'is' : 'are'} newly vacant`] : []),
    ...(seats && seats.before !== seats.after
      ? [`the organization has ${sayKinds(seats.after, 'seat')} instead of ${count(seats.before)}`]
      : []),
    ...(difference === 0
      ? []
      : [
          `seats cost ${`${describeAmount(Math.abs(difference))} ${currency}`.trim()} ${difference < 0 ? 'less' : 'more'} a year`,
        ]),
    ...(model && model.before !== model.after
      ? [`the operating model is ${model.after ?? 'undecided'} instead of ${model.before ?? 'undecided'}`]
      : []),
  ];
}

/** A span that grows by so many is worth a sentence. */
const muchWider = 3;

function whatItRisks({ unread, refused = [], effects, findings }: ReviewBody): readonly string[] {
  const without = (what: 'owner' | 'users') => effects.platforms.filter(({ lost }) => lost.includes(what));
  const risks = [
    ...(unread.length > 0 ? ['not all could be read'] : []),
    ...(refused.length > 0 ? [`refused by ${sayKinds(refused.length, 'guard')}`] : []),
    ...somebody(without('owner'), 'is left without an owner', 'are left without an owner', 'platforms'),
    ...somebody(without('users'), 'is left without users', 'are left without users', 'platforms'),
    ...(findings.new.length > 0 ? [newFindings(findings.new)] : ['no new finding']),
  ];
  const { accepted = [], fixed } = findings;
  const settled = (list: readonly ReviewedFinding[], how: string): readonly string[] =>
    list.length === 0
      ? []
      : [`${sayKinds(list.length, 'finding')} ${list.length === 1 ? 'is' : 'are'} ${how}`];
  return [...risks, ...settled(accepted, 'accepted without being mended'), ...settled(fixed, 'fixed')];
}

/** `2 new findings: 1 error, 1 warning`. */
function newFindings(findings: readonly ReviewedFinding[]): string {
  const counts = new Map<string, number>();
  for (const { severity } of findings) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  const [only] = counts.keys();
  if (only !== undefined && counts.size === 1) {
    const noun = only === 'info' ? 'finding' : only;
    return `${count(findings.length)} new ${noun}${findings.length === 1 ? '' : 's'}`;
  }
  const each = ['error', 'warning', 'info'].flatMap((severity) => {
    const number = counts.get(severity) ?? 0;
    return number === 0
      ? []
      : [severity === 'info' ? `${number} for information` : sayKinds(number, severity)];
  });
  return `${count(findings.length)} new findings (${each.join(', ')})`;
}

/** Few by their names, many and such as nothing tells apart by their number. */
function somebody(who: readonly Subject[], one: string, many: string, all = 'people'): readonly string[] {
  if (who.length === 0) return [];
  const isNamed = who.length <= mostNames && areApart(who);
  const names = isNamed ? namesOf(who) : `${count(who.length)} ${all}`;
  return [`${names} ${who.length === 1 ? one : many}`];
}
