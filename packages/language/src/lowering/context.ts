import type { Place, Problem, ProblemData, RawRef, Text, Word } from '@mktorg/model';
import type { AstNode } from 'langium';
import type { Ident, Mention, Ref, SignedText, Str } from '../generated/ast.ts';
import { extentOf } from '../parser/extent.ts';

/** What lowering one document needs to know, and where it collects what is wrong. */
export interface Lowering {
  readonly uri: string;
  readonly text: string;
  readonly problems: Problem[];
}

export function placeOf({ uri }: Lowering, node: AstNode): Place {
  const extent = extentOf(node);
  if (!extent) return { uri, line: 0, column: 0, endLine: 0, endColumn: 0 };
  const { first, last } = extent;
  // Tokens count from one, and keep their numbers as floating point: `| 0` makes them integers, half the size in memory.
  return {
    uri,
    line: ((first.startLine ?? 1) - 1) | 0,
    column: ((first.startColumn ?? 1) - 1) | 0,
    endLine: ((last.endLine ?? 1) - 1) | 0,
    endColumn: (last.endColumn ?? 0) | 0,
  };
}

/** Where the node starts in the text. */
export function offsetOf(node: AstNode): number {
  return extentOf(node)?.first.startOffset ?? 0;
}

/** Where the text behind the node starts. */
export function endOf(node: AstNode): number {
  return (extentOf(node)?.last.endOffset ?? -1) + 1;
}

/** The text of the node as it is written. */
export function writtenAs(ctx: Lowering, node: AstNode): string {
  const extent = extentOf(node);
  return extent ? ctx.text.slice(extent.first.startOffset, (extent.last.endOffset ?? 0) + 1) : '';
}

export function report(ctx: Lowering, rule: string, at: Place, message: string, data?: ProblemData): void {
  ctx.problems.push(data ? { rule, message, at, data } : { rule, message, at });
}

export function rawRef(ctx: Lowering, node: Ref | Mention | undefined): RawRef | undefined {
  const name: string | undefined = node?.name;
  if (!node || !name) return undefined;
  const at = placeOf(ctx, node);
  const sign = node.$type === 'Mention' ? node.sign : undefined;
  return sign ? { name, at: behindSign(ctx, node, at), sign } : { name, at };
}

export function rawRefs(ctx: Lowering, nodes: readonly (Ref | Mention)[] | undefined): readonly RawRef[] {
  if (!nodes || nodes.length === 0) return none;
  return nodes.map((node) => rawRef(ctx, node)).filter((ref) => ref !== undefined);
}

/** The place of what a sign stands before, with a space between them or more. */
function behindSign(ctx: Lowering, node: AstNode, at: Place): Place {
  const gap = /^[+-]?\s*/.exec(writtenAs(ctx, node))?.[0].split('\n') ?? [];
  const last = gap.at(-1)?.length ?? 0;
  return gap.length > 1
    ? { ...at, line: at.line + gap.length - 1, column: last }
    : { ...at, column: at.column + last };
}

/** Shared, because most lists are empty. */
const none: readonly RawRef[] = [];

export function textOf(ctx: Lowering, node: Str | SignedText | undefined): Text | undefined {
  const written: string | undefined = node?.text;
  if (!node || written === undefined) return undefined;
  const whole = placeOf(ctx, node);
  const at = node.$type === 'SignedText' && node.sign ? behindSign(ctx, node, whole) : whole;
  if (!/^"(\\.|[^"\\])*"$/.test(written)) {
    report(
      ctx,
      'integrity/syntax',
      at,
      'This text has no closing quote. A text ends on the line where it starts.',
    );
  }
  return { value: unquote(written), at };
}

export function wordOf(ctx: Lowering, node: Ident | undefined): Word | undefined {
  const value: string | undefined = node?.text;
  return node && value !== undefined ? { value, at: placeOf(ctx, node) } : undefined;
}

/** The text between the quotes; `\"`, `\\`, `\n` and `\t` stand for what they name. */
export function unquote(written: string): string {
  const inner = written.slice(1, written.length > 1 && written.endsWith('"') ? -1 : undefined);
  return inner.includes('\\')
    ? inner.replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c === 't' ? '\t' : c))
    : inner;
}
