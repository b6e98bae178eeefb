import type { DocumentLink } from 'vscode-languageserver';
import { rangeOf } from '../text/place.ts';
import type { Project } from '../workspace/project.ts';

/** Every text that is an address of the web, as in `link` and `strategy`. */
export function documentLinks(project: Project, uri: string): DocumentLink[] {
  const source = project.source(uri);
  if (!source) return [];
  return source.tokens.flatMap((token): DocumentLink[] => {
    if (token.type !== 'string') return [];
    const target = /^"(https?:\/\/[^\s"\\]+)"$/.exec(token.text)?.[1];
    if (target === undefined || !URL.canParse(target)) return [];
    const { start, end } = rangeOf(token);
    const range = {
      start: { line: start.line, character: start.character + 1 },
      end: { line: end.line, character: end.character - 1 },
    };
    return [{ range, target }];
  });
}
