import type { ElementId } from './elements.ts';
import { label } from './elements.ts';
import type { RawChange, RawRef } from './fragment.ts';
import { holds } from './homes.ts';
import type { NameTable } from './names.ts';
import { resolveName } from './names.ts';
import { pathOf } from './namesakes.ts';
import type { Outline } from './outline.ts';
import type { Place } from './place.ts';
import { contains } from './place.ts';
import { changeSlots } from './schema.ts';

/** What the phases of one plan add, and under which names the plan may speak of it. */
export interface Plan extends Places {
  /** Phases, by the index of their declaration. */
  readonly phases: readonly number[];
  readonly added: readonly ElementId[];
  /** Of today. */
  readonly today: NameTable;
  /** Of today and what is added. */
  readonly names: NameTable;
  readonly labels: ReadonlyMap<ElementId, string>;
  /** Ids that some phase removes, retires, merges or moves, with the index of the first that does. */
  readonly leaving: Map<ElementId, number>;
}

/** By index of an added declaration. */
interface Places {
  /** Its id; none where it has no name. */
  readonly ids: ReadonlyMap<number, ElementId>;
  /** The element that it is put into; none where it stands at the top. */
  readonly parents: ReadonlyMap<number, ElementId>;
}

/** The plans of a document, with the names of all that their phases add. */
export function plansOf(outline: Outline, names: NameTable): readonly Plan[] {
  const { declarations } = outline.fragment;
  const phases = new Map<number, number[]>();
  for (const [index, declaration] of declarations.entries()) {
    if (declaration.kind !== 'phase') continue;
    // A phase outside a plan, in broken text, is a plan by itself.
    const plan = declaration.parent < 0 ? index : declaration.parent;
    const list = phases.get(plan);
    if (list) list.push(index);
    else phases.set(plan, [index]);
  }
  return [...phases.values()].map((indexes) => {
    const places = nameAdditions(outline, indexes, names);
    const added = [...new Set(places.ids.values())];
    const all = names.extended(added);
    return {
      ...places,
      phases: indexes,
      added,
      today: names,
      names: all,
      labels: labelsOf(outline, places),
      leaving: new Map<ElementId, number>(),
    };
  });
}

/**
 * Where an addition stands is for the phase to say (`add role x to team`), and that team may be an addition too: so
 * names are given round by round until no more targets come to be known.
 */
function nameAdditions(outline: Outline, phases: readonly number[], names: NameTable): Places {
  const ids = new Map<number, ElementId>();
  const parents = new Map<number, ElementId>();
  let waiting = phases.flatMap((phase) => additionsIn(outline, phase));
  for (let progress = true; waiting.length > 0; ) {
    const known = names.extended(ids.values());
    const later: Addition[] = [];
    for (const addition of waiting) {
      const { index, scope, target } = addition;
      const found = target && resolveName(known, target.name, scope, changeSlots.add.target);
      const place = found?.type === 'found' ? found.id : undefined;
      const kind = outline.fragment.declarations[index]?.kind;
      // What is added to an owner or a manager stands at the top, and says whose it is.
      const isHeld = place !== undefined && kind && (kind === 'dotted-line' || holds(place, kind));
      const home = isHeld ? place : undefined;
      // A target that stays unknown is reported with the change; what is added then stands at the top.
      if (found && place === undefined && progress) later.push(addition);
      else nameTree(outline, index, home, ids, parents);
    }
    progress = later.length < waiting.length;
    waiting = later;
  }
  return { ids, parents };
}

interface Addition {
  readonly index: number;
  /** Path of the phase. */
  readonly scope: string;
  readonly target: RawRef | undefined;
}

function additionsIn(outline: Outline, phase: number): readonly Addition[] {
  const { declarations } = outline.fragment;
  const changes = declarations[phase]?.changes ?? [];
  const stated = new Map(changes.map((change) => [change.declaration, change]));
  const around = changeAround(changes);
  const additions: Addition[] = [];
  for (const index of outline.added) {
    const declaration = declarations[index];
    if (declaration?.parent !== phase) continue;
    // What stands in the braces of a change belongs to what is changed.
    const change = stated.get(index) ?? around(declaration.at);
    additions.push({
      index,
      scope: outline.paths[phase] ?? '',
      target: change?.target ?? (change?.type === 'change' ? change.what[0] : undefined),
    });
  }
  return additions;
}

/** Finds the change that a place stands in. Changes stand one after the other, in the order of the text. */
export function changeAround(changes: readonly RawChange[]): (at: Place) => RawChange | undefined {
  return (at) => {
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = changes[middle]?.at ?? at;
      if (start.line < at.line || (start.line === at.line && start.column <= at.column)) low = middle + 1;
      else high = middle;
    }
    const last = changes[low - 1];
    return last && isInside(at, last.at) ? last : undefined;
  };
}

/** Whether one stretch of text is wholly inside another. */
export function isInside(inner: Place, outer: Place): boolean {
  return contains(outer, inner.line, inner.column) && contains(outer, inner.endLine, inner.endColumn);
}

/** Names an added declaration and what stands inside it: the declarations that follow. */
function nameTree(
  outline: Outline,
  root: number,
  home: ElementId | undefined,
  ids: Map<number, ElementId>,
  parents: Map<number, ElementId>,
): void {
  const { declarations } = outline.fragment;
  for (let index = root; index < declarations.length; index++) {
    const declaration = declarations[index];
    if (declaration === undefined || (index > root && declaration.parent < root)) return;
    const { kind, name, parent } = declaration;
    const outer = index === root ? home : (ids.get(parent) ?? parents.get(parent));
    if (outer !== undefined) parents.set(index, outer);
    if (name === '' || kind === 'dotted-line') continue;
    ids.set(index, `${kind}:${outer === undefined ? name : `${pathOf(outer)}.${name}`}`);
  }
}

function labelsOf(outline: Outline, { ids }: Places): ReadonlyMap<ElementId, string> {
  const labels = new Map<ElementId, string>();
  for (const [index, id] of ids) {
    const declaration = outline.fragment.declarations[index];
    if (declaration?.kind === 'person') labels.set(id, label(declaration));
  }
  return labels;
}
