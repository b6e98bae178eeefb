import { describeAmount, type Effects, type ElementId, type Shift } from '@mktorg/model';
import type { Named, ReviewedEffects } from './document.ts';
import { count, fresh, gathered, listed, type Marked, name, type Phrase, quiet, shift } from './phrase.ts';
import { bySize } from './team-totals.ts';

/** What follows from the changes, of one kind: reporting lines, spans, people. */
export interface Consequences {
  /** `Reporting lines`. */
  readonly title: string;
  /** The gravest first. */
  readonly lines: readonly Phrase[];
}

/** Who comes, goes and changes seats, with the ids of the seats, in the order in which the effects name them. */
export type SeatIds = Pick<Effects, 'joined' | 'left' | 'reseated'>;

/**
 * What the changes lead to without a line of text that says so. Groups without a line are not in it. The document of a
 * review has seats by their titles; with their ids, names of people lead to them.
 */
export function consequencesOf(effects: ReviewedEffects, ids?: SeatIds): readonly Consequences[] {
  const groups: readonly Consequences[] = [
    { title: 'People', lines: people(effects, ids) },
    { title: 'Reporting lines', lines: effects.reporting.map(reportingLine) },
    { title: 'Vacancies', lines: byShift(effects.vacancies).map(vacancy) },
    { title: 'Platforms', lines: platforms(effects) },
    { title: 'Direct reports', lines: byShift(effects.spans).map(span) },
    { title: 'Handoffs', lines: byShift(effects.processes).map(process) },
    { title: 'Teams', lines: teams(effects) },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

/** Those who report to somebody else, together where from and to are the same. */
function reportingLine({ from, to, roles }: ReviewedEffects['reporting'][number]): Phrase {
  const line = shift(from ? calledOf(from) : 'nobody', to ? calledOf(to) : 'nobody');
  const names = gathered(roles.map((role) => role.name));
  const [only, ...others] = roles;
  if (only && others.length === 0) return [nameOf(only), ': ', ...line];
  return [name(`${count(roles.length)} roles`, roles), ': ', ...line, quiet(` (${listed(names, 4)})`)];
}

function span(role: Named & Shift): Phrase {
  return [nameOf(role), ' ', ...shift(count(role.before), count(role.after))];
}

/** The name of an element, which it leads to. */
function nameOf(element: Named): Marked {
  const { id, name: text } = element;
  return name(calledOf(element), [{ id, name: text }]);
}

function calledOf({ name: text, called = text }: Named): string {
  return called;
}

function people({ joined, left, reseated }: ReviewedEffects, ids: SeatIds | undefined): readonly Phrase[] {
  const seated = (who: string, titles: readonly string[], seats: readonly ElementId[] | undefined): Marked =>
    name(
      who,
      seats?.map((id, index) => ({ id, name: titles[index] ?? id })),
    );
  const as = (seats: readonly string[]): string =>
    seats.length === 0 ? 'no seat' : gathered(seats).join(' and ');
  const line =
    (verb: string, known: SeatIds['joined'] | undefined) =>
    ({ name: who, seats }: (typeof joined)[number], index: number): Phrase => [
      seated(who, seats, known?.[index]?.seats),
      seats.length === 0 ? ` ${verb}` : ` ${verb} as ${as(seats)}`,
    ];
  return [
    ...left.map(line('leaves', ids?.left)),
    ...joined.map(line('joins', ids?.joined)),
    ...reseated.map(({ name: who, before, after }, index): Phrase => {
      const known = ids?.reseated[index];
      const subject =
        after.length > 0 ? seated(who, after, known?.after) : seated(who, before, known?.before);
      return [subject, ': ', ...shift(as(before), as(after))];
    }),
  ];
}

function vacancy(role: ReviewedEffects['vacancies'][number]): Phrase {
  const { before, after, change } = role;
  const subject = nameOf(role);
  if (change === 'removed') return [subject, ' is removed while vacant'];
  if (after === 0) return [subject, ' has no vacancy any more'];
  if (before > 0) return [subject, ' ', ...shift(count(before), count(after)), ' vacant seats'];
  const seats = after === 1 ? 'vacant' : `vacant in ${count(after)} seats`;
  return [subject, change === 'added' ? ` is new, and ${seats}` : ` is ${seats}`];
}

function teams({ teams: all, currency = '' }: ReviewedEffects): readonly Phrase[] {
  return bySize(all).map((team) => {
    const { seats, vacant, fte, cost } = team;
    const parts: Phrase[] = [];
    if (seats.before !== seats.after)
      parts.push([...shift(count(seats.before), count(seats.after)), ' seats']);
    else if (fte.before !== fte.after) parts.push([...shift(count(fte.before), count(fte.after)), ' FTE']);
    else if (vacant && vacant.before !== vacant.after)
      parts.push([...shift(count(vacant.before), count(vacant.after)), ' vacant']);
    const difference = cost.after - cost.before;
    if (difference !== 0) {
      const amount = `${difference < 0 ? '−' : '+'}${describeAmount(Math.abs(difference))} ${currency}`;
      parts.push([fresh(amount.trim()), ' a year']);
    }
    return [nameOf(team), ' ', ...parts.flatMap((part, index) => (index > 0 ? [', ', ...part] : part))];
  });
}

function platforms({ platforms: all }: ReviewedEffects): readonly Phrase[] {
  const said = (what: readonly string[]): string =>
    what.map((each) => (each === 'owner' ? 'an owner' : each)).join(' and ');
  return [...all]
    .sort((a, b) => b.lost.length - a.lost.length)
    .flatMap((platform) => {
      const { lost, gained } = platform;
      const lines: Phrase[] = [];
      if (lost.length > 0) lines.push([nameOf(platform), ` is left without ${said(lost)}`]);
      if (gained.length > 0) lines.push([nameOf(platform), ` has ${said(gained)} now`]);
      return lines;
    });
}

function process(which: ReviewedEffects['processes'][number]): Phrase {
  const { before, after, hours } = which;
  const time: Phrase = hours.before === hours.after ? [] : [', ', ...shift(...inTime(hours))];
  const number: Phrase = before === after ? [quiet(count(after))] : shift(count(before), count(after));
  return [nameOf(which), ' ', ...number, after === 1 && before === 1 ? ' handoff' : ' handoffs', ...time];
}

/** Both in one unit: days where neither is short, and where they differ in days. */
function inTime({ before, after }: Shift): readonly [before: string, after: string] {
  const days = (hours: number): number => Math.round(hours / 2.4) / 10;
  const stated = [before, after].filter((hours) => hours > 0);
  const inDays = Math.max(...stated) >= 48 && Math.min(...stated) >= 24 && days(before) !== days(after);
  const say = (hours: number): string => {
    if (hours === 0) return 'no time stated';
    if (!inDays) return `${count(hours)} h`;
    return `${count(days(hours))} ${days(hours) === 1 ? 'day' : 'days'}`;
  };
  return [say(before), say(after)];
}

function byShift<T extends Shift>(list: readonly T[]): readonly T[] {
  const size = ({ before, after }: Shift): number => Math.abs(after - before);
  return [...list].sort((a, b) => size(b) - size(a));
}
