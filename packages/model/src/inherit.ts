import type { Element, Term } from './elements.ts';

/** What a model's term does not say itself, it has from the standard term of the same kind and name, where there is one. */
export function inheritFrom(own: Term, standard: Element | undefined): Term {
  if (!standard || !isTerm(standard)) return own;
  const merged: { [field: string]: unknown } = { ...standard, ...own };
  for (const [field, value] of Object.entries(standard)) {
    const said: unknown = Reflect.get(own, field);
    if (Array.isArray(said) && said.length === 0) merged[field] = value;
  }
  return merged as unknown as Term;
}

export function isTerm(element: Element): element is Term {
  return 'standard' in element;
}
