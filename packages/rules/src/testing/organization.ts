import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization, type OrgModel, type Place } from '@mktorg/model';

const root = 'file:///example';
export const exampleUri = `${root}/organization.mktorg`;

/** The organisation that one text, or several by file name, describe. */
export function organizationOf(texts: string | { readonly [file: string]: string }): OrgModel {
  const files = typeof texts === 'string' ? { 'organization.mktorg': texts } : texts;
  const fragments = Object.entries(files).map(([file, text]) => parseFragment(text, `${root}/${file}`));
  return mergeOrganization(root, fragments, standardVocabulary());
}

/** The text of an example without `⟦` and `⟧`, and the places between them. */
export function marked(source: string): { readonly text: string; readonly places: readonly Place[] } {
  const places: Place[] = [];
  let [line, column] = [0, 0];
  let open = { line: 0, column: 0 };
  let text = '';
  for (const char of source) {
    if (char === '⟦') open = { line, column };
    else if (char === '⟧') {
      places.push({ uri: exampleUri, ...open, endLine: line, endColumn: column });
    } else {
      text += char;
      if (char === '\n') [line, column] = [line + 1, 0];
      else column += char.length;
    }
  }
  return { text, places };
}
