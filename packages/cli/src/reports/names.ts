import { type ElementId, find, label, type OrgModel, type Ref } from '@mktorg/model';

/** What a reader calls an element; its id where there is no such element today. */
export function nameOf(model: OrgModel, id: ElementId | undefined): string | undefined {
  if (id === undefined) return undefined;
  const element = find(model, id);
  return element ? label(element) : id.slice(id.indexOf(':') + 1);
}

export function namesOf(model: OrgModel, refs: readonly Ref[]): readonly string[] {
  return refs.flatMap(({ id }) => nameOf(model, id) ?? []);
}

/** What a reader calls each of several: where two have one title, with what it stands in, or else its name in the text. */
export function namesApart(model: OrgModel, ids: Iterable<ElementId>): readonly string[] {
  const all = [...new Set(ids)].map((id) => {
    const element = find(model, id) ?? model.added.get(id);
    const path = id.slice(id.indexOf(':') + 1);
    return { path, title: element ? label(element) : path, place: nameOf(model, element?.parent) };
  });
  const alike = Map.groupBy(all, ({ title }) => title);
  return all.map(({ path, title, place }) => {
    const others = alike.get(title) ?? [];
    if (others.length < 2) return title;
    const isApart = place !== undefined && others.filter((each) => each.place === place).length === 1;
    return `${title} (${isApart ? place : path})`;
  });
}
