import {
  directReports,
  type Element,
  find,
  label,
  managerOf,
  type OrgModel,
  rolesIn,
  subTeams,
  topRoles,
} from '@mktorg/model';
import type { Position, TypeHierarchyItem } from 'vscode-languageserver';
import { rangeOf } from '../text/place.ts';
import type { Project } from '../workspace/project.ts';
import { addressOf, detailOf } from './counts.ts';
import { subjectAt } from './subject.ts';
import { symbolKindOf } from './symbol-kinds.ts';

// The reporting line as a hierarchy of types: who stands above is a supertype, who reports is a subtype.

export function prepareTypeHierarchy(project: Project, uri: string, position: Position): TypeHierarchyItem[] {
  const source = project.source(uri);
  const element = source && subjectAt(source, position)?.element;
  if (
    !source ||
    !element ||
    !(element.kind === 'role' || element.kind === 'team' || element.kind === 'external')
  )
    return [];
  return [itemOf(source.model, element)];
}

/** To whom it reports: one, or none at the top. */
export function supertypes(project: Project, item: TypeHierarchyItem): TypeHierarchyItem[] {
  const found = addressed(project, item);
  const manager = found && managerOf(found.model, found.element.id);
  return found && manager ? [itemOf(found.model, manager)] : [];
}

/** Who reports to it. A team stands for its lead, or without one for the roles and teams in it. */
export function subtypes(project: Project, item: TypeHierarchyItem): TypeHierarchyItem[] {
  const found = addressed(project, item);
  return found ? below(found.model, found.element).map((element) => itemOf(found.model, element)) : [];
}

function below(model: OrgModel, element: Element): readonly Element[] {
  if (element.kind === 'role') return directReports(model, element.id);
  if (element.kind === 'external')
    return topRoles(model).filter(({ id }) => managerOf(model, id)?.id === element.id);
  if (element.kind !== 'team') return [];
  const lead = find(model, element.lead?.id);
  return lead ? [lead] : [...rolesIn(model, element.id), ...subTeams(model, element.id)];
}

function addressed(
  project: Project,
  item: TypeHierarchyItem,
): { model: OrgModel; element: Element } | undefined {
  const address = addressOf(item.data);
  const model = address && project.organizations.modelAt(address.root);
  const element = model && find(model, address?.id);
  return element && { model, element };
}

function itemOf(model: OrgModel, element: Element): TypeHierarchyItem {
  return {
    name: label(element),
    kind: symbolKindOf(element.kind),
    detail: detailOf(model, element),
    uri: element.at.uri,
    range: rangeOf(element.at),
    selectionRange: rangeOf(element.nameAt),
    data: { root: model.root, id: element.id },
  };
}
