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

class Box<T> {
  readonly value: T;

  constructor(value: T) {
    this.value = value;
  }
}

/** The same question about the same element of the same model is worked out once. */
export function perElement<T>(
  answer: (model: OrgModel, id: string) => T,
): (model: OrgModel, id: string) => T {
  const answers = new WeakMap<OrgModel, Map<string, T | Box<T>>>();
  /** Stands for all answers `undefined`: there are answers by the hundred thousand, and a box for each takes room. */
  let empty: Box<T> | undefined;
  return (model, id) => {
    let ofModel = answers.get(model);
    if (!ofModel) {
      ofModel = new Map();
      answers.set(model, ofModel);
    }
    const known = ofModel.get(id);
    if (known !== undefined) return known instanceof Box ? known.value : known;
    const value = answer(model, id);
    if (value === undefined) empty ??= new Box(value);
    ofModel.set(id, value === undefined && empty ? empty : value);
    return value;
  };
}
