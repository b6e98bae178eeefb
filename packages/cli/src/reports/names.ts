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
