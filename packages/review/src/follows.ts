import { describeAmount, type Shift } from '@mktorg/model';
import type { Named, ReviewedEffects } from './document.ts';
import { count, fresh, gathered, listed, name, type Phrase, quiet, shift } from './phrase.ts';

/** What follows from the changes, of one kind: reporting lines, spans, people. */
export interface Consequences {
  /** `Reporting lines`. */
  readonly title: string;
  /** The gravest first. */
  readonly lines: readonly Phrase[];
}

/** What the changes lead to without a line of text that says so. Groups without a line are not in it. */
export function consequencesOf(effects: ReviewedEffects): readonly Consequences[] {
  const groups: readonly Consequences[] = [
    { title: 'Reporting lines', lines: effects.reporting.map(reportingLine) },
    { title: 'Direct reports', lines: byShift(effects.spans).map(span) },
    { title: 'People', lines: people(effects) },
    { title: 'Vacancies', lines: byShift(effects.vacancies).map(vacancy) },
    { title: 'Teams', lines: teams(effects) },
    { title: 'Platforms', lines: platforms(effects) },
    { title: 'Handoffs', lines: byShift(effects.processes).map(process) },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

/** Those who report to somebody else, together where from and to are the same. */
function reportingLine({ from, to, roles }: ReviewedEffects['reporting'][number]): Phrase {
  const [was, is] = [from?.name ?? 'nobody', to?.name ?? 'nobody'];
  const line = shift(was, was === is ? `another ${is}` : is);
  const names = gathered(roles.map((role) => role.name));
  if (roles.length === 1) return [name(names.join()), ': ', ...line];
  return [name(`${count(roles.length)} roles`), ': ', ...line, quiet(` (${listed(names, 4)})`)];
}

function span({ name: role, before, after }: Named & Shift): Phrase {
  return [name(role), ' ', ...shift(count(before), count(after))];
}

function people({ joined, left, reseated }: ReviewedEffects): readonly Phrase[] {
  const as = (seats: readonly string[]): string =>
    seats.length === 0 ? 'no seat' : gathered(seats).join(' and ');
  const line =
    (verb: string) =>
    ({ name: who, seats }: (typeof joined)[number]): Phrase => [
      name(who),
      seats.length === 0 ? ` ${verb}` : ` ${verb} as ${as(seats)}`,
    ];
  return [
    ...joined.map(line('joins')),
    ...left.map(line('leaves')),
    ...reseated.map(({ name: who, before, after }): Phrase => {
      const [was, is] = [as(before), as(after)];
      return [name(who), ': ', ...shift(was, was === is ? `another seat as ${is}` : is)];
    }),
  ];
}

function vacancy({ name: role, before, after, change }: ReviewedEffects['vacancies'][number]): Phrase {
  const subject = name(role);
  if (change === 'removed') return [subject, ' is removed while vacant'];
  if (after === 0) return [subject, ' has no vacancy any more'];
  if (before > 0) return [subject, ' ', ...shift(count(before), count(after)), ' vacant seats'];
  const seats = after === 1 ? 'vacant' : `vacant in ${count(after)} seats`;
  return [subject, change === 'added' ? ` is new, and ${seats}` : ` is ${seats}`];
}

function teams({ teams: all, currency = '' }: ReviewedEffects): readonly Phrase[] {
  const weight = ({ seats, cost }: (typeof all)[number]): number =>
    Math.abs(seats.after - seats.before) * 1e9 + Math.abs(cost.after - cost.before);
  return [...all]
    .sort((a, b) => weight(b) - weight(a))
    .map(({ name: team, seats, fte, cost }) => {
      const parts: Phrase[] = [];
      if (seats.before !== seats.after)
        parts.push([...shift(count(seats.before), count(seats.after)), ' seats']);
      else if (fte.before !== fte.after) parts.push([...shift(count(fte.before), count(fte.after)), ' FTE']);
      const difference = cost.after - cost.before;
      if (difference !== 0) {
        const amount = `${difference < 0 ? '−' : '+'}${describeAmount(Math.abs(difference))} ${currency}`;
        parts.push([fresh(amount.trim()), ' a year']);
      }
      return [name(team), ' ', ...parts.flatMap((part, index) => (index > 0 ? [', ', ...part] : part))];
    });
}

function platforms({ platforms: all }: ReviewedEffects): readonly Phrase[] {
  const said = (what: readonly string[]): string =>
    what.map((each) => (each === 'owner' ? 'an owner' : each)).join(' and ');
  return [...all]
    .sort((a, b) => b.lost.length - a.lost.length)
    .flatMap(({ name: platform, lost, gained }) => {
      const lines: Phrase[] = [];
      if (lost.length > 0) lines.push([name(platform), ` is left without ${said(lost)}`]);
      if (gained.length > 0) lines.push([name(platform), ` has ${said(gained)} now`]);
      return lines;
    });
}

function process({ name: which, before, after, hours }: ReviewedEffects['processes'][number]): Phrase {
  const time: Phrase =
    hours.before === hours.after ? [] : [', ', ...shift(inTime(hours.before), inTime(hours.after))];
  const number: Phrase = before === after ? [quiet(count(after))] : shift(count(before), count(after));
  return [name(which), ' ', ...number, after === 1 && before === 1 ? ' handoff' : ' handoffs', ...time];
}

function inTime(hours: number): string {
  if (hours === 0) return 'no time stated';
  return hours < 48 ? `${count(hours)} h` : `${count(Math.round(hours / 2.4) / 10)} days`;
}

function byShift<T extends Shift>(list: readonly T[]): readonly T[] {
  const size = ({ before, after }: Shift): number => Math.abs(after - before);
  return [...list].sort((a, b) => size(b) - size(a));
}
