import { parseFragment, standardVocabulary } from '@mktorg/language';
import { managerOf, mergeOrganization, type OrgModel, type Role } from '@mktorg/model';

const standard = standardVocabulary();

/** The model that imported texts make. */
export function organizationOf(files: ReadonlyMap<string, string>): OrgModel {
  const fragments = [...files].map(([path, text]) => parseFragment(text, `file:///org/${path}`));
  return mergeOrganization('file:///org', fragments, standard);
}

/** Solid lines as `title → title of the manager`, of roles that have one. */
export function linesOf(model: OrgModel): readonly string[] {
  return model.byKind.role.flatMap((role) => {
    const manager = managerOf(model, role.id);
    return manager ? [`${role.title} → ${manager.title}`] : [];
  });
}

/** The id of the source that the manager of a role has. */
export function managerIdOf(model: OrgModel, role: Role): string | undefined {
  return managerOf(model, role.id)?.sourceId?.value;
}

export { standard };
