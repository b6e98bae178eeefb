import type { Element } from './elements.ts';
import type { OrgModel } from './model.ts';
import { elementsIn } from './model.ts';

/** The same question about the same model is worked out once. */
export function perModel<T>(answer: (model: OrgModel) => T): (model: OrgModel) => T {
  const answers = new WeakMap<OrgModel, { readonly value: T }>();
  return (model) => {
    let known = answers.get(model);
    if (!known) {
      known = { value: answer(model) };
      answers.set(model, known);
    }
    return known.value;
  };
}

/** The same question about the same element of the same model is worked out once. */
export function perElement<T>(
  answer: (model: OrgModel, id: string) => T,
): (model: OrgModel, id: string) => T {
  const answersOf = perModel(() => new Map<string, { readonly value: T }>());
  return (model, id) => {
    const answers = answersOf(model);
    let known = answers.get(id);
    if (!known) {
      known = { value: answer(model, id) };
      answers.set(id, known);
    }
    return known.value;
  };
}

/**
 * The same question about the elements of one document, asked of all documents of a model: after an edit it is worked
 * out anew only for what was edited. The answers come in the order of the documents.
 */
export function perDocument<T extends {}>(
  answer: (elements: readonly Element[]) => T,
): (model: OrgModel) => readonly T[] {
  const answers = new WeakMap<readonly Element[], T>();
  return perModel((model) =>
    model.documents.map((uri) => {
      const elements = elementsIn(model, uri);
      const known = answers.get(elements) ?? answer(elements);
      answers.set(elements, known);
      return known;
    }),
  );
}
