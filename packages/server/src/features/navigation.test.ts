import { expect, test } from 'vitest';
import type { DocumentHighlight, Location, LocationLink } from 'vscode-languageserver-protocol/node';
import { type Opened, textIn, useClient } from '../testing/marked.ts';

const open = useClient();

/** What the places hold, with the name of their document. */
function shown(opened: Opened, places: readonly Location[]): string[] {
  return places.map(({ uri, range }) => {
    const text = opened.textOf(uri);
    return `${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line} ${text === '' ? '' : textIn(text, range)}`.trim();
  });
}

const org = `-- org.mktorg
organization o "O"
team marketing "Marketing" {
  lead brand.head
  team brand "Brand" { role head "Head" { held by "Ann" } }
}
-- b.mktorg
team growth "Growth" is growth { role head "Head"  role pr { reports to brand.head  held by "Ann" } }
head2 ..> growth
external head2 "X"
`;

async function ask(method: string, source: string, more: object = {}): Promise<string[]> {
  const opened = await open(source);
  const { client, uri, position } = opened;
  const found: readonly (Location | LocationLink)[] = await client.connection.sendRequest(method, {
    textDocument: { uri },
    position,
    ...more,
  });
  return shown(
    opened,
    found.map((each) => ('uri' in each ? each : { uri: each.targetUri, range: each.targetSelectionRange })),
  );
}

test.each<[what: string, source: string, places: string[]]>([
  ['a mention', org.replace('lead brand.head', 'lead brand.he<|>ad'), ['org.mktorg:3 head']],
  ['the part before the dot', org.replace('lead brand.head', 'lead bra<|>nd.head'), ['org.mktorg:3 brand']],
  ['across files', org.replace('reports to brand.head', 'reports to brand.head<|>'), ['org.mktorg:3 head']],
  ['the name itself', org.replace('team growth', 'team gro<|>wth'), ['b.mktorg:0 growth']],
  ['the source of a dotted line', org.replace('head2 ..>', 'he<|>ad2 ..>'), ['b.mktorg:2 head2']],
  ['a standard term', org.replace('is growth', 'is gro<|>wth'), ['functions.mktorg:5']],
  ['what means nothing', 'team a { lead no<|>body }', []],
  [
    'what an earlier phase adds',
    'team a\nplan p {\n phase one { add role x to a }\n phase two { told <|>x "soon" } }',
    ['main.mktorg:2 x'],
  ],
  [
    'the part before the dot, in a phase',
    'team a\nplan p {\n phase one { add team b to a { role x } }\n phase two { told <|>b.x } }',
    ['main.mktorg:2 b'],
  ],
  [
    'what moved in an earlier phase',
    'team a { role x }\nteam b\nplan p {\n phase one { move x to b }\n phase two { told x<|> } }',
    ['main.mktorg:0 x'],
  ],
])('definition: %s', async (_, source, places) => {
  const found = await ask('textDocument/definition', source);
  expect(found.map((place) => place.replace(/(functions.mktorg):\d+/, '$1:5'))).toEqual(places);
});

test('type definition: the standard term', async () => {
  const found = await ask('textDocument/typeDefinition', org.replace('team growth', 'team gro<|>wth'));
  expect(found).toEqual([expect.stringMatching(/^functions\.mktorg/)]);
});

test.each<[what: string, source: string, declaration: boolean, places: string[]]>([
  [
    'of a role',
    org.replace('role head "Head" {', 'role he<|>ad "Head" {'),
    true,
    ['b.mktorg:0 head', 'org.mktorg:2 head', 'org.mktorg:3 head'],
  ],
  [
    'of what a phase adds',
    'team a\nplan p {\n phase one { add role <|>x to a }\n phase two { told x  remove x } }',
    true,
    ['main.mktorg:2 x', 'main.mktorg:3 x', 'main.mktorg:3 x'],
  ],
  [
    'without the declaration',
    org.replace('role head "Head" {', 'role he<|>ad "Head" {'),
    false,
    ['b.mktorg:0 head', 'org.mktorg:2 head'],
  ],
  [
    'of somebody in quotes',
    org.replace('held by "Ann" } }', 'held by "A<|>nn" } }'),
    false,
    ['b.mktorg:0 "Ann"', 'org.mktorg:3 "Ann"'],
  ],
])('references: %s', async (_, source, includeDeclaration, places) => {
  expect((await ask('textDocument/references', source, { context: { includeDeclaration } })).sort()).toEqual(
    places,
  );
});

test('highlights: the declaration and the mentions of this document', async () => {
  const opened = await open(org.replace('team brand', 'team bran<|>d'));
  const { client, uri, position } = opened;
  const found: readonly DocumentHighlight[] = await client.connection.sendRequest(
    'textDocument/documentHighlight',
    {
      textDocument: { uri },
      position,
    },
  );
  expect(found.map(({ range, kind }) => [textIn(opened.textOf(uri), range), kind])).toEqual([['brand', 3]]);
});

test('the vocabulary can be read like any document', async () => {
  const { client } = await open('');
  const uri = 'mktorg:/vocabulary/functions.mktorg';
  const text: string = await client.connection.sendRequest('mktorg/vocabulary', { uri });
  await client.open(uri, text);
  const line = text.split('\n').findIndex((each) => /^ +part of growth/.test(each));
  const position = { line, character: (text.split('\n')[line] ?? '').indexOf('growth') + 2 };
  const found: readonly LocationLink[] = await client.connection.sendRequest('textDocument/definition', {
    textDocument: { uri },
    position,
  });
  expect(found).toMatchObject([{ targetUri: uri }]);
  const hover = await client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position,
  });
  expect(JSON.stringify(hover)).toContain('how you sell');
  expect(client.diagnostics.has(uri)).toBe(false);
});
