import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization } from '@mktorg/model';
import { check } from '@mktorg/rules';
import type { Checked } from '../check/checked.ts';
import { pathsFrom } from '../files/paths.ts';

export const repository = '/work/repo';

/** One organization in these files of a repository, checked. */
export function checkedFiles(files: { readonly [file: string]: string }): Checked {
  const today = '2026-11-01';
  const uriOf = (file: string): string => pathToFileURL(path.join(repository, file)).href;
  const fragments = Object.entries(files).map(([file, text]) => parseFragment(text, uriOf(file)));
  const model = mergeOrganization(uriOf('org'), fragments, standardVocabulary());
  const { findings, allowed } = check(model, { today });
  return {
    organizations: [{ model, root: 'org', seats: 0, findings, phases: [], allowed }],
    today,
    show: pathsFrom(repository),
    lines: () => undefined,
    texts: new Map(),
  };
}
