import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { type Block, blocksOf, type Statement } from '../text/statements.ts';
import type { Token } from '../text/tokens.ts';
import type { Project } from '../workspace/project.ts';

/** Bodies, comments, and statements that go on over several lines. */
export function foldingRanges(project: Project, uri: string): FoldingRange[] {
  const source = project.source(uri);
  if (!source) return [];
  const ranges: FoldingRange[] = [];
  foldBlock(blocksOf(source.tokens).document, ranges);
  foldComments(source.tokens, ranges);
  return ranges
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)
    .slice(0, project.client.foldingLimit);
}

function foldBlock(block: Block, ranges: FoldingRange[]): void {
  for (const statement of block.statements) {
    foldStatement(statement, ranges);
    for (const body of statement.body) {
      const { open, close } = body;
      // The closing brace stays in sight.
      if (open && close) fold(ranges, open.line, close.line - 1);
      foldBlock(body, ranges);
    }
  }
}

function foldStatement(statement: Statement, ranges: FoldingRange[]): void {
  const [first] = statement.tokens;
  const last = statement.tokens.at(-1);
  if (first && last) fold(ranges, first.line, last.endLine);
}

/** A comment of several lines, or lines of comment without a gap between them. */
function foldComments(tokens: readonly Token[], ranges: FoldingRange[]): void {
  let run: { first: Token; last: Token } | undefined;
  const end = (): void => {
    if (run) fold(ranges, run.first.line, run.last.endLine, FoldingRangeKind.Comment);
    run = undefined;
  };
  let previous: Token | undefined;
  for (const token of tokens) {
    const ownLine = previous?.endLine !== token.line;
    if (token.type !== 'comment' || !ownLine) end();
    else if (token.text.startsWith('/*')) {
      end();
      fold(ranges, token.line, token.endLine, FoldingRangeKind.Comment);
    } else if (run && run.last.endLine + 1 === token.line) run.last = token;
    else {
      end();
      run = { first: token, last: token };
    }
    previous = token;
  }
  end();
}

function fold(ranges: FoldingRange[], startLine: number, endLine: number, kind?: FoldingRangeKind): void {
  if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind && { kind }) });
}
