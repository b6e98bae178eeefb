import { expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { fullCapabilities } from '../testing/client.ts';
import { useClient } from '../testing/marked.ts';

const open = useClient({
  capabilities: {
    ...fullCapabilities,
    workspace: {
      ...fullCapabilities.workspace,
      workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    },
  },
});

interface Applied {
  readonly [title: string]: { readonly [name: string]: string };
}

/** What every action at the mark makes of the documents, by its title. What the reader is to replace is in ⟦⟧. */
async function actions(source: string, only?: readonly string[]): Promise<Applied> {
  const { client, uri, position, applied } = await open(source);
  await client.settled();
  const found: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only && { only }) },
  });
  return Object.fromEntries(found.map(({ title, edit }) => [title, edit ? applied(edit) : {}]));
}

const only = (text: string) => ({ 'main.mktorg': text });

test.each<[what: string, source: string, title: RegExp, text: string]>([
  [
    'did you mean',
    'role analyst "A"\nteam t "T" { lead anal<|>ist }',
    /analyst/,
    'role analyst "A"\nteam t "T" { lead analyst }',
  ],
  [
    'qualify an ambiguous name',
    'team a { role h }\nteam b { role h }\nplatform p { owner <|>h }',
    /Write .b\.h./,
    'team a { role h }\nteam b { role h }\nplatform p { owner b.h }',
  ],
  [
    'look-alike signs',
    'team t { serves a<|>， b }\nteam a\nteam b',
    /Write .,./,
    'team t { serves a, b }\nteam a\nteam b',
  ],
  [
    'add a statement',
    'platform crm<|> "CRM" is crm\n',
    /owns/,
    'platform crm "CRM" is crm {\n  owner ⟦team⟧\n}\n',
  ],
  [
    'allow with a reason',
    'platform crm<|> "CRM" {\n  used by t\n}\nteam t',
    /^Allow platform\/owner/,
    'platform crm "CRM" {\n  allow platform/owner because "⟦reason⟧"\n  used by t\n}\nteam t',
  ],
  [
    'remove an unused allow',
    'team t {\n  al<|>low platform/owner because "x"\n  note "n"\n}\n',
    /[Rr]emove/,
    'team t {\n  note "n"\n}\n',
  ],
])('%s', async (_, source, title, text) => {
  const found = Object.entries(await actions(source)).find(([each]) => title.test(each));
  expect(found?.[1]).toEqual(only(text));
});

const planned = `team b "B" { lead h  role h "H" { held by "Ann" } }
platform crm<|> "CRM" { owner b  used by b }
plan p "P" {
  phase one "One" {
    change crm { owner -b }
  }
}
`;

test.each<[what: string, source: string, title: RegExp, change: string]>([
  [
    'is settled in its text',
    planned,
    /^Say who owns/,
    'change crm { owner -b }\n    change crm { owner ⟦b⟧ }',
  ],
  [
    'is allowed from it on',
    planned,
    /^Allow platform\/owner from “One” on/,
    'change crm { owner -b allow platform/owner because "⟦reason⟧" }',
  ],
])('what a phase brings %s', async (_, source, title, change) => {
  const found = Object.entries(await actions(source)).find(([each]) => title.test(each));
  const text = source.replace('<|>', '').replace('change crm { owner -b }', change);
  expect(found?.[1]).toEqual(only(text));
});

test('an allow that a phase needs is not unused', async () => {
  const needed = planned.replace('crm<|> "CRM" { ', 'crm "CRM" { al<|>low platform/owner because "later"  ');
  expect(await actions(needed)).toEqual({});
  const unused = needed.replace('change crm { owner -b }', 'told b.h "1:1"');
  expect(Object.keys(await actions(unused)).join()).toMatch(/Remove the unused/);
});

test('nothing where nothing is wrong', async () => {
  expect(await actions('external it<|> "IT"')).toEqual({});
});

test('integrity cannot be allowed', async () => {
  expect(Object.keys(await actions('team t { lead no<|>body }')).join()).not.toContain('Allow');
});

test('only what was asked for', async () => {
  expect(await actions('platform crm<|> "CRM"', ['refactor'])).toEqual({});
  expect(Object.keys(await actions('platform crm<|> "CRM"', ['quickfix'])).length).toBeGreaterThan(0);
});

test('all sure fixes at once', async () => {
  const source =
    'team t {\n  allow platform/owner because "x"\n  note "n"\n}\nteam u {\n  allow dotted/purpose because "y"\n}<|>\n';
  const found = Object.values(await actions(source, ['source.fixAll']));
  expect(found).toEqual([only('team t {\n  note "n"\n}\nteam u {\n}\n')]);
});
