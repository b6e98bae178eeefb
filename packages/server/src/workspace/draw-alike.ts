import { type Element, elementsIn, type OrgModel } from '@mktorg/model';

/**
 * Whether two states of an organization give the same charts but for positions in text: then there is nothing to lay
 * out. Documents and elements that an edit did not touch keep their identity, so only the others are compared.
 */
export function drawAlike(a: OrgModel, b: OrgModel): boolean {
  if (a.name !== b.name || a.documents.length !== b.documents.length) return false;
  if (JSON.stringify(a.rates, withoutPlaces) !== JSON.stringify(b.rates, withoutPlaces)) return false;
  return a.documents.every(
    (uri, index) => uri === b.documents[index] && sayAlike(elementsIn(a, uri), elementsIn(b, uri)),
  );
}

function sayAlike(a: readonly Element[], b: readonly Element[]): boolean {
  return a === b || (a.length === b.length && a.every((element, index) => alike(element, b[index])));
}

function alike(a: Element, b: Element | undefined): boolean {
  return a === b || JSON.stringify(a, withoutPlaces) === JSON.stringify(b, withoutPlaces);
}

const places: ReadonlySet<string> = new Set(['at', 'nameAt']);

function withoutPlaces(key: string, value: unknown): unknown {
  return places.has(key) ? undefined : value;
}
