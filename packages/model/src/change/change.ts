import type { Element, ElementId } from '../elements.ts';

/**
 * One thing that is different between an organization before and after. `diff` finds changes between two models, the
 * phases of a plan state them, and `apply` carries them out. Ids called `before` (and those in `minus`, and in what is
 * removed) are of the model before; those called `after` (and in `plus`, and in what is added) of the model after.
 */
export type Change = Added | Removed | Moved | Renamed | Changed | SettingsChanged;

export interface Added {
  readonly type: 'added';
  readonly element: Element;
  /** Of a step or a phase: how many come before it. */
  readonly position?: number;
}
export interface Removed {
  readonly type: 'removed';
  readonly element: Element;
  readonly position?: number;
}
/** It stands in another element, or at the top. What is inside it goes with it and is not listed. */
export interface Moved extends Matched {
  readonly type: 'moved';
  readonly from?: ElementId;
  readonly to?: ElementId;
  /** Of a step: how many come before it, where it was and where it is now. */
  readonly positions?: { readonly from: number; readonly to: number };
}
export interface Renamed extends Matched {
  readonly type: 'renamed';
  readonly from: string;
  readonly to: string;
}
/**
 * It says something else. A field that holds one value has at most one on either side; of a list, those that went and
 * those that came. `order` is the field of the steps of a process and the phases of a plan, its one value the ids.
 */
export interface Changed extends Matched {
  readonly type: 'changed';
  readonly field: string;
  readonly minus: readonly unknown[];
  readonly plus: readonly unknown[];
}
/** What holds for the organization as a whole: exchange rates, and the severities and options of rules. */
export interface SettingsChanged {
  readonly type: 'settings';
  readonly field: 'rates' | 'rules';
  readonly minus: readonly unknown[];
  readonly plus: readonly unknown[];
}

interface Matched {
  readonly before: ElementId;
  readonly after: ElementId;
  /** Why it is taken for the same element, where neither an id, nor its name, nor `previously` says so. */
  readonly inferred?: Evidence;
}

/** What two elements have in common that are taken for the same. */
export type Evidence = 'title' | 'holder' | 'content' | 'members' | 'ends';

/** The changes that lead back. */
export function invert(changes: readonly Change[]): readonly Change[] {
  return changes.map(inverse);
}

function inverse(change: Change): Change {
  switch (change.type) {
    case 'added':
      return { ...change, type: 'removed' };
    case 'removed':
      return { ...change, type: 'added' };
    case 'moved': {
      const { from, to, positions, ...rest } = change;
      return {
        ...rest,
        ...turned(change),
        ...(to !== undefined && { from: to }),
        ...(from !== undefined && { to: from }),
        ...(positions && { positions: { from: positions.to, to: positions.from } }),
      };
    }
    case 'renamed':
      return { ...change, ...turned(change), from: change.to, to: change.from };
    case 'changed':
      return { ...change, ...turned(change), minus: change.plus, plus: change.minus };
    case 'settings':
      return { ...change, minus: change.plus, plus: change.minus };
  }
}

function turned({ before, after }: Matched): Pick<Matched, 'before' | 'after'> {
  return { before: after, after: before };
}
