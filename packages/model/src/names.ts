import type { Element, ElementId } from './elements.ts';
import type { ElementKind } from './kinds.ts';
import { isTermKind } from './kinds.ts';
import { LayeredMap } from './layered-map.ts';
import { kindOf, Namesakes, pathOf } from './namesakes.ts';

/** The part of a dotted name after its last dot. */
export function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The path around a path; empty at the top. */
export function outerOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? '' : path.slice(0, dot);
}

/** The names of some elements. A table never changes; an edit gives another one. */
export class NameTable {
  readonly #byLast: LayeredMap<Namesakes>;
  /** Asked after the own names: those of the standard vocabulary, or of the model for what a plan adds. */
  readonly outer: NameTable | undefined;

  private constructor(byLast: LayeredMap<Namesakes>, outer: NameTable | undefined) {
    this.#byLast = byLast;
    this.outer = outer;
  }

  static over(outer?: NameTable): NameTable {
    return new NameTable(LayeredMap.empty(), outer);
  }

  static of(elements: Iterable<Element>): NameTable {
    const ids: ElementId[] = [];
    for (const element of elements) if (element.kind !== 'dotted-line') ids.push(element.id);
    return NameTable.over().with(ids, []);
  }

  with(come: Iterable<ElementId>, gone: Iterable<ElementId>): NameTable {
    const edits = new Map<string, { come: ElementId[]; gone: ElementId[] }>();
    const edit = (id: ElementId) => {
      const last = lastOf(pathOf(id));
      const known = edits.get(last) ?? { come: [], gone: [] };
      edits.set(last, known);
      return known;
    };
    for (const id of gone) if (this.has(id)) edit(id).gone.push(id);
    for (const id of come) if (!this.has(id)) edit(id).come.push(id);
    if (edits.size === 0) return this;
    const changes = new Map<string, Namesakes | undefined>();
    for (const [last, { come, gone }] of edits) {
      const before = this.#byLast.get(last);
      let after = before ?? Namesakes.of([...new Set(come)]);
      if (before) for (const id of new Set([...gone, ...come])) after = after.toggled(id);
      changes.set(last, after.ids.length > 0 ? after : undefined);
    }
    return new NameTable(this.#byLast.with(changes), this.outer);
  }

  /** Whether it is in this table itself. */
  has(id: ElementId): boolean {
    return this.#byLast.get(lastOf(pathOf(id)))?.has(id) === true;
  }

  /** These ids beside those of this table. */
  extended(ids: Iterable<ElementId>): NameTable {
    return NameTable.over(this).with(ids, []);
  }

  /** The ids of everything with this last name, those of outer tables too. */
  idsOf(last: string): readonly ElementId[] {
    const own = this.#byLast.get(last)?.ids ?? [];
    if (!this.outer) return own;
    const outer = this.outer.idsOf(last);
    return own.length === 0 ? outer : [...own, ...outer.filter((id) => !own.includes(id))];
  }

  namesakes(last: string): Namesakes | undefined {
    return this.#byLast.get(last);
  }

  /** Every last name in this table and the outer ones, in no order that means anything. */
  *lastNames(): Iterable<string> {
    yield* this.#byLast.keys();
    if (!this.outer) return;
    for (const last of this.outer.lastNames()) if (!this.#byLast.has(last)) yield last;
  }
}

/** What a name means where it stands. */
export type Resolution =
  | { readonly type: 'found'; readonly id: ElementId }
  /** The first few that it may mean, sorted. */
  | { readonly type: 'ambiguous'; readonly candidates: readonly ElementId[] }
  /** Nothing of these kinds has the name, but this does. */
  | { readonly type: 'wrong-kind'; readonly id: ElementId }
  | { readonly type: 'unresolved' };

/** More candidates than these nobody reads. */
const mostCandidates = 8;

/**
 * What `name` means to somebody who stands inside `scope` (a path; empty at the top) where these kinds can stand.
 *
 * From the inside out, what stands directly in an enclosing element, or at the top, under exactly this name wins;
 * otherwise the name must be how the path of only one element ends. Terms of the vocabulary come last: a team called
 * `finance` is meant before the function `finance`.
 */
export function resolveName(
  names: NameTable,
  name: string,
  scope: string,
  kinds: readonly ElementKind[],
): Resolution {
  const last = lastOf(name);
  const tables: Namesakes[] = [];
  for (let table: NameTable | undefined = names; table; table = table.outer) {
    const namesakes = table.namesakes(last);
    if (namesakes) tables.push(namesakes);
  }
  if (tables.length === 0) return { type: 'unresolved' };

  const [things, terms] = split(kinds);
  for (const some of [things, terms]) {
    if (some.length === 0) continue;
    const [first, second] = endingIn(tables, name, some, 2);
    if (first === undefined) continue;
    if (second === undefined) return { type: 'found', id: first };
    const closest = innermost(tables, name, scope, some);
    if (closest.length === 0) {
      return { type: 'ambiguous', candidates: endingIn(tables, name, some, mostCandidates) };
    }
    const [only, other] = closest;
    if (only !== undefined && other === undefined) return { type: 'found', id: only };
    // Two kinds of terms may share a name and a slot, as capability and skill do: the slot says which comes first.
    if (some === terms) {
      const best = some.flatMap((kind) => closest.filter((id) => kindOf(id) === kind))[0];
      if (best !== undefined) return { type: 'found', id: best };
    }
    return { type: 'ambiguous', candidates: closest };
  }
  const other = innermost(tables, name, scope, undefined)[0] ?? endingIn(tables, name, undefined, 1)[0];
  return other === undefined ? { type: 'unresolved' } : { type: 'wrong-kind', id: other };
}

function innermost(
  tables: readonly Namesakes[],
  name: string,
  scope: string,
  kinds: readonly string[] | undefined,
): readonly ElementId[] {
  for (let around = scope; ; around = outerOf(around)) {
    const path = around === '' ? name : `${around}.${name}`;
    const found: ElementId[] = [];
    for (const table of tables) {
      for (const id of table.at(path)) {
        if ((!kinds || kinds.includes(kindOf(id))) && !found.includes(id)) found.push(id);
      }
    }
    if (found.length > 0 || around === '') return found;
  }
}

function endingIn(
  tables: readonly Namesakes[],
  name: string,
  kinds: readonly string[] | undefined,
  most: number,
): readonly ElementId[] {
  const found: ElementId[] = [];
  for (const table of tables) {
    for (const id of table.endingIn(name)) {
      if ((kinds && !kinds.includes(kindOf(id))) || found.includes(id)) continue;
      found.push(id);
      if (found.length === most) return found;
    }
  }
  return found;
}

const splits = new WeakMap<readonly ElementKind[], readonly [readonly string[], readonly string[]]>();

function split(
  kinds: readonly ElementKind[],
): readonly [things: readonly string[], terms: readonly string[]] {
  let both = splits.get(kinds);
  if (!both) {
    both = [kinds.filter((kind) => !isTermKind(kind)), kinds.filter((kind) => isTermKind(kind))];
    splits.set(kinds, both);
  }
  return both;
}
