import {
  type ElementId,
  type ElementKind,
  find,
  nameIn as nameInModel,
  type OrgModel,
  pluralOf,
  sayKind,
} from '@mktorg/model';

export { sayField, sayKind, sayValue } from '@mktorg/model';

/** The title of an element, or else its name; of a dotted line, its ends. */
export function nameIn(model: OrgModel, id: ElementId): string {
  const line = find(model, id);
  if (line?.kind !== 'dotted-line') return nameInModel(model, id);
  return `${nameIn(model, line.from.id)} to ${nameIn(model, line.to.id)}`;
}

/** The kind of an element in words, or of what a document of some other version may call a kind. */
export function sayKindOf(kind: string): string {
  return sayKind(kind === 'settings' ? ('setting' as ElementKind) : (kind as ElementKind));
}

/** `3 roles`, `1 AI capability`. */
export function sayKinds(number: number, kind: string): string {
  const one = sayKindOf(kind);
  return `${number.toLocaleString('en')} ${number === 1 ? one : pluralOf(one)}`;
}
