import type { Element, ElementId, OrgModel, Place } from '@mktorg/model';
import { findPlanned } from '@mktorg/model';
import { type Edit, type Fix, stringText } from './fix.ts';
import { statedInPhase } from './phase-text.ts';
import {
  bodyStart,
  isBlank,
  isBreak,
  lineOf,
  offsetOf,
  placeAt,
  type Source,
  sourceOf,
} from './source-text.ts';

/** New text for a place. `choose` is the place in the new text that the reader has to replace, as offsets into it. */
export interface TextEdit {
  readonly at: Place;
  readonly text: string;
  readonly choose?: readonly [from: number, to: number];
}

/**
 * The changes of text that carry out a fix, in order of their places. `textOf` gives the text of a document that the
 * model was read from; `undefined` where a document or element is not to be found.
 */
export function textEditsOf(
  model: OrgModel,
  fix: Fix,
  textOf: (uri: string) => string | undefined,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const edit of fix.edits) {
    const made = textEditOf(model, edit, textOf);
    if (!made) return undefined;
    edits.push(made);
  }
  return edits.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}

function textEditOf(
  model: OrgModel,
  edit: Edit,
  textOf: (uri: string) => string | undefined,
): TextEdit | undefined {
  switch (edit.kind) {
    case 'replace':
      return chosen(edit.at, edit.text, edit.choose);
    case 'remove': {
      const source = sourceOf(textOf, edit.at.uri);
      return source && { at: wholeLines(edit.at, source), text: '' };
    }
    case 'set-title': {
      const found = declaration(model, edit.element, textOf);
      return found && titled(found, edit.title);
    }
    case 'add-statement': {
      const found = declaration(model, edit.element, textOf);
      return found && stated(found, edit.statement, edit.choose);
    }
    case 'state-in-phase': {
      const found = statedInPhase(model, edit, textOf);
      return found && chosen(found.at, found.text, edit.choose);
    }
  }
}

/** `choose` is what stands last of its like: in `lead lead` the name, not the keyword. */
function chosen(at: Place, text: string, choose: string | undefined): TextEdit {
  const start = choose === undefined ? -1 : text.lastIndexOf(choose);
  return start < 0 || choose === undefined
    ? { at, text }
    : { at, text, choose: [start, start + choose.length] };
}

/** The place with the rest of its lines, if nothing else stands on them; else with the blanks before it. */
function wholeLines(at: Place, source: Source): Place {
  const { text } = source;
  let from = offsetOf(source, at.line, at.column);
  let to = offsetOf(source, at.endLine, at.endColumn);
  while (from > 0 && isBlank(text[from - 1])) from--;
  const opensLine = from === 0 || isBreak(text[from - 1]);
  let after = to;
  while (isBlank(text[after])) after++;
  if (opensLine && (after === text.length || isBreak(text[after]))) {
    to = after;
    if (text[to] === '\r') to++;
    if (text[to] === '\n') to++;
  } else if (opensLine) {
    from = offsetOf(source, at.line, at.column);
    to = after;
  }
  return placeAt(source, at.uri, from, to);
}

interface Declared {
  readonly element: Element;
  readonly source: Source;
  /** Offsets of the declaration, and of the end of its name. */
  readonly from: number;
  readonly to: number;
  readonly nameEnd: number;
}

function declaration(
  model: OrgModel,
  id: ElementId,
  textOf: (uri: string) => string | undefined,
): Declared | undefined {
  const element = findPlanned(model, id);
  const source = element && sourceOf(textOf, element.at.uri);
  if (!element || !source) return undefined;
  return {
    element,
    source,
    from: offsetOf(source, element.at.line, element.at.column),
    to: offsetOf(source, element.at.endLine, element.at.endColumn),
    nameEnd: offsetOf(source, element.nameAt.endLine, element.nameAt.endColumn),
  };
}

function titled({ element, source, to, nameEnd }: Declared, title: string): TextEdit | undefined {
  const old = /^\s*("(?:\\.|[^"\\\r\n])*")/.exec(source.text.slice(nameEnd, to));
  const { uri } = element.at;
  if (!old?.[1]) return { at: placeAt(source, uri, nameEnd, nameEnd), text: ` ${stringText(title)}` };
  const start = nameEnd + old[0].length - old[1].length;
  return { at: placeAt(source, uri, start, start + old[1].length), text: stringText(title) };
}

/** First in the body, on a line of its own unless the body is one line; with a body where there is none. */
function stated(
  { element, source, from, to, nameEnd }: Declared,
  statement: string,
  choose?: string,
): TextEdit {
  const { uri } = element.at;
  const brace = bodyStart(source.text, nameEnd, to);
  const indent =
    /^[ \t]*/.exec(source.text.slice(source.starts[lineOf(source.starts, from)] ?? 0))?.[0] ?? '';
  if (brace === undefined) {
    const before = ` {\n${indent}  `;
    return chosen(placeAt(source, uri, to, to), `${before}${statement}\n${indent}}`, choose);
  }
  const place = placeAt(source, uri, brace + 1, brace + 1);
  const [line = ''] = source.text.slice(brace + 1, to).split(/\r\n|\r|\n/, 1);
  if (line.trim() === '' || line.trim().startsWith('//')) {
    const before = `\n${indent}  `;
    return chosen(place, `${before}${statement}`, choose);
  }
  return chosen(place, line.startsWith(' }') ? ` ${statement}` : ` ${statement} `, choose);
}
