import type { Hover, Position } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import { escapeMarkdown } from '../../text/markdown.ts';
import { rangeOf } from '../../text/place.ts';
import { blocksOf, statementWith } from '../../text/statements.ts';
import { tokenAt } from '../../text/tokens.ts';
import type { Project, Source } from '../../workspace/project.ts';
import { counted } from '../counts.ts';
import { somebodyAt, subjectAt } from '../subject.ts';
import { elementHover } from './element.ts';
import { wordHover } from './words.ts';

/** What stands under the cursor: an element with all that is derived of it, a term, a word of the language, a rule. */
export function hover(project: Project, uri: string, position: Position): Hover | undefined {
  const source = project.source(uri);
  if (!source) return undefined;
  const subject = subjectAt(source, position);
  if (subject) {
    const findings = project.findingsOf(source.model).get(subject.element.id) ?? [];
    return hoverOf(elementHover(source.model, subject.element, findings), rangeOf(subject.at));
  }
  const somebody = somebodyAt(source, position);
  if (somebody) {
    const seats = `**${escapeMarkdown(somebody.name)}** in ${counted(somebody.seats.length, 'seat')}`;
    const roles = somebody.seats.map(({ role }) => `- ${escapeMarkdown(role.title ?? role.name)}`);
    return hoverOf([seats, roles.join('\n')].join('\n\n'));
  }
  return wordAt(source, position);
}

function wordAt(source: Source, position: Position): Hover | undefined {
  const token = tokenAt(source.tokens, source.offsetAt(position));
  if (!token || token.type === 'comment' || token.type === 'string') return undefined;
  const statement = statementWith(blocksOf(source.tokens).document, token);
  const text = statement && wordHover(source.model, statement, token);
  return text ? hoverOf(text, rangeOf(token)) : undefined;
}

function hoverOf(value: string, range?: Hover['range']): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, ...(range && { range }) };
}
