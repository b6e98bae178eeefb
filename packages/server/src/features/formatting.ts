import { formatDocument } from '@mktorg/language';
import type { Position, Range, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { comparePositions } from '../text/place.ts';
import { blocksOf } from '../text/statements.ts';
import type { Project, Source } from '../workspace/project.ts';

/** The canonical layout, as the smallest changes of whole lines. Nothing for text that does not parse. */
export function formatting(project: Project, uri: string): TextEdit[] {
  const source = project.source(uri);
  return source ? changes(source) : [];
}

/** Of the whole layout, what concerns the lines of the range. */
export function rangeFormatting(project: Project, uri: string, range: Range): TextEdit[] {
  const first = { line: range.start.line, character: 0 };
  return formatting(project, uri).filter(
    (edit) => edit.range.start.line <= range.end.line && comparePositions(edit.range.end, first) > 0,
  );
}

/** After `}`, the element that it closes; after a line break, the line that was finished. */
export function onTypeFormatting(
  project: Project,
  uri: string,
  position: Position,
  typed: string,
): TextEdit[] {
  const source = project.source(uri);
  if (!source) return [];
  const range = typed === '}' ? closedElement(source, position) : lineBefore(position);
  // The line with the cursor is the writer's own.
  return range
    ? rangeFormatting(project, uri, range).filter(({ range: { start, end } }) => {
        return (
          typed === '}' ||
          end.line < position.line ||
          (end.line === position.line && end.character === 0 && start.line < end.line)
        );
      })
    : [];
}

function lineBefore(position: Position): Range | undefined {
  const line = position.line - 1;
  return line < 0 ? undefined : { start: { line, character: 0 }, end: { line, character: 0 } };
}

function closedElement(source: Source, position: Position): Range | undefined {
  const offset = source.offsetAt(position);
  let found: Range | undefined;
  const visit = (block: ReturnType<typeof blocksOf>['document']): void => {
    for (const statement of block.statements) {
      for (const body of statement.body) {
        const first = statement.tokens[0] ?? body.open;
        if (body.close?.end === offset && first) {
          found = {
            start: { line: first.line, character: first.column },
            end: { line: body.close.line, character: body.close.endColumn },
          };
        }
        visit(body);
      }
    }
  };
  visit(blocksOf(source.tokens).document);
  return found;
}

function changes({ document, text }: Source): TextEdit[] {
  const formatted = formatDocument(text);
  return formatted === undefined || formatted === text ? [] : lineEdits(document, text, formatted);
}

/**
 * Edits of whole lines that lead from one text to the other, where they differ in white space alone. Lines belong
 * together where as much that is no white space stands before both, so every edit holds its own: any of them can be
 * made without the others.
 */
export function lineEdits(document: TextDocument, text: string, target: string): TextEdit[] {
  const before = linesOf(text);
  const after = linesOf(target);
  const edits: TextEdit[] = [];
  let [i, j, fromI, fromJ, inkBefore, inkAfter] = [0, 0, 0, 0, 0, 0];
  const flush = (): void => {
    if (i === fromI && j === fromJ) return;
    const end = i === before.length ? document.positionAt(text.length) : { line: i, character: 0 };
    edits.push({
      range: { start: { line: fromI, character: 0 }, end },
      newText: after.slice(fromJ, j).join(''),
    });
  };
  while (i < before.length || j < after.length) {
    const left = before[i];
    const right = after[j];
    const level = inkBefore === inkAfter;
    if (level && left !== undefined && left === right) {
      flush();
      inkBefore += ink(left);
      inkAfter += ink(right);
      i++;
      j++;
      [fromI, fromJ] = [i, j];
      continue;
    }
    const advanceLeft =
      left !== undefined &&
      (right === undefined || inkBefore < inkAfter || (level && ink(right) > 0) || ink(left) === 0);
    const advanceRight =
      right !== undefined &&
      (left === undefined || inkAfter < inkBefore || (level && ink(left) > 0) || ink(right) === 0);
    if (advanceLeft) {
      inkBefore += ink(left);
      i++;
    }
    if (advanceRight) {
      inkAfter += ink(right);
      j++;
    }
  }
  flush();
  return edits;
}

function ink(line: string): number {
  return line.replace(/\s+/g, '').length;
}

/** Lines with their line breaks. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
