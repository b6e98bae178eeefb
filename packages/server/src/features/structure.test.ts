import { expect, test } from 'vitest';
import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver-protocol/node';
import { startClient } from '../testing/client.ts';
import { openMarked, textIn, useClient } from '../testing/marked.ts';
import { legend } from './semantic-tokens.ts';

const open = useClient();

async function ask<R>(
  method: string,
  source: string,
  more: object = {},
): Promise<{ found: R; text: string }> {
  const { client, uri, textOf } = await open(source);
  return {
    found: await client.connection.sendRequest(method, { textDocument: { uri }, ...more }),
    text: textOf(uri),
  };
}

const outline = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
  symbols.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name} (${detail})`,
    ...outline(children ?? [], depth + 1),
  ]);

test('document symbols: nested, with kinds and vacancies', async () => {
  const { found } = await ask<DocumentSymbol[]>(
    'textDocument/documentSymbol',
    'team a "A" {\n  role b "B" { seats 2  held by "X" }\n  role c "C"\n  ..> d\n}\nrole d\nplan p { phase q { add role e "E" to a } }\n',
  );
  expect(outline(found)).toEqual([
    'A (team · 3 seats · 2 vacant)',
    '  B (role · 2 seats · 1 vacant)',
    '  C (role · vacant)',
    'd (role · vacant)',
    'p (plan)',
    '  q (phase)',
    '    E (role · vacant)',
  ]);
});

test('document symbols of half-typed text keep what stands around it', async () => {
  const { found } = await ask<DocumentSymbol[]>(
    'textDocument/documentSymbol',
    'team a {\n  lead\n  role\n  role c "C"\n}\nteam b {',
  );
  expect(outline(found).map((line) => line.replace(/ \(.*/, ''))).toEqual(['a', '  role', '  C', 'b']);
});

test('document symbols for a client that knows no nesting', async () => {
  const plain = await startClient({ capabilities: {} });
  const { uri } = await openMarked(plain, 'team a "A" { role b "B" }');
  const found: SymbolInformation[] = await plain.connection.sendRequest('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  expect(found.map(({ name, containerName }) => [name, containerName])).toEqual([
    ['A', undefined],
    ['B', 'A'],
  ]);
  await plain.stop();
});

test('workspace symbols: by name and title, the best first', async () => {
  const { client } = await open('team zebra-ops "Zebra operations" { role zookeeper "Keeper of zebras" }');
  const ask = async (query: string): Promise<string[]> => {
    const found: SymbolInformation[] = await client.connection.sendRequest('workspace/symbol', { query });
    return found.map(({ name }) => name);
  };
  expect(await ask('zebra')).toEqual(['Zebra operations (zebra-ops)', 'Keeper of zebras (zookeeper)']);
  expect(await ask('zkpr')).toEqual(['Keeper of zebras (zookeeper)']);
  expect(await ask('zzzz')).toEqual([]);
});

const folds = async (source: string): Promise<string[]> => {
  const { found } = await ask<FoldingRange[]>('textDocument/foldingRange', source);
  return found.map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`);
};

test.each<[what: string, source: string, ranges: string[]]>([
  ['bodies, but for the closing brace', 'team a {\n  role b {\n    seats 2\n  }\n}\n', ['0-3', '1-2']],
  ['bodies on one line', 'team a { role b }', []],
  ['comments', '/**\n * A\n */\nteam a', ['0-2 comment']],
  ['runs of line comments', '// a\n// b\n\n// c\nteam a // d\n// e', ['0-1 comment']],
  ['lists over several lines', 'team a {\n  serves x,\n    y,\n    z\n  lead q\n}', ['0-4', '1-3']],
  ['nothing of what is not closed', 'team a {\n  role b', []],
  ['an empty document', '', []],
])('folding: %s', async (_, source, ranges) => {
  expect(await folds(source)).toEqual(ranges);
});

test.each<[what: string, source: string, ranges: string[]]>([
  [
    'from the word to the document',
    'team a { lead b.c<|>d  role e }',
    [
      '',
      'cd',
      'b.cd',
      'lead b.cd',
      'lead b.cd  role e',
      '{ lead b.cd  role e }',
      'team a { lead b.cd  role e }',
    ],
  ],
  ['out of a text', 'role a "some ti<|>tle"', ['', 'some title', '"some title"', 'role a "some title"']],
  ['in white space', 'team a {\n <|>\n}', ['', '{\n \n}', 'team a {\n \n}']],
])('selection: %s', async (_, source, ranges) => {
  const { client, uri, position, textOf } = await open(source);
  const [found]: SelectionRange[] = await client.connection.sendRequest('textDocument/selectionRange', {
    textDocument: { uri },
    positions: [position],
  });
  const texts: string[] = [];
  for (let each = found; each; each = each.parent) texts.push(textIn(textOf(uri), each.range));
  expect(texts).toEqual(ranges);
});

test('document links: every text that is an address', async () => {
  const { found, text } = await ask<DocumentLink[]>(
    'textDocument/documentLink',
    'organization o { strategy "Win" "https://a.example/b?c=d"  link "x" "javascript:alert(1)"  note "https://" }',
  );
  expect(found.map(({ range, target }) => [textIn(text, range), target])).toEqual([
    ['https://a.example/b?c=d', 'https://a.example/b?c=d'],
  ]);
});

/** The tokens as `text type.modifier`. */
function painted(text: string, { data }: SemanticTokens): string[] {
  const found: string[] = [];
  let line = 0;
  let column = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    line += lines;
    column = lines === 0 ? column + columns : columns;
    const range = { start: { line, character: column }, end: { line, character: column + length } };
    const named = legend.tokenModifiers.filter((_, index) => (modifiers >> index) & 1);
    found.push([`${textIn(text, range)} ${legend.tokenTypes[type]}`, ...named].join('.'));
  }
  return found;
}

test.each<[what: string, source: string, tokens: string[]]>([
  [
    'declarations, mentions and terms',
    'team a is growth { lead b role b "B" }',
    [
      'team keyword.declaration',
      'a class.declaration',
      'is keyword',
      'growth enumMember.defaultLibrary',
      'lead keyword',
      'b interface',
      'role keyword.declaration',
      'b interface.declaration',
      '"B" string',
    ],
  ],
  [
    'dotted names and arrows',
    'team t { role r }\nplatform p { owner t.r }\nt.r ..> t "x"',
    [
      'team keyword.declaration',
      't class.declaration',
      'role keyword.declaration',
      'r interface.declaration',
      'platform keyword.declaration',
      'p struct.declaration',
      'owner keyword',
      't namespace',
      'r interface',
      't namespace',
      'r interface',
      '..> operator',
      't class',
      '"x" string',
    ],
  ],
  [
    'soft keywords',
    'team content { lead lead  role lead }',
    [
      'team keyword.declaration',
      'content class.declaration',
      'lead keyword',
      'lead interface',
      'role keyword.declaration',
      'lead interface.declaration',
    ],
  ],
  [
    'numbers, units and words',
    'platform p { cost 3k EUR per year  status live }',
    [
      'platform keyword.declaration',
      'p struct.declaration',
      'cost keyword',
      '3k number',
      'EUR type',
      'per keyword',
      'year enumMember',
      'status keyword',
      'live enumMember',
    ],
  ],
  [
    'rules',
    'rules { dotted/purpose off { max 3 } because "x" }',
    [
      'rules keyword',
      'dotted decorator',
      'purpose decorator',
      'off enumMember',
      'max property',
      '3 number',
      'because keyword',
      '"x" string',
    ],
  ],
  [
    'comments over several lines',
    '/* a\n  b */\nteam t // c',
    ['/* a comment', 'b */ comment', 'team keyword.declaration', 't class.declaration', '// c comment'],
  ],
  [
    'names that mean nothing',
    'team t { lead nobody }',
    ['team keyword.declaration', 't class.declaration', 'lead keyword'],
  ],
])('semantic tokens: %s', async (_, source, tokens) => {
  const { found, text } = await ask<SemanticTokens>('textDocument/semanticTokens/full', source);
  expect(painted(text, found)).toEqual(tokens);
});

test('semantic tokens of a range', async () => {
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
  const { found, text } = await ask<SemanticTokens>(
    'textDocument/semanticTokens/range',
    'team a\nteam b\nteam c',
    { range },
  );
  expect(painted(text, found)).toEqual(['team keyword.declaration', 'b class.declaration']);
});
