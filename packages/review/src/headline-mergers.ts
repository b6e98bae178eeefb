import { list } from '@mktorg/model';
import type { ReviewedChange } from './document.ts';
import { mostNames, namesOf } from './headline-names.ts';
import { sayKinds } from './said.ts';

/** What becomes of teams that are merged into others. */
export interface Mergers {
  /** `Paid Media is merged into Demand Generation with 4 roles`. */
  readonly said: readonly string[];
  /** The teams and roles that move by that: they are told with it. */
  readonly wentAlong: ReadonlySet<ReviewedChange>;
}

/** @param changes what comes or goes with others among them */
export function mergersIn(changes: readonly ReviewedChange[]): Mergers {
  const teams = changes.filter(({ change }) => change === 'merged');
  const ids = new Set<unknown>(teams.map(({ id }) => id));
  const along = changes.filter((each) => each.change === 'moved' && ids.has(endsOf(each, 'parent').from));
  const groups = Map.groupBy(teams, (team) => endsOf(team, 'into').to);
  const isLong = teams.length > mostNames;
  const said =
    isLong && groups.size > 1
      ? [`${sayKinds(teams.length, 'team')} are merged into others${withAll(along)}`]
      : [...groups].map(([into, own]) => {
          const names = isLong ? sayKinds(own.length, 'team') : namesOf(own);
          const target = own[0]?.parts.find(({ field }) => field === 'into')?.plus.join();
          const moved = along.filter((each) => endsOf(each, 'parent').to === into);
          return `${names} ${own.length === 1 ? 'is' : 'are'} merged into ${target}${withAll(moved)}`;
        });
  return { said, wentAlong: new Set(along) };
}

/** The ids that a change leads from and to. */
function endsOf(
  { parts }: ReviewedChange,
  field: string,
): { readonly from?: unknown; readonly to?: unknown } {
  const { values } = parts.find((part) => part.field === field) ?? {};
  return values ? { from: values.minus[0], to: values.plus[0] } : {};
}

/** ` with 1 team and 4 roles`. */
function withAll(moved: readonly ReviewedChange[]): string {
  const kinds = [...Map.groupBy(moved, ({ kind }) => kind)];
  if (kinds.length === 0) return '';
  return ` with ${list(
    kinds.map(([kind, { length }]) => sayKinds(length, kind)),
    'and',
  )}`;
}
