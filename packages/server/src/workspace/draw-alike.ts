import { documentsThatDiffer, elementsIn, type OrgModel } from '@mktorg/model';

/**
 * Whether two states of an organization give the same charts but for positions in text: then there is nothing to lay
 * out. Documents and elements that an edit did not touch keep their identity, so only the others are compared.
 */
export function drawAlike(a: OrgModel, b: OrgModel): boolean {
  if (a.name !== b.name || a.documents.length !== b.documents.length || !sayAlike(a.rates, b.rates))
    return false;
  return documentsThatDiffer(a, b).every((uri) => sayAlike(elementsIn(a, uri), elementsIn(b, uri)));
}

const places: ReadonlySet<string> = new Set(['at', 'nameAt']);

/** Whether two pieces of plain data say the same, wherever they stand. */
function sayAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => places.has(key) || sayAlike(Reflect.get(a, key), Reflect.get(b, key)))
  );
}
