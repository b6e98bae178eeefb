import {
  type Element,
  type ElementId,
  findPlanned,
  label,
  type OrgModel,
  pathOf,
  type Ref,
} from '@mktorg/model';

/** What a reader calls an element, if any; see `called`. */
export function nameOf(model: OrgModel, id: ElementId | undefined): string | undefined {
  return id === undefined ? undefined : called(model, id);
}

/**
 * What a reader calls an element, of today or one that a plan brings: where several of its kind have one title, with
 * what it stands in, or else its name in the text. Of what is not there at all, its name.
 */
export function called(model: OrgModel, id: ElementId): string {
  const element = findPlanned(model, id);
  if (!element) return pathOf(id);
  const title = label(element);
  const alike = (key: string): number => timesOf(model, key, !model.elements.has(id));
  if (alike(keyOf(element)) < 2) return title;
  const place = placeOf(model, element);
  return `${title} (${place !== undefined && alike(keyOf(element, place)) < 2 ? place : pathOf(id)})`;
}

export function namesOf(model: OrgModel, refs: readonly Ref[]): readonly string[] {
  return namesApart(
    model,
    refs.map(({ id }) => id),
  );
}

/** What a reader calls each of several, which may be of several kinds: no two are called the same. */
export function namesApart(model: OrgModel, ids: Iterable<ElementId>): readonly string[] {
  const all = [...new Set(ids)].map((id) => ({ id, name: called(model, id) }));
  const alike = Map.groupBy(all, ({ name }) => name);
  return all.map(({ id, name }) => {
    if ((alike.get(name) ?? []).length < 2) return name;
    const element = findPlanned(model, id);
    return `${element ? label(element) : name} (${pathOf(id)})`;
  });
}

/** How many are called so today, or from what plans bring as well. */
function timesOf(model: OrgModel, key: string, withAdded: boolean): number {
  let known = counts.get(model);
  if (!known) {
    const { elements, added } = model;
    const brought = [...added.values()].filter(({ id }) => !elements.has(id));
    known = { today: countOf(model, elements.values()), added: countOf(model, brought) };
    counts.set(model, known);
  }
  return (known.today.get(key) ?? 0) + (withAdded ? (known.added.get(key) ?? 0) : 0);
}

type Counts = ReadonlyMap<string, number>;
const counts = new WeakMap<OrgModel, { readonly today: Counts; readonly added: Counts }>();

/** By title, and by title and place. */
function countOf(model: OrgModel, elements: Iterable<Element>): Counts {
  const times = new Map<string, number>();
  for (const element of elements) {
    const place = placeOf(model, element);
    const keys = [keyOf(element), ...(place === undefined ? [] : [keyOf(element, place)])];
    for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return times;
}

function keyOf(element: Element, place?: string): string {
  return JSON.stringify([element.kind, label(element), place]);
}

/** The title of what it stands in. */
function placeOf(model: OrgModel, { parent }: Element): string | undefined {
  const around = findPlanned(model, parent);
  return around && label(around);
}
