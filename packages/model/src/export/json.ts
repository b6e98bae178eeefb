export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** JSON in the making: what is not stated is `undefined`. */
export type Draft =
  | string
  | number
  | boolean
  | undefined
  | readonly Draft[]
  | { readonly [key: string]: Draft };

/** The same without the keys that are not stated. */
export function stated(facts: { readonly [key: string]: Draft }): { readonly [key: string]: Json } {
  const kept: { [key: string]: Json } = {};
  for (const [key, draft] of Object.entries(facts)) {
    const value = json(draft);
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

function json(draft: Draft): Json | undefined {
  if (typeof draft !== 'object') return draft;
  return isList(draft) ? draft.flatMap((one) => json(one) ?? []) : stated(draft);
}

function isList(draft: object): draft is readonly Draft[] {
  return Array.isArray(draft);
}

/** A list, if there is anything in it. */
export function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
