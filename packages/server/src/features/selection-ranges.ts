import type { Position, Range, SelectionRange } from 'vscode-languageserver';
import { rangeOf } from '../text/place.ts';
import { type Block, blocksOf, type Statement } from '../text/statements.ts';
import { type Token, tokenAt } from '../text/tokens.ts';
import type { Project } from '../workspace/project.ts';

/** From the word out: the dotted name, the statement, the statements around it, their braces, the element, and on. */
export function selectionRanges(
  project: Project,
  uri: string,
  positions: readonly Position[],
): SelectionRange[] {
  const source = project.source(uri);
  if (!source) return positions.map((position) => ({ range: { start: position, end: position } }));
  const { tokens, document } = source;
  const whole: Range = { start: { line: 0, character: 0 }, end: document.positionAt(source.text.length) };
  const blocks = blocksOf(tokens).document;
  return positions.map((asked) => {
    const offset = source.offsetAt(asked);
    const position = document.positionAt(offset);
    const ranges = [whole, ...around(blocks, offset)];
    const token = tokenAt(tokens, offset);
    if (token) ranges.push(...dottedName(tokens, token), rangeOf(token), ...insideQuotes(token, offset));
    ranges.push({ start: position, end: position });
    return chain(ranges);
  });
}

function around(block: Block, offset: number): Range[] {
  for (const statement of block.statements) {
    const { first, last } = endsOf(statement);
    if (!first || !last || offset < first.offset || offset > last.end) continue;
    const ranges = [{ start: rangeOf(first).start, end: rangeOf(last).end }];
    const lastOfHead = statement.tokens.at(-1);
    if (lastOfHead && offset <= lastOfHead.end) {
      ranges.push({ start: rangeOf(first).start, end: rangeOf(lastOfHead).end });
    }
    for (const body of statement.body) {
      const { open, close } = body;
      if (!open || offset < open.offset || (close && offset > close.end)) continue;
      const end = close ?? last;
      ranges.push({ start: rangeOf(open).start, end: rangeOf(end).end });
      const inside = statementsRange(body);
      if (inside && offset >= open.end && (!close || offset <= close.offset)) ranges.push(inside);
      ranges.push(...around(body, offset));
    }
    return ranges;
  }
  return [];
}

function endsOf(statement: Statement): { first: Token | undefined; last: Token | undefined } {
  const body = statement.body.at(-1);
  const first = statement.tokens[0] ?? statement.body[0]?.open;
  if (!body) return { first, last: statement.tokens.at(-1) };
  const lastInside = body.statements.at(-1);
  return { first, last: body.close ?? (lastInside ? endsOf(lastInside).last : body.open) };
}

function statementsRange(block: Block): Range | undefined {
  const [head] = block.statements;
  const tail = block.statements.at(-1);
  const first = head && endsOf(head).first;
  const last = tail && endsOf(tail).last;
  return first && last ? { start: rangeOf(first).start, end: rangeOf(last).end } : undefined;
}

/** `brand.designer` around either part. */
function dottedName(tokens: readonly Token[], token: Token): Range[] {
  const index = tokens.indexOf(token);
  let from = index;
  let to = index;
  while (tokens[from - 1]?.text === '.' || (from < index && tokens[from]?.text === '.')) from--;
  while (tokens[to + 1]?.text === '.' || (to > index && tokens[to]?.text === '.')) to++;
  const first = tokens[from];
  const last = tokens[to];
  return first && last && from !== to ? [{ start: rangeOf(first).start, end: rangeOf(last).end }] : [];
}

function insideQuotes(token: Token, offset: number): Range[] {
  if (token.type !== 'string' || offset === token.offset || offset === token.end) return [];
  const { start, end } = rangeOf(token);
  const closed = token.text.length > 1 && token.text.endsWith('"');
  return [
    {
      start: { line: start.line, character: start.character + 1 },
      end: { line: end.line, character: end.character - (closed ? 1 : 0) },
    },
  ];
}

/** The ranges from the outermost in, without those that say nothing new. */
function chain(ranges: readonly Range[]): SelectionRange {
  let current: SelectionRange | undefined;
  for (const range of ranges) {
    if (current && (same(current.range, range) || !within(current.range, range))) continue;
    current = { range, ...(current && { parent: current }) };
  }
  return current ?? { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
}

function same(a: Range, b: Range): boolean {
  return within(a, b) && within(b, a);
}

function within(outer: Range, inner: Range): boolean {
  const before = (a: Range['start'], b: Range['start']): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}
