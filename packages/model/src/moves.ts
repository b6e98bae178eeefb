import type { ElementId, PhaseChange } from './elements.ts';
import type { Problem } from './fragment.ts';
import type { ElementKind } from './kinds.ts';
import { organizationKinds, withArticle } from './kinds.ts';
import { kindOf, pathOf } from './namesakes.ts';
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
  const properties = propertiesOf(kind);
  const keyword = ['reports to', 'owner', 'workflow owner'].find((each) => properties.has(each));
  const slots = properties.get(keyword ?? '')?.slots;
  const kinds = [...new Set([...containersOf(kind), ...(slots?.['value'] ?? [])])];
  destinations.set(kind, kinds);
  return kinds;
}

const destinations = new Map<ElementKind, readonly ElementKind[]>();

/** Why a phase cannot do this with that: to itself, into what is inside it, to another kind of thing. */
export function impossibleChange(
  type: PhaseChange['type'],
  what: ElementId,
  target: ElementId,
  at: Place,
): Problem | undefined {
  if (type !== 'move' && type !== 'merge' && type !== 'retire') return undefined;
  const because = (message: string): Problem => ({ rule: 'integrity/wrong-kind', message, at });
  if (what === target) return because(`${capital(nounAndPath(what))} stands on both sides: name another.`);
  if (type === 'merge' && kindOf(what) !== kindOf(target)) {
    const noun = nounOf(what);
    return because(
      `${capital(withArticle(noun))} merges into another ${noun}, and not into the ${nounAndPath(target)}.`,
    );
  }
  if (type !== 'move') return undefined;
  if (kindOf(what) === kindOf(target) && pathOf(target).startsWith(`${pathOf(what)}.`)) {
    return because(`${capital(nounAndPath(target))} stands inside what is to be moved there.`);
  }
  return impossibleMove(what, target, at);
}

/** Something is to be moved to what can neither hold nor own it. */
function impossibleMove(what: ElementId, target: ElementId, at: Place): Problem | undefined {
  const kind = organizationKinds.find((each) => each === kindOf(what));
  const kinds = kind ? destinationsOf(kind) : [];
  if (kinds.some((each) => each === kindOf(target))) return undefined;
  const message =
    kinds.length === 0
      ? `${capital(withArticle(nounOf(what)))} has no place to be moved from or to: change what it says instead.`
      : `${capital(withArticle(nounOf(what)))} moves to ${anyOfThese(kinds)}, and not to the ${nounAndPath(target)}.`;
  return { rule: 'integrity/wrong-kind', message, at };
}
