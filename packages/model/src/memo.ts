import type { Element } from './elements.ts';
import { LayeredMap } from './layered-map.ts';
import { lookupOf } from './lookup.ts';
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

/** Stands for the answer `undefined`, so that a map need not hold a box for every answer. */
const nothing = Symbol('nothing');

/** The same question about the same element of the same model is worked out once. */
export function perElement<T>(
  answer: (model: OrgModel, id: string) => T,
): (model: OrgModel, id: string) => T {
  const answers = new WeakMap<OrgModel, Map<string, T | typeof nothing>>();
  return (model, id) => {
    let ofModel = answers.get(model);
    if (!ofModel) {
      ofModel = new Map();
      answers.set(model, ofModel);
    }
    const known = ofModel.get(id);
    if (known !== undefined && known !== nothing) return known;
    const value = answer(model, id);
    if (known === undefined) ofModel.set(id, value === undefined ? nothing : value);
    return value;
  };
}
