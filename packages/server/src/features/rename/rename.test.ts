import { expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { textIn, useClient } from '../../testing/marked.ts';

const open = useClient();

async function renamed(source: string, newName: string): Promise<{ readonly [name: string]: string }> {
  const opened = await open(source);
  const { client, uri, position } = opened;
  const edit: WorkspaceEdit = await client.connection.sendRequest('textDocument/rename', {
    textDocument: { uri },
    position,
    newName,
  });
  return opened.applied(edit);
}

const org = `-- org.mktorg
organization o "O"
team marketing "Marketing" {
  lead cmo
  role cmo "CMO"
  team brand "Brand" { lead head  role head "Head"  role designer "Designer" }
}
-- b.mktorg
team growth "Growth" { lead growth.head  role head "Head"  role pr "PR" { reports to brand.head } }
designer ..> pr "x"
platform crm "CRM" { owner brand  used by designer for "a" }
`;

test('in every document of the organization', async () => {
  const source = org.replace('role designer', 'role desig<|>ner');
  expect(await renamed(source, 'artist')).toEqual({
    'org.mktorg': expect.stringContaining('role artist "Designer"'),
    'b.mktorg': expect.stringMatching(/artist \.\.> pr "x"[\s\S]*used by artist for "a"/),
  });
});

test('from a mention, and of a dotted name only the part', async () => {
  const source = org.replace('reports to brand.head', 'reports to br<|>and.head');
  expect(await renamed(source, 'marque')).toEqual({
    'org.mktorg': expect.stringContaining('team marque "Brand"'),
    'b.mktorg': expect.stringMatching(/reports to marque\.head[\s\S]*owner marque/),
  });
});

test('a name that becomes ambiguous is qualified, its own mentions and those of the other', async () => {
  const source = org.replace('role designer', 'role desig<|>ner');
  const { 'b.mktorg': text } = await renamed(source, 'pr');
  expect(text).toContain('brand.pr ..> growth.pr "x"');
  expect(text).toContain('used by brand.pr for');
});

test('a name that would be captured by a closer one is qualified', async () => {
  const source = `-- o.mktorg
organization o "O"
team z "Z" { role chief<|> "Chief" }
team a "A" {
  role boss "Boss"
  role x "X" { reports to chief }
}
`;
  expect(await renamed(source, 'boss')).toEqual({ 'o.mktorg': expect.stringContaining('reports to z.boss') });
  const hidden = source.replace('team z "Z" { role chief<|> "Chief" }', 'role chief<|> "Chief"');
  await expect(renamed(hidden, 'boss')).rejects.toThrow(
    /could not be told from something else in o.mktorg, line 5/,
  );
});

test('names of any script, however they are encoded', async () => {
  const source = 'team e\u0301quipe "E" { }\nplatform p "P" { owner équi<|>pe }\nplatform q { owner équipe }';
  expect(await renamed(source, 'فريق')).toEqual({
    'main.mktorg': 'team فريق "E" { }\nplatform p "P" { owner فريق }\nplatform q { owner فريق }',
  });
});

test('what a plan says is renamed with it', async () => {
  const source = `-- o.mktorg
organization o "O"
platform old<|>-email "Email" { owner t }
team t "T"
plan p "P" { phase one "1" from 2027-01 to 2027-02 { retire old-email  change old-email { owner t } } }
`;
  expect(await renamed(source, 'mail')).toEqual({
    'o.mktorg': expect.stringContaining('retire mail  change mail {'),
  });
});

const plan = `-- o.mktorg
organization o "O"
team a "A" { role x "X" }
-- p.mktorg
plan p "P" {
  phase one "1" { add team core "Core" { lead boss  role boss "Boss" }  move x to core }
  phase two "2" { add role clerk "Clerk" to core { reports to core.boss }  change core { serves a }  told x, clerk "soon" }
}
`;

test.each<[what: string, source: string, newName: string, text: RegExp]>([
  [
    'where it is added',
    plan.replace('add team core', 'add team co<|>re'),
    'hub',
    /add team hub [\s\S]*move x to hub [\s\S]*to hub \{ reports to hub\.boss \}\s+change hub/,
  ],
  [
    'where a later phase speaks of it',
    plan.replace('change core', 'change co<|>re'),
    'hub',
    /add team hub [\s\S]*move x to hub [\s\S]*to hub \{ reports to hub\.boss \}\s+change hub/,
  ],
  [
    'inside what is added',
    plan.replace('lead boss', 'lead bo<|>ss'),
    'chief',
    /lead chief {2}role chief [\s\S]*reports to core\.chief/,
  ],
  ['of today, in phases', plan.replace('move x', 'move x<|>'), 'y', /move y to core[\s\S]*told y, clerk/],
])('what a phase brings is renamed in all phases: %s', async (_, source, newName, text) => {
  expect((await renamed(source, newName))['p.mktorg']).toMatch(text);
});

test.each<[what: string, source: string, newName: string, why: RegExp]>([
  [
    'a taken name',
    org.replace('role designer', 'role desig<|>ner'),
    'head',
    /There is a role called “head” in the same place/,
  ],
  ['no name', org.replace('role designer', 'role desig<|>ner'), '3d artist', /is no name/],
  ['an empty name', org.replace('role designer', 'role desig<|>ner'), '', /is no name/],
  ['a standard term', 'team a "A" is gro<|>wth', 'x', /standard term/],
  ['a name that follows from the title', 'charter { go<|>al "Grow" }', 'x', /title/],
  ['a word of the language', 'team a "A" { char<|>ter { mission "Grow" } }', 'x', /no name of its own/],
  ['no name at all', 'team a "A" {  <|>  }', 'x', /no name here/],
])('refuses %s, and says why', async (_, source, newName, why) => {
  await expect(renamed(source, newName)).rejects.toThrow(why);
});

test('a name of another kind may be the same', async () => {
  const { 'b.mktorg': text } = await renamed(org.replace('platform crm', 'platform cr<|>m'), 'brand');
  expect(text).toContain('platform brand "CRM"');
});

test('prepare gives the part of the name, or refuses', async () => {
  const { client, uri, position, textOf } = await open(
    org.replace('reports to brand.head', 'reports to brand.he<|>ad'),
  );
  const found: { range: Parameters<typeof textIn>[1]; placeholder: string } =
    await client.connection.sendRequest('textDocument/prepareRename', { textDocument: { uri }, position });
  expect([textIn(textOf(uri), found.range), found.placeholder]).toEqual(['head', 'head']);
  const elsewhere = { textDocument: { uri }, position: { line: 99, character: 0 } };
  await expect(client.connection.sendRequest('textDocument/prepareRename', elsewhere)).rejects.toThrow(
    /no name here/,
  );
});

test('after a rename the texts of the server are what they were', async () => {
  const opened = await open(org.replace('role designer', 'role desig<|>ner'));
  const { client, uri, position } = opened;
  await client.settled();
  const before = client.diagnostics.get(uri);
  await client.connection.sendRequest('textDocument/rename', {
    textDocument: { uri },
    position,
    newName: 'artist',
  });
  await client.change(uri, `${opened.textOf(uri)}\n`);
  await client.settled();
  expect(client.diagnostics.get(uri)).toEqual(before);
});
