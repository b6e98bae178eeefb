import { type AstNode, AstUtils } from 'langium';
import { type Document, isAdd } from '../generated/ast.ts';
import { extentOf } from '../parser/extent.ts';
import { syntaxParser } from '../parser/syntax-parser.ts';
import { meaning, type Piece, piecesOf } from './tokens.ts';

/** A line longer than this has its body laid out over several lines. Texts are never broken. */
const width = 120;

/**
 * The text in its canonical layout: two spaces a level, one statement a line, a body that stands on one line in the
 * source kept there where it fits, at most one blank line in a row, and one around elements of several lines at the
 * top. Undefined for text that does not parse: what cannot be read is not moved. Keeps every comment, is idempotent,
 * and never changes what the text says.
 */
export function formatDocument(text: string): string | undefined {
  const parser = syntaxParser();
  const { document, lexed, parserErrors } = parser.parse(text);
  if (lexed.errors.length > 0 || parserErrors.length > 0) return undefined;
  const layout = new Layout(piecesOf(lexed, text), memberStarts(document));
  const formatted = layout.document();
  if (meaning(parser.tokenize(formatted)) !== meaning(lexed)) return text;
  return /\r\n/.test(text) ? formatted.replaceAll('\n', '\r\n') : formatted;
}

const memberTypes: ReadonlySet<string> = new Set(
  (
    'Element Step DottedLine RulesBlock RuleSetting RuleOption Rate TermStatement RefStatement WordStatement ' +
    'TextStatement NumberStatement FlagStatement MoneyStatement MomentStatement LinkStatement MeasureStatement ' +
    'Responsibility UsedBy HeldBy Interim PersonalData Intake Members Transition Weighed Allow Add Move Merge Remove ' +
    'Change Retire Source Told TakenBack'
  ).split(' '),
);

/** Offsets at which members start. What `add` adds is part of its line. */
function memberStarts(document: Document): ReadonlySet<number> {
  const starts = new Set<number>();
  const added = new Set<AstNode | undefined>();
  for (const node of AstUtils.streamAst(document)) {
    const offset = extentOf(node)?.first.startOffset;
    if (memberTypes.has(node.$type) && offset !== undefined && !added.has(node)) starts.add(offset);
    if (isAdd(node)) added.add(node.element).add(node.line).add(node.step);
  }
  return starts;
}

/** One pass over the pieces, member by member. */
class Layout {
  private readonly lines: string[] = [];
  private at = 0;
  private readonly pieces: readonly Piece[];
  private readonly starts: ReadonlySet<number>;

  constructor(pieces: readonly Piece[], starts: ReadonlySet<number>) {
    this.pieces = pieces;
    this.starts = starts;
  }

  document(): string {
    this.members(0);
    while (this.lines.at(-1) === '') this.lines.pop();
    return this.lines.length > 0 ? `${this.lines.join('\n')}\n` : '';
  }

  /** Members and comments up to the closing brace or the end. */
  private members(level: number): void {
    let first = true;
    let roomy = false; // the member before took several lines
    for (let piece = this.piece(); piece && piece.text !== '}'; piece = this.piece()) {
      if (piece.type !== 'token' && piece.breaks === 0 && !first) {
        this.append(piece); // behind the member before it
        continue;
      }
      const from = this.lines.length;
      const blank: boolean = !first && (piece.breaks > 1 || (level === 0 && roomy));
      if (blank) this.lines.push('');
      if (piece.type !== 'token') {
        this.comment(piece, level);
        roomy = false;
      } else {
        this.member(level);
        roomy = this.lines.length - from - (blank ? 1 : 0) > 1;
        if (level === 0 && roomy && !first && !blank) this.spread(from);
      }
      first = false;
    }
  }

  /** A blank line before an element of several lines, above the comments that belong to it. */
  private spread(from: number): void {
    let at = from;
    while (at > 0 && /^\s*(\/\/|\/?\*)/.test(this.lines[at - 1] ?? '')) at--;
    if (at > 0 && this.lines[at - 1] !== '') this.lines.splice(at, 0, '');
  }

  private member(level: number): void {
    const indent = '  '.repeat(level);
    const inline = this.inline(this.at);
    if (inline && indent.length + inline.text.length <= width) {
      this.lines.push(indent + inline.text);
      this.at = inline.end;
      return;
    }
    let line = indent;
    let before: Piece | undefined;
    for (let piece = this.piece(); piece; piece = this.piece()) {
      const starts = this.starts.has(piece.offset) && before !== undefined;
      if (piece.text === '}' && piece.type === 'token') break;
      if (starts) break;
      if (piece.type !== 'token' && before && (piece.breaks > 0 || this.endsMember())) break;
      if (piece.text === '{' && piece.type === 'token') {
        this.lines.push(`${line} {`);
        this.at++;
        this.body(level);
        return;
      }
      const continues = before !== undefined && piece.breaks > 0 && before.text === ',';
      if (before?.type === 'line-comment' || continues) {
        this.lines.push(line);
        line = `${indent}    ${piece.text}`;
      } else {
        line += separator(before, piece) + piece.text;
      }
      before = piece;
      this.at++;
    }
    this.lines.push(line);
  }

  /** From behind the opening brace to behind the closing one. */
  private body(level: number): void {
    const next = this.piece();
    if (next && next.type !== 'token' && next.breaks === 0) this.append(next);
    if (this.piece()?.text === '}') {
      const open = this.lines.pop() ?? '';
      if (open.endsWith('{')) {
        this.lines.push(`${open}}`);
        this.at++;
        return;
      }
      this.lines.push(open);
    }
    this.members(level + 1);
    this.lines.push(`${'  '.repeat(level)}}`);
    this.at++;
  }

  /** The member at this piece on one line, where the source has it so and no line comment stands inside. */
  private inline(from: number): { text: string; end: number } | undefined {
    let text = '';
    let depth = 0;
    let before: Piece | undefined;
    let end = from;
    for (; ; end++) {
      const piece = this.pieces[end];
      if (!piece) break;
      const starts = this.starts.has(piece.offset);
      if (depth === 0 && before && (starts || piece.text === '}')) break;
      if (before && piece.type !== 'token' && depth === 0) {
        if (piece.type === 'line-comment' || piece.breaks > 0 || this.startsMember(end + 1)) break;
      }
      if (piece.type === 'line-comment' || (before && piece.breaks > 0)) {
        // A statement may go on in the next line; a body on one line may not.
        return undefined;
      }
      if (piece.text === '{') depth++;
      text +=
        starts && depth > 0 && before?.text !== '{'
          ? `  ${piece.text}`
          : separator(before, piece) + piece.text;
      if (piece.text === '}') {
        depth--;
        if (depth === 0) {
          end++;
          break;
        }
      }
      before = piece;
    }
    return { text, end };
  }

  private startsMember(index: number): boolean {
    const piece = this.pieces[index];
    return (
      !piece ||
      piece.text === '}' ||
      this.starts.has(piece.offset) ||
      (piece.type !== 'token' && piece.breaks > 0)
    );
  }

  /** Whether the comment at hand stands behind the last token of its member. */
  private endsMember(): boolean {
    return this.startsMember(this.at + 1) || this.pieces[this.at + 1]?.text === '}';
  }

  private append(piece: Piece): void {
    this.lines.push(`${this.lines.pop() ?? ''}  ${piece.text}`);
    this.at++;
  }

  private comment(piece: Piece, level: number): void {
    const indent = '  '.repeat(level);
    const [first = '', ...rest] = piece.text.split(/\r?\n/);
    // The stars of a doc comment stand under each other; what is no star keeps its own indentation.
    const lines = rest.map((line) => (/^\s*\*/.test(line) ? `${indent} ${line.trim()}` : line.trimEnd()));
    this.lines.push(indent + first, ...lines);
    this.at++;
  }

  private piece(): Piece | undefined {
    return this.pieces[this.at];
  }
}

function separator(before: Piece | undefined, piece: Piece): string {
  if (!before) return '';
  if (piece.type === 'token' && /^[,./]$/.test(piece.text)) return '';
  if (before.type === 'token' && /^[./+-]$/.test(before.text)) return '';
  if (before.text === '{' && piece.text === '}') return '';
  return ' ';
}
