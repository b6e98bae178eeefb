import type { Element, ElementId, OrgModel } from '@mktorg/model';
import { perDocument } from '@mktorg/model';

/** Something that none of many elements says. */
export interface Silence {
  /** The first of them, in the order of the text. */
  readonly first: ElementId;
  readonly elements: number;
}

/**
 * Where many elements are asked the same question and none of them has an answer, that is one thing to say and not one
 * for each. `isAsked` tells which elements are asked, `isAnswered` whether one of those has the answer.
 */
export function silence(
  isAsked: (element: Element) => boolean,
  isAnswered: (element: Element) => boolean,
): (model: OrgModel, many: number) => Silence | undefined {
  const asked = perDocument((elements) => {
    const some = elements.filter(isAsked);
    return { first: some[0]?.id, asked: some.length, answered: some.some(isAnswered) };
  });
  return (model, many) => {
    const documents = asked(model);
    if (documents.some(({ answered }) => answered)) return undefined;
    let elements = 0;
    for (const document of documents) elements += document.asked;
    const first = documents.find((document) => document.first !== undefined)?.first;
    return first !== undefined && elements >= many ? { first, elements } : undefined;
  };
}

/** What of a silence the findings about one element depend on. */
export function keyOf(found: Silence | undefined): string {
  return found ? `${found.first} ${found.elements}` : '';
}

export const silenceOption = {
  default: 10,
  doc: "From how many on, where none of them has the answer, one finding stands for all; this project's own.",
} as const;
