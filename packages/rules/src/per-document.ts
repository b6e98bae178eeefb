import type { Element, OrgModel } from '@mktorg/model';
import { elementsIn } from '@mktorg/model';

/**
 * A question about the elements of one document, asked of all documents of a model: after an edit it is worked out
 * anew only for what was edited. The answers come in the order of the documents.
 */
export function perDocument<T extends {}>(
  answer: (elements: readonly Element[]) => T,
): (model: OrgModel) => readonly T[] {
  const byElements = new WeakMap<readonly Element[], T>();
  const byModel = new WeakMap<OrgModel, readonly T[]>();
  const answerFor = (elements: readonly Element[]): T => {
    const known = byElements.get(elements) ?? answer(elements);
    byElements.set(elements, known);
    return known;
  };
  return (model) => {
    const known = byModel.get(model) ?? model.documents.map((uri) => answerFor(elementsIn(model, uri)));
    byModel.set(model, known);
    return known;
  };
}
