import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization, type OrgModel } from '@mktorg/model';

const standard = standardVocabulary();
const root = 'file:///org';

/** The organisation of one text. */
export function organizationOf(text: string): OrgModel {
  return mergeOrganization(root, [parseFragment(text, `${root}/a.mktorg`)], standard);
}

/** The organisation of a folder of the examples, or of a file or folder beside the tests. */
export function organizationIn(folder: string): OrgModel {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mktorg'))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
  const fragments = files.map((file) =>
    parseFragment(readFileSync(path.join(folder, file), 'utf8'), `${root}/${file}`),
  );
  return mergeOrganization(root, fragments, standard);
}

export const examples = path.join(import.meta.dirname, '../../../../examples');
