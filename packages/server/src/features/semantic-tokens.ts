import { type ElementId, type ElementKind, findPlanned, isTermKind, mentionsIn } from '@mktorg/model';
import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import { type Block, blocksOf, isKind, type Statement } from '../text/statements.ts';
import type { Token } from '../text/tokens.ts';
import type { Project, Source } from '../workspace/project.ts';

/**
 * Standard types only, so that every theme knows them. What a name names decides its type; `declaration` marks a name
 * where it is declared and a keyword that declares; `defaultLibrary` a standard term. Names that mean nothing have none.
 */
export const legend: SemanticTokensLegend = {
  tokenTypes: [
    'comment',
    'keyword',
    'string',
    'number',
    'operator',
    /** Units: currencies, `weeks`. */
    'type',
    /** Ids of rules. */
    'decorator',
    /** Options of rules. */
    'property',
    /** Words of fixed sets, and terms of the vocabulary. */
    'enumMember',
    /** What stands before a dot; regions, business lines, externals and partners. */
    'namespace',
    /** Teams, committees, initiatives, plans and whatever has no type of its own. */
    'class',
    /** Roles. */
    'interface',
    /** Persons and stakeholders. */
    'variable',
    /** Platforms, AI capabilities and datasets. */
    'struct',
    /** Processes, steps and programs. */
    'function',
  ],
  tokenModifiers: ['declaration', 'defaultLibrary'],
};

const declaration = 1;
const defaultLibrary = 2;

const typesOfKind: { readonly [kind in ElementKind]?: string } = {
  region: 'namespace',
  'business-line': 'namespace',
  external: 'namespace',
  partner: 'namespace',
  role: 'interface',
  person: 'variable',
  stakeholder: 'variable',
  platform: 'struct',
  ai: 'struct',
  dataset: 'struct',
  process: 'function',
  step: 'function',
  program: 'function',
};

function typeOfKind(kind: ElementKind): string {
  return isTermKind(kind) ? 'enumMember' : (typesOfKind[kind] ?? 'class');
}

interface Paint {
  readonly type: string;
  readonly modifiers: number;
}

export function semanticTokens(project: Project, uri: string, range?: Range): SemanticTokens {
  const source = project.source(uri);
  if (!source) return { data: [] };
  const paints = paintsOf(source);
  const data: number[] = [];
  let line = 0;
  let column = 0;
  for (const token of source.tokens) {
    if (range && (token.endLine < range.start.line || token.line > range.end.line)) continue;
    const paint = paints.get(token);
    const type = paint ? legend.tokenTypes.indexOf(paint.type) : -1;
    if (!paint || type < 0) continue;
    for (const part of partsByLine(token)) {
      data.push(
        part.line - line,
        part.line === line ? part.column - column : part.column,
        part.length,
        type,
        paint.modifiers,
      );
      line = part.line;
      column = part.column;
    }
  }
  return { data };
}

/** Editors want tokens that end on the line where they start; only comments do not. */
function partsByLine(token: Token): readonly { line: number; column: number; length: number }[] {
  if (token.line === token.endLine)
    return [{ line: token.line, column: token.column, length: token.text.length }];
  return token.text
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({
      line: token.line + index,
      column: index === 0 ? token.column : text.length - text.trimStart().length,
      length: index === 0 ? text.length : text.trim().length,
    }))
    .filter(({ length }) => length > 0);
}

const byType: { readonly [type in Token['type']]?: string } = {
  comment: 'comment',
  string: 'string',
  number: 'number',
  unit: 'type',
  arrow: 'operator',
  'take-back': 'operator',
};

function paintsOf(source: Source): ReadonlyMap<Token, Paint> {
  const paints = new Map<Token, Paint>();
  for (const token of source.tokens) {
    const type = byType[token.type];
    if (type) paints.set(token, { type, modifiers: 0 });
    else if (token.type === 'keyword') {
      paints.set(token, { type: 'keyword', modifiers: isKind(token.text) ? declaration : 0 });
    }
  }
  paintBlock(blocksOf(source.tokens).document, paints);
  paintNames(source, paints);
  return paints;
}

/** The names that are neither declared nor mention anything: words of fixed sets, rules and their options. */
function paintBlock(block: Block, paints: Map<Token, Paint>): void {
  for (const statement of block.statements) {
    const type = wordType(statement);
    for (const token of statement.tokens.slice(statement.head === 'setting' ? 0 : statement.headLength)) {
      if (token.type === 'name' && type) paints.set(token, { type, modifiers: 0 });
      else if (token.text === '+' || token.text === '-')
        paints.set(token, { type: 'operator', modifiers: 0 });
    }
    if (statement.head === 'setting') paintSetting(statement, paints);
    const [option] = statement.tokens;
    if (statement.head === 'option' && option) paints.set(option, { type: 'property', modifiers: 0 });
    for (const inside of statement.body) paintBlock(inside, paints);
  }
}

const wordHeads: ReadonlySet<string> = new Set(
  'model motion stage currency status meets lens stance strength maturity tags from option cost budget revenue'.split(
    ' ',
  ),
);

function wordType(statement: Statement): string | undefined {
  if (statement.head === 'allow' || statement.head === 'setting') return 'decorator';
  if (statement.head === 'rate') return 'type';
  return wordHeads.has(statement.head) ? 'enumMember' : undefined;
}

function paintSetting(statement: Statement, paints: Map<Token, Paint>): void {
  const severity = statement.tokens[3];
  if (severity?.type === 'name') paints.set(severity, { type: 'enumMember', modifiers: 0 });
}

function paintNames(source: Source, paints: Map<Token, Paint>): void {
  const starts = new Map<string, Token>();
  for (const token of source.tokens) {
    if (token.type === 'name' || token.type === 'keyword') starts.set(`${token.line}:${token.column}`, token);
  }
  for (const { kind, nameAt } of source.fragment.declarations) {
    if (kind === 'dotted-line') continue;
    const token = starts.get(`${nameAt.line}:${nameAt.column}`);
    if (token?.type === 'name') paints.set(token, { type: typeOfKind(kind), modifiers: declaration });
  }
  const indexes = new Map(source.tokens.map((token, index) => [token, index]));
  for (const { to, at } of mentionsIn(source.model, source.uri)) {
    const first = starts.get(`${at.line}:${at.column}`);
    const index = first && indexes.get(first);
    if (index !== undefined) paintMention(source, index, to, at.endColumn, paints);
  }
}

function paintMention(
  source: Source,
  index: number,
  to: ElementId,
  endColumn: number,
  paints: Map<Token, Paint>,
): void {
  const { model, tokens } = source;
  const element = findPlanned(model, to);
  if (!element) return;
  const line = tokens[index]?.line;
  let last: Token | undefined;
  for (let i = index; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.line !== line || token.endColumn > endColumn) break;
    if (token.type !== 'name') continue;
    if (last) paints.set(last, { type: 'namespace', modifiers: 0 });
    last = token;
  }
  const standard = 'standard' in element && element.standard;
  if (last) paints.set(last, { type: typeOfKind(element.kind), modifiers: standard ? defaultLibrary : 0 });
}
