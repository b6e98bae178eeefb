import { parseFragment, standardVocabulary } from '@mktorg/language';
import type { Fragment } from '../fragment.ts';
import { mergeOrganization } from '../merge.ts';
import type { OrgModel } from '../model.ts';
import type { Place } from '../place.ts';

export const root = 'file:///acme';

/** The organisation of one text, or of several by file name. */
export function organizationOf(text: string | { readonly [file: string]: string }): OrgModel {
  const files = typeof text === 'string' ? { 'a.mktorg': text } : text;
  const fragments = Object.entries(files).map(([file, content]) => parseFragment(content, `${root}/${file}`));
  return mergeOrganization(root, fragments, standardVocabulary());
}

export function fragmentOf(text: string, uri = `${root}/a.mktorg`): Fragment {
  return parseFragment(text, uri);
}

/** `2:5`, counted from one, as an editor shows it. */
export function spot({ line, column }: Place): string {
  return `${line + 1}:${column + 1}`;
}

/** Each problem as `rule at place → replacements`. */
export function problemsOf(model: OrgModel): readonly string[] {
  return model.problems.map(({ rule, at, data }) => {
    const fixes = data && data.replacements.length > 0 ? ` → ${data.replacements.join(', ')}` : '';
    return `${rule.replace('integrity/', '')} ${spot(at)}${fixes}`;
  });
}
