import type { ElementId } from './elements.ts';
import type { Problem } from './fragment.ts';
import type { ElementKind } from './kinds.ts';
import { organizationKinds, withArticle } from './kinds.ts';
import { kindOf } from './namesakes.ts';
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

/** Something is to be moved to what can neither hold nor own it. */
export function impossibleMove(what: ElementId, target: ElementId, at: Place): Problem | undefined {
  const kind = organizationKinds.find((each) => each === kindOf(what));
  const kinds = kind ? destinationsOf(kind) : [];
  if (kinds.some((each) => each === kindOf(target))) return undefined;
  const message =
    kinds.length === 0
      ? `${capital(withArticle(nounOf(what)))} has no place to be moved from or to: change what it says instead.`
      : `${capital(withArticle(nounOf(what)))} moves to ${anyOfThese(kinds)}, and not to the ${nounAndPath(target)}.`;
  return { rule: 'integrity/wrong-kind', message, at };
}
