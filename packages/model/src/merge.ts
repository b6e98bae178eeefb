import { Assembly } from './assembly.ts';
import type { Fragment } from './fragment.ts';
import type { OrgModel } from './model.ts';
import { standardOf } from './standard.ts';

/**
 * The organization that documents make together. `root` is the uri of its folder, or of its only document.
 * Never fails: what is wrong is in the model's `problems`, and everything else is there.
 */
export function mergeOrganization(
  root: string,
  fragments: readonly Fragment[],
  standard: readonly Fragment[],
): OrgModel {
  const assembly = new Assembly(root, standardOf(standard));
  return assembly.update(new Map(fragments.map((fragment) => [fragment.uri, fragment])));
}
