import { expect, test } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  InlayHint,
  TypeHierarchyItem,
} from 'vscode-languageserver-protocol/node';
import { type Opened, textIn, useClient } from '../testing/marked.ts';

const open = useClient({
  settings: { inlayHints: { reportsTo: true } },
  initializationOptions: { revealCommand: 'reveal' },
});

const org = `external ceo "CEO"
team m "Marketing" {
  lead cmo
  role cmo "CMO" { reports to ceo  held by "A" }
  team b "Brand" { lead head  role head "Head" { held by "B" }  role d "Designer" { seats 3  held by "C" } }
}
process p "P" { owner m
  step one by b
  step two by m within 2 days
  step three by b
}
`;

test('code lenses: seats, vacancies, findings, direct reports', async () => {
  const { client, uri, textOf } = await open(`${org}platform x "X" { }\n`);
  const lenses: CodeLens[] = await client.connection.sendRequest('textDocument/codeLens', {
    textDocument: { uri },
  });
  expect(lenses.map(({ range, command }) => `${textIn(textOf(uri), range)}: ${command?.title}`)).toEqual([
    expect.stringMatching(/^m: 5 seats · 2 vacant/),
    'cmo: 1 direct report',
    expect.stringMatching(/^b: 4 seats · 2 vacant/),
    'head: 1 direct report in 3 seats',
  ]);
  expect(lenses[0]?.command).toMatchObject({ command: 'reveal', arguments: [{ root: uri, id: 'team:m' }] });
});

test('inlay hints: to whom a role reports, where it does not say', async () => {
  const { client, uri } = await open(org);
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hints: InlayHint[] = await client.connection.sendRequest('textDocument/inlayHint', {
    textDocument: { uri },
    range,
  });
  expect(
    hints.map(({ position, label }) => [
      position.line,
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    ]),
  ).toEqual([
    [4, '→ CMO'],
    [4, '→ Head'],
  ]);
});

async function item<I>(
  kind: 'TypeHierarchy' | 'CallHierarchy',
  source: string,
): Promise<{ opened: Opened; items: I[] }> {
  const opened = await open(source);
  const { client, uri, position } = opened;
  const items: I[] = await client.connection.sendRequest(`textDocument/prepare${kind}`, {
    textDocument: { uri },
    position,
  });
  return { opened, items };
}

test('type hierarchy: the reporting line', async () => {
  const { opened, items } = await item<TypeHierarchyItem>(
    'TypeHierarchy',
    org.replace('role head', 'role he<|>ad'),
  );
  const follow = async (way: string, from: TypeHierarchyItem | undefined): Promise<TypeHierarchyItem[]> =>
    opened.client.connection.sendRequest(`typeHierarchy/${way}`, { item: from });
  const names = (list: readonly TypeHierarchyItem[]): string[] => list.map(({ name }) => name);
  expect(names(items)).toEqual(['Head']);
  const above = await follow('supertypes', items[0]);
  expect(names(above)).toEqual(['CMO']);
  const top = await follow('supertypes', above[0]);
  expect(names(top)).toEqual(['CEO']);
  expect(names(await follow('subtypes', top[0]))).toEqual(['CMO']);
  expect(names(await follow('subtypes', items[0]))).toEqual(['Designer']);
});

test('call hierarchy: the handoffs of processes', async () => {
  const { opened, items } = await item<CallHierarchyItem>(
    'CallHierarchy',
    org.replace('one by b', 'one by <|>b'),
  );
  const { connection } = opened.client;
  expect(items.map(({ name }) => name)).toEqual(['Brand']);
  const out: CallHierarchyOutgoingCall[] = await connection.sendRequest('callHierarchy/outgoingCalls', {
    item: items[0],
  });
  expect(
    out.map(({ to, fromRanges }) => [
      to.name,
      fromRanges.map((range) => textIn(opened.textOf(opened.uri), range)),
    ]),
  ).toEqual([['Marketing', ['one']]]);
  const into: CallHierarchyIncomingCall[] = await connection.sendRequest('callHierarchy/incomingCalls', {
    item: items[0],
  });
  expect(
    into.map(({ from, fromRanges }) => [
      from.name,
      fromRanges.map((range) => textIn(opened.textOf(opened.uri), range)),
    ]),
  ).toEqual([['Marketing', ['two']]]);
});
