import type { Field } from './change/fields.ts';
import type { ElementId } from './elements.ts';
import type { Problem } from './fragment.ts';
import type { ElementKind } from './kinds.ts';
import { kindNoun, withArticle } from './kinds.ts';
import { belongingField, destinationsOf } from './moves.ts';
import { kindOf, organizationKindOf } from './namesakes.ts';
import { anyOfThese, capital, nounAndPath } from './phrases.ts';
import type { Place } from './place.ts';
import { childKinds, containersOf } from './schema.ts';

/** Whether elements of a kind stand inside the element with this id. */
export function holds(id: ElementId, kind: ElementKind): boolean {
  const home = organizationKindOf(id);
  return home !== undefined && childKinds[home]?.includes(kind) === true;
}

/** What says whose an element of a kind is, where this element can be its owner or its manager. */
export function belongingTo(id: ElementId, kind: ElementKind): Field | undefined {
  if (!destinationsOf(kind).some((each) => each === kindOf(id))) return undefined;
  return belongingField(kind);
}

/** Something is to be added to what can neither hold nor own it; or, in the braces of a change, not hold it. */
export function impossibleAddition(kind: ElementKind, home: ElementId, inside: boolean, at: Place): Problem {
  const kinds = inside ? containersOf(kind) : destinationsOf(kind);
  const noun = capital(withArticle(kindNoun(kind)));
  const where = inside ? 'stands inside' : 'is added to';
  const message =
    kinds.length === 0
      ? `${noun} stands inside nothing: add it without \`to\`.`
      : `${noun} ${where} ${anyOfThese(kinds)}, and not ${inside ? 'inside' : 'to'} the ${nounAndPath(home)}.`;
  return { rule: 'integrity/wrong-kind', message, at };
}
