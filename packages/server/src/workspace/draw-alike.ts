import type { Element, OrgModel } from '@mktorg/model';

/**
 * Whether two states of an organization give the same charts but for positions in text: then there is nothing to lay
 * out. Elements that an edit did not touch keep their identity, so only those of the edited documents are compared.
 */
export function drawAlike(a: OrgModel, b: OrgModel): boolean {
  if (a.name !== b.name || a.elements.size !== b.elements.size) return false;
  if (JSON.stringify(a.rates, withoutPlaces) !== JSON.stringify(b.rates, withoutPlaces)) return false;
  const others = b.elements.values();
  for (const element of a.elements.values()) {
    const other = others.next().value;
    if (element !== other && (!other || !alike(element, other))) return false;
  }
  return true;
}

function alike(a: Element, b: Element): boolean {
  return JSON.stringify(a, withoutPlaces) === JSON.stringify(b, withoutPlaces);
}

const places: ReadonlySet<string> = new Set(['at', 'nameAt']);

function withoutPlaces(key: string, value: unknown): unknown {
  return places.has(key) ? undefined : value;
}
