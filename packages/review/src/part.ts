import type { Change, Changed, ElementId, Field, Json, Moved, OrgModel, Renamed } from '@mktorg/model';
import { exportedValue, fieldOf, find } from '@mktorg/model';
import type { Calling, Seen } from './called.ts';
import { nameIn, sayField, sayValue } from './said.ts';
import type { Tier } from './tiers.ts';
import { tierOf } from './tiers.ts';

/** One thing that is said differently: what went and what came, in words. */
export interface Part {
  readonly tier: Tier;
  /** `lead`, `in`, `title`. */
  readonly label: string;
  readonly minus: readonly string[];
  readonly plus: readonly string[];
  readonly field: string;
  /** The same values for programs, in the shape that they have in an exported model. */
  readonly values: { readonly minus: readonly Json[]; readonly plus: readonly Json[] };
}

/**
 * A change as a part of an entry; nothing where another part says it.
 * @param all that happens to the element
 */
export function partOf(
  a: OrgModel,
  b: OrgModel,
  change: Moved | Renamed | Changed,
  all: readonly Change[],
  calling: Calling,
): Part | undefined {
  const tier = tierOf(change);
  if (change.type === 'moved') {
    const { from, to } = change;
    const called = calling.together([...seen('before', from), ...seen('after', to)]);
    const say = (...ends: readonly Seen[]): string => ends.map(called).join() || 'the top';
    return {
      tier,
      label: 'in',
      minus: [say(...seen('before', from))],
      plus: [say(...seen('after', to))],
      field: 'parent',
      values: { minus: from === undefined ? [] : [from], plus: to === undefined ? [] : [to] },
    };
  }
  if (change.type === 'renamed') {
    // Who reads titles is told of a name that nobody sees only where nothing else is to be told.
    const titled = all.some((other) => other.type === 'changed' && other.field === 'title');
    const known = find(b, change.after)?.title !== undefined && all.length > 1;
    return titled || known
      ? undefined
      : {
          tier,
          label: 'name',
          minus: [change.from],
          plus: [change.to],
          field: 'name',
          values: { minus: [change.from], plus: [change.to] },
        };
  }
  // That it was called something else is what the rename says.
  if (change.field === 'previously') return undefined;
  if (change.field === 'order') return orderPart(a, b, change, tier);
  const field = fieldOf(find(b, change.after)?.kind ?? 'role', change.field);
  if (!field) return undefined;
  const { minus, plus } = sayApart(a, b, field, change, calling);
  const isSame = minus.length === 1 && plus.length === 1 && minus[0] === plus[0];
  return {
    tier,
    label: sayField(field),
    minus,
    plus: isSame ? plus.map((text) => `another ${text}`) : plus,
    field: field.name,
    values: {
      minus: change.minus.map((value) => exportedValue(field.type, value)),
      plus: change.plus.map((value) => exportedValue(field.type, value)),
    },
  };
}

function seen(side: Seen['side'], id: ElementId | undefined): readonly Seen[] {
  return id === undefined ? [] : [{ side, id }];
}

/** What went and what came in words that set the one apart from the other. */
function sayApart(
  a: OrgModel,
  b: OrgModel,
  { type }: Field,
  { minus, plus }: Changed,
  calling: Calling,
): Pick<Part, 'minus' | 'plus'> {
  const named: Seen[] = [];
  const say = (name: (seen: Seen) => string): Pick<Part, 'minus' | 'plus'> => ({
    minus: minus.map((value) => sayValue(a, type, value, (id) => name({ side: 'before', id }))),
    plus: plus.map((value) => sayValue(b, type, value, (id) => name({ side: 'after', id }))),
  });
  say((each) => {
    named.push(each);
    return '';
  });
  return say(calling.together(named));
}

function orderPart(a: OrgModel, b: OrgModel, change: Changed, tier: Tier): Part {
  const idsIn = ([value]: readonly unknown[]): readonly string[] => {
    const ids: unknown = Reflect.get(Object(value), 'ids');
    return Array.isArray(ids) ? ids : [];
  };
  const [minus, plus] = [idsIn(change.minus), idsIn(change.plus)];
  const said = (model: OrgModel, ids: readonly string[]): string =>
    ids.map((id) => nameIn(model, id)).join(', ');
  return {
    tier,
    label: 'order',
    minus: [said(a, minus)],
    plus: [said(b, plus)],
    field: 'order',
    values: { minus: [minus], plus: [plus] },
  };
}
