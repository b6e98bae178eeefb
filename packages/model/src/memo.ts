import type { OrgModel } from './model.ts';

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
