import type { Money, OrgModel, SkillPoint } from '@mktorg/model';
import {
  categoryOf,
  costOf,
  currencyOf,
  describeAmount,
  headcount,
  inCurrency,
  label,
  layers,
  localityOf,
  operatingModel,
  statusOf,
} from '@mktorg/model';
import type { PhaseNote } from '../../options.ts';
import type { Fact } from '../diagram.ts';
import { counted } from '../words.ts';
import type { PartName } from './parts.ts';

export const plain = (text: string): Fact => ({ text, style: 'meta', most: 3 });
export const alert = (text: string): Fact => ({ text, style: 'alert', most: 3 });

/**
 * How much there is of a part, the most important first. Today says all; after a phase, what is another than before is
 * said with by how much, and of the rest only what comes first.
 */
export function standingOf(
  model: OrgModel,
  part: PartName,
  before: OrgModel | undefined,
  skills: readonly SkillPoint[],
): readonly Fact[] {
  if (part === 'skills') return skillFacts(skills);
  const now = sayings[part](model, before);
  if (!before)
    return [...now].map((text, i): Fact => (i === 0 ? { text, style: 'detail', most: 2 } : plain(text)));
  const then = new Set(sayings[part](before, undefined));
  const said = now.filter((text, i) => i === 0 || !then.has(text));
  return said.length === 0 ? [] : [plain(said.join(' · '))];
}

type Say = (model: OrgModel, before: OrgModel | undefined) => readonly string[];

const sayings: { readonly [part in Exclude<PartName, 'skills'>]: Say } = {
  structure: (model, before) => {
    const shift = shiftOf(model, before);
    const teams = (each: OrgModel): number => each.byKind.team.length;
    const local = model.byKind.team.filter(({ id }) => localityOf(model, id) === 'local').length;
    return [
      `${counted(teams(model), 'team')}${shift(teams)} in ${counted(layers(model), 'layer')}${shift(layers)}`,
      ...(local > 0 ? [`${teams(model) - local} central, ${local} local`] : []),
    ];
  },
  roles: (model, before) => {
    const shift = shiftOf(model, before);
    const roles = (each: OrgModel): number => each.byKind.role.length;
    const interims = model.byKind.role.filter(({ interim }) => interim).length;
    const covered = (each: OrgModel): number =>
      new Set(operatingModel(each).pairs.map(({ capability }) => capability.id)).size;
    return [
      `${counted(roles(model), 'role')}${shift(roles)}`,
      ...(covered(model) > 0
        ? [`${counted(covered(model), 'capability', 'capabilities')} covered${shift(covered)}`]
        : []),
      ...(interims > 0 ? [`${interims} interim`] : []),
    ];
  },
  martech: (model, before) => {
    const shift = shiftOf(model, before);
    const used = (each: OrgModel): number => inUse(each).length;
    const unowned = (each: OrgModel): number => inUse(each).filter(({ owner }) => !owner).length;
    const planned = model.byKind.platform.filter((each) => statusOf(each) === 'planned').length;
    const cost = platformCost(model);
    return [
      `${counted(used(model), 'platform')}${shift(used)}`,
      ...(planned > 0 ? [`${planned} planned`] : []),
      ...(unowned(model) > 0 ? [`${unowned(model)} without owner${shift(unowned)}`] : []),
      ...doubles(model),
      ...(cost ? [`${shortMoney(cost)}`] : []),
    ];
  },
};

function inUse({ byKind }: OrgModel): OrgModel['byKind']['platform'] {
  return byKind.platform.filter((platform) => !['retired', 'planned'].includes(statusOf(platform)));
}

/** Categories with the most platforms, where there are several of one. */
function doubles(model: OrgModel): readonly string[] {
  const kinds = Map.groupBy(inUse(model), (platform) => categoryOf(model, platform));
  const several = [...kinds].flatMap(([category, all]) =>
    category && all.length > 1 ? [{ name: label(category), count: all.length }] : [],
  );
  const most = several.sort((a, b) => b.count - a.count).slice(0, 2);
  return most.length === 0 ? [] : [most.map(({ name, count }) => `${name} ×${count}`).join(', ')];
}

function platformCost(model: OrgModel): Pick<Money, 'amount' | 'currency' | 'per'> | undefined {
  const currency = currencyOf(model);
  let amount = 0;
  for (const { cost } of inUse(model)) {
    amount += (cost && inCurrency(model, cost, currency)) ?? 0;
  }
  return amount > 0 ? { amount, currency, per: 'year' } : undefined;
}

function skillFacts(points: readonly SkillPoint[]): readonly Fact[] {
  const count = (of: SkillPoint['state']): number => points.filter(({ state }) => state === of).length;
  const [held, sourced, open] = [count('held'), count('sourced'), count('open')];
  const needed = held + sourced + open;
  if (needed === 0) return [];
  const said = [
    held > 0 ? `${held} held` : '',
    sourced > 0 ? `${sourced} to come` : '',
    open > 0 ? `${open} open` : '',
  ];
  return [plain(`${counted(needed, 'skill')} needed: ${said.filter((each) => each !== '').join(', ')}`)];
}

/** ` (+2)`, ` (−1)`, or nothing: by how much something differs from before. */
function shiftOf(model: OrgModel, before: OrgModel | undefined): (of: (model: OrgModel) => number) => string {
  return (of) => (before ? difference(of(model) - of(before)) : '');
}

function difference(by: number): string {
  if (by === 0) return '';
  return by > 0 ? ` (+${describeAmount(by)})` : ` (−${describeAmount(-by)})`;
}

/** What belongs together, on a line where there is room. */
function said(parts: readonly string[]): readonly Fact[] {
  const text = parts.filter((part) => part !== '').join(' · ');
  return text === '' ? [] : [{ text, style: 'detail', most: 3 }];
}

export function numbersOf(model: OrgModel, before: OrgModel | undefined): readonly Fact[] {
  const { seats, vacant } = headcount(model);
  const shift = shiftOf(model, before);
  const { amount, currency } = costOf(model);
  const hasVacant = vacant > 0 || (before !== undefined && headcount(before).vacant > 0);
  return said([
    `${counted(seats, 'seat')}${shift((each) => headcount(each).seats)}`,
    hasVacant ? `${vacant} vacant${shift((each) => headcount(each).vacant)}` : '',
    amount > 0 ? `seats cost ${shortMoney({ amount, currency, per: 'year' })}` : '',
  ]);
}

/** What is spent and earned, each with by how much that differs from the phase before. */
export function moneyFacts(
  of: { readonly revenue?: Money; readonly cost?: Money },
  before: { readonly revenue?: Money; readonly cost?: Money },
  word = 'cost',
): readonly Fact[] {
  const { cost, revenue } = of;
  return said([
    cost ? `${word} ${shortMoney(cost)}${moneyShift(cost, before.cost)}` : '',
    revenue ? `revenue ${shortMoney(revenue)}${moneyShift(revenue, before.revenue)}` : '',
  ]);
}

/** ` (−0.5M)` where both are of one currency and period. */
function moneyShift(now: Money, before: Money | undefined): string {
  if (!before || before.currency !== now.currency || before.per !== now.per) return '';
  const by = now.amount - before.amount;
  return by === 0
    ? ''
    : ` (${by > 0 ? '+' : '−'}${shortAmount(Math.abs(by), Math.abs(now.amount) >= 1e6 ? 1e6 : 1)})`;
}

/** `41M EUR`: what is expected at the end of a phase, which is of no period unless it says so. */
function shortMoney({ amount, currency, per }: Pick<Money, 'amount' | 'currency' | 'per'>): string {
  const period = per === 'once' ? '' : ` per ${per}`;
  return `${shortAmount(amount)} ${currency}${period}`;
}

/** `2.15B`, `41M`, `800,000`; in millions at least, where `least` is one. */
function shortAmount(amount: number, least = 1): string {
  const size = Math.max(Math.abs(amount), least);
  const [unit, word] = size >= 1e9 ? [1e9, 'B'] : size >= 1e6 ? [1e6, 'M'] : [1, ''];
  return `${describeAmount(amount / unit)}${word}`;
}

/** Rules that are named of those whose findings a phase resolves; others are counted. */
const mostRules = 4;

/** What the rules say after a phase, where the caller knows it. */
export function findingFacts({ findings, fresh, resolved, resolvedBy = [] }: PhaseNote): readonly Fact[] {
  const parts = [resolved > 0 ? `${resolved} resolved` : '', fresh > 0 ? `${fresh} new` : ''];
  const shift = parts.filter((part) => part !== '').join(', ');
  const more = resolvedBy.length - mostRules;
  const rules = [...resolvedBy.slice(0, mostRules), ...(more > 0 ? [counted(more, 'more rule')] : [])];
  return [
    ...said([`${counted(findings, 'finding')}${shift === '' ? '' : ` (${shift})`}`]),
    ...(rules.length > 0 ? [{ text: `resolves ${rules.join(', ')}`, style: 'quiet' as const, most: 6 }] : []),
  ];
}
