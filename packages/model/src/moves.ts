import type { Field } from './change/fields.ts';
import { fieldOf } from './change/fields.ts';
import type { ElementId, PhaseChange } from './elements.ts';
import type { Problem } from './fragment.ts';
import type { ElementKind } from './kinds.ts';
import { withArticle } from './kinds.ts';
import { kindOf, organizationKindOf, pathOf } from './namesakes.ts';
import { anyOfThese, capital, nounAndPath, nounOf } from './phrases.ts';
import type { Place } from './place.ts';
import { containersOf, propertiesOf } from './schema.ts';

/**
 * What an element of a kind can be moved to: into what holds such elements, to another solid line, or to another
 * owner. Empty where such elements cannot be moved at all.
 */
export function destinationsOf(kind: ElementKind): readonly ElementKind[] {
  const known = destinations.get(kind);
  if (known) return known;
  const slots = propertiesOf(kind).get(belongingField(kind)?.keyword ?? '')?.slots;
  const kinds = [...new Set([...containersOf(kind), ...(slots?.['value'] ?? [])])];
  destinations.set(kind, kinds);
  return kinds;
}

const destinations = new Map<ElementKind, readonly ElementKind[]>();

/** What says to whom an element of a kind reports, or whose it is: a move to what cannot hold it states this anew. */
export function belongingField(kind: ElementKind): Field | undefined {
  return fieldOf(kind, 'reportsTo') ?? fieldOf(kind, 'owner') ?? fieldOf(kind, 'workflowOwner');
}

/** The changes after which nothing stands where it stood. */
export const leavingChanges: ReadonlySet<PhaseChange['type']> = new Set([
  'move',
  'merge',
  'remove',
  'retire',
]);

/**
 * Why a phase cannot do this with that: to itself, into what is inside it, to another kind of thing.
 *
 * @param left what has been moved or taken away earlier in the plan, so that it does not stand where it stood
 */
export function impossibleChange(
  type: PhaseChange['type'],
  what: ElementId,
  target: ElementId,
  at: Place,
  left: { has(id: ElementId): boolean },
): Problem | undefined {
  if (type !== 'move' && type !== 'merge' && type !== 'retire') return undefined;
  const because = (message: string): Problem => ({ rule: 'integrity/wrong-kind', message, at });
  if (what === target) return because(`${capital(nounAndPath(what))} stands on both sides: name another.`);
  const isAlike = kindOf(what) === kindOf(target);
  if (!isAlike && type !== 'move') {
    const noun = nounOf(what);
    const [does, not] = type === 'merge' ? ['merges into', 'into'] : ['is replaced by', 'by'];
    return because(
      `${capital(withArticle(noun))} ${does} another ${noun}, and not ${not} the ${nounAndPath(target)}.`,
    );
  }
  if (isAlike && isInside(target, what, left)) {
    const about = { move: 'moved there', merge: 'merged into it', retire: 'retired' }[type];
    return because(
      `${capital(nounAndPath(target))} stands inside what is to be ${about}: move it out of there first.`,
    );
  }
  return type === 'move' ? impossibleMove(what, target, at) : undefined;
}

/** Whether one stands inside the other, of the same kind, and nothing between the two has left. */
function isInside(inner: ElementId, outer: ElementId, left: { has(id: ElementId): boolean }): boolean {
  const path = pathOf(inner);
  if (!path.startsWith(`${pathOf(outer)}.`)) return false;
  for (let end = path.length; end > pathOf(outer).length; end = path.lastIndexOf('.', end - 1)) {
    if (left.has(`${kindOf(inner)}:${path.slice(0, end)}`)) return false;
  }
  return true;
}

/** Something is to be moved to what can neither hold nor own it. */
function impossibleMove(what: ElementId, target: ElementId, at: Place): Problem | undefined {
  const kind = organizationKindOf(what);
  const kinds = kind ? destinationsOf(kind) : [];
  if (kinds.some((each) => each === kindOf(target))) return undefined;
  const message =
    kinds.length === 0
      ? `${capital(withArticle(nounOf(what)))} has no place to be moved from or to: change what it says instead.`
      : `${capital(withArticle(nounOf(what)))} moves to ${anyOfThese(kinds)}, and not to the ${nounAndPath(target)}.`;
  return { rule: 'integrity/wrong-kind', message, at };
}
