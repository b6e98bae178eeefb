import type { Money, OrgModel, SkillPoint } from '@mktorg/model';
import { describeAmount, headcount, layers, statusOf } from '@mktorg/model';
import type { PhaseNote } from '../../options.ts';
import type { Fact } from '../diagram.ts';
import { counted } from '../words.ts';
import type { PartName } from './parts.ts';

export const plain = (text: string): Fact => ({ text, style: 'meta', most: 2 });
export const alert = (text: string): Fact => ({ text, style: 'alert', most: 3 });

/** How much there is of a part after a phase; where that differs from before, by how much. */
export function standingOf(
  model: OrgModel,
  part: PartName,
  before?: OrgModel,
  skills?: readonly SkillPoint[],
): readonly Fact[] {
  const shift = (of: (model: OrgModel) => number): string =>
    before ? difference(of(model) - of(before)) : '';
  const teams = (each: OrgModel): number => each.byKind.team.length;
  const platforms = (each: OrgModel): number =>
    each.byKind.platform.filter((platform) => !['retired', 'planned'].includes(statusOf(platform))).length;
  const unowned = (each: OrgModel): number => each.byKind.platform.filter(({ owner }) => !owner).length;
  switch (part) {
    case 'structure':
      return [
        plain(
          `${counted(teams(model), 'team')}${shift(teams)} in ${counted(layers(model), 'layer')}${shift(layers)}`,
        ),
      ];
    case 'roles': {
      const roles = (each: OrgModel): number => each.byKind.role.length;
      return [plain(`${counted(roles(model), 'role')}${shift(roles)}`)];
    }
    case 'martech': {
      const owners = unowned(model) > 0 ? `, ${unowned(model)} without owner${shift(unowned)}` : '';
      return [plain(`${counted(platforms(model), 'platform')}${shift(platforms)}${owners}`)];
    }
    case 'skills':
      return skills ? skillFacts(skills) : [];
  }
}

function skillFacts(points: readonly SkillPoint[]): readonly Fact[] {
  const needed = points.filter(({ neededBy }) => neededBy.length > 0);
  const missing = needed.filter(({ heldBy }) => heldBy.length === 0).length;
  if (needed.length === 0) return [];
  return [
    plain(`${counted(needed.length, 'skill')} needed${missing > 0 ? `, ${missing} held by nobody` : ''}`),
  ];
}

/** ` (+2)`, ` (−1)`, or nothing. */
function difference(by: number): string {
  if (by === 0) return '';
  return by > 0 ? ` (+${by})` : ` (−${-by})`;
}

export function numbersOf(model: OrgModel, before: OrgModel | undefined): readonly Fact[] {
  const { seats, vacant } = headcount(model);
  const was = before && headcount(before);
  const more = was ? difference(seats - was.seats) : '';
  const open = was ? difference(vacant - was.vacant) : '';
  return [
    { text: `${counted(seats, 'seat')}${more}`, style: 'detail', most: 1 },
    ...(vacant > 0 ? [plain(`${vacant} vacant${open}`)] : []),
  ];
}

export function moneyFacts(
  revenue: Money | undefined,
  spent: (Money & { readonly word: string }) | undefined,
): readonly Fact[] {
  return [
    ...(spent ? [plain(`${spent.word} ${shortMoney(spent)}`)] : []),
    ...(revenue ? [plain(`revenue ${shortMoney(revenue)}`)] : []),
  ];
}

/** `41M EUR`: what is expected at the end of a phase, which is of no period unless it says so. */
function shortMoney({ amount, currency, per }: Money): string {
  const [unit, word] = Math.abs(amount) >= 1e9 ? [1e9, 'B'] : Math.abs(amount) >= 1e6 ? [1e6, 'M'] : [1, ''];
  const period = per === 'once' ? '' : ` per ${per}`;
  return `${describeAmount(amount / unit)}${word} ${currency}${period}`;
}

/** What the rules say after a phase, where the caller knows it. */
export function findingFacts({ findings, fresh, resolved, closes = [] }: PhaseNote): readonly Fact[] {
  const parts = [resolved > 0 ? `${resolved} resolved` : '', fresh > 0 ? `${fresh} new` : ''];
  const said = parts.filter((part) => part !== '').join(', ');
  return [
    plain(`${counted(findings, 'finding')}${said === '' ? '' : ` (${said})`}`),
    ...closes.map((each, i) => plain(i === 0 ? `closes ${each}` : each)),
  ];
}
