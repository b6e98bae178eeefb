import { expect, test } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol/node';
import { applyEdits, useClient } from '../../testing/marked.ts';

const open = useClient({ initializationOptions: { suggestCommand: 'suggest' } });

/** What is offered at the mark, best first. */
async function offered(source: string, triggerCharacter?: string): Promise<CompletionItem[]> {
  const { client, uri, position } = await open(source);
  const context = triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter };
  const list: CompletionList = await client.connection.sendRequest('textDocument/completion', {
    textDocument: { uri },
    position,
    context,
  });
  return list.items.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

async function labels(source: string, trigger?: string): Promise<string[]> {
  return (await offered(source, trigger)).map(({ label }) => label);
}

const org = `
-- org.mktorg
organization o "O" { currency SEK }
region emea "EMEA"
external it "Corporate IT"
person ayu "Ayu Lestari"
team marketing "Marketing" {
  lead cmo
  role cmo "Chief"
  team brand "Brand" {
    lead head
    role head "Head of Brand"
    role designer "Designer"
  }
  team growth "Growth" { role head "Head of Growth"  role analyst "Analyst" }
}
platform crm "CRM" { owner marketing }
-- a.mktorg
`;

test.each<[what: string, source: string, has: string[], not: string[]]>([
  [
    'elements at the top',
    '<|>',
    ['team', 'platform', 'rules', 'rate', 'organization'],
    ['owner', 'step', 'goal'],
  ],
  ['elements at the top, half-typed', 'te<|>', ['team'], ['lead']],
  [
    'statements of the kind',
    'team x {\n  <|>\n}',
    ['lead', 'responsible for', 'role', 'team', 'note', '..>'],
    ['owner', 'seats'],
  ],
  ['no single statement twice', 'team x {\n  lead x\n  <|>\n}', ['responsible for'], ['lead']],
  ['not even one that follows', 'team x {\n  <|>\n  lead x\n}', ['responsible for'], ['lead']],
  ['lists again', 'team x {\n  serves y\n  <|>\n}', ['serves'], []],
  ['in a body without an end', 'team x {\n  <|>', ['lead', 'role'], ['owner']],
  ['between broken lines', 'team x {\n  lead\n  <|>\n  role y "', ['responsible for'], ['organization']],
  ['on the line of another statement', 'team x { lead y  <|> }', ['responsible for'], ['lead']],
  ['names of the kind', 'team x {\n  lead <|>\n}', ['cmo', 'designer'], ['brand', 'crm', 'lead']],
  ['names, half-typed', 'team x {\n  lead des<|>', ['designer'], ['cmo']],
  ['names by title', 'team x {\n  lead Ana<|>', ['analyst'], ['cmo']],
  ['names that two have are qualified', 'team x {\n  lead <|>', ['brand.head', 'growth.head'], ['head']],
  ['names behind a dot', 'team x {\n  lead brand.<|>', ['brand.head', 'brand.designer'], ['cmo']],
  ['names behind a dot, half-typed', 'team x {\n  lead brand.d<|>', ['brand.designer'], ['cmo']],
  ['names of a list', 'platform p {\n  integrates crm, <|>', ['crm'], ['cmo']],
  ['names of a list that goes on', 'platform p {\n  integrates crm,\n    <|>', ['crm'], ['owner']],
  ['capabilities', 'team x {\n  responsible for <|>', ['pricing', 'case-studies'], ['cmo', 'brand']],
  [
    'parts of a responsibility',
    'team x {\n  responsible for pricing <|>',
    ['to', 'with', 'because'],
    ['for'],
  ],
  ['activities', 'team x {\n  responsible for pricing to <|>', ['produce', 'deliver'], ['pricing']],
  [
    'partners of a responsibility',
    'team x {\n  responsible for pricing with <|>',
    ['it', 'marketing'],
    ['produce'],
  ],
  ['the function of a team', 'team x "X" is <|>', ['growth', 'brand-marketing'], ['pricing', 'marketing']],
  ['the form of a team', 'team x as <|>', ['center-of-excellence'], ['growth']],
  ['the scope of a team', 'team x in <|>', ['emea'], ['growth']],
  ['parts of a header', 'team x "X" <|>', ['is', 'as', 'in'], ['from']],
  ['parts of a header, once used', 'team x is growth <|>', ['as', 'in'], ['is']],
  ['words of a fixed set', 'organization x { model <|>', ['hybrid', 'centralized'], ['sales-led']],
  ['a word, half-typed', 'organization x { model hy<|>', ['hybrid'], []],
  ['second words', 'role r {\n  reports <|>', ['to'], ['cmo']],
  ['second words that share their first', 'partner p {\n  budget <|>', ['owner'], []],
  ['whom a role reports to', 'role r {\n  reports to <|>', ['cmo', 'it'], ['crm']],
  ['holders', 'role r {\n  held by <|>', ['ayu', '"…"'], ['cmo']],
  ['dotted lines from here', 'role r {\n  ..> <|>', ['cmo', 'brand', 'it'], ['crm']],
  ['dotted lines from elsewhere', 'designer ..> <|>', ['cmo', 'brand', 'it'], ['crm']],
  ['rules to allow', 'role r {\n  allow <|>', ['reporting/span-of-control'], ['integrity/syntax']],
  ['rules to allow, half-typed', 'role r {\n  allow reporting/<|>', ['reporting/span-of-control'], []],
  ['a reason', 'role r {\n  allow reporting/span-of-control <|>', ['because'], []],
  ['settings of rules', 'rules {\n  <|>\n}', ['reporting/span-of-control'], ['team', 'integrity/syntax']],
  ['severities', 'rules {\n  dotted/purpose <|>\n}', ['warning', 'off'], ['because']],
  ['options of a rule', 'rules {\n  reporting/span-of-control warning { <|>', ['max'], ['error']],
  ['currencies, those in use first', 'team x {\n  budget 3 <|>', ['SEK', 'EUR'], ['per']],
  ['periods', 'team x {\n  budget 3 EUR per <|>', ['year', 'month'], []],
  ['dates', 'platform p {\n  renews <|>', [`${new Date().getFullYear() + 1}`], []],
  ['dates, half-typed', 'platform p {\n  renews 20<|>', [`${new Date().getFullYear() + 1}`], ['owner']],
  ['units of time', 'process p {\n  step a within 3 <|>', ['days', 'hours'], ['approval']],
  ['what a step needs', 'process p {\n  step a <|>', ['by', 'via', 'within'], []],
  ['who does a step', 'process p {\n  step a by <|>', ['brand', 'it'], ['crm']],
  ['the platform of a step', 'process p {\n  step a by brand via <|>', ['crm'], ['brand']],
  ['what a phase can do', 'plan p { phase q {\n  <|>', ['add', 'retire', 'revenue'], ['lead']],
  ['what a phase can add', 'plan p { phase q {\n  add <|>', ['role', 'platform'], ['plan']],
  ['what a phase can move', 'plan p { phase q {\n  move <|>', ['analyst'], []],
  ['where to', 'plan p { phase q {\n  move analyst to <|>', ['brand'], []],
  [
    'what a change states on what it is about',
    'plan p { phase q {\n  change crm {\n    <|>',
    ['owner', 'used by'],
    ['seats', 'lead'],
  ],
  [
    'what a change takes back',
    'plan p { phase q {\n  change analyst {\n    -<|>',
    ['held by', 'level'],
    ['owner', 'analyst', 'responsible for'],
  ],
  [
    'what a change takes back, too',
    'plan p { phase q {\n  change analyst { -level -h<|>',
    ['held by'],
    ['analyst'],
  ],
  ['who goes from a list', 'plan p { phase q {\n  change crm { used by -<|>', ['brand'], ['owner']],
  [
    'what a change says before its braces',
    'plan p { phase q {\n  change analyst <|>',
    ['is', 'in'],
    ['within', 'as'],
  ],
  [
    'what a change says a role is',
    'plan p { phase q {\n  change analyst is <|>',
    ['architect'],
    ['brand-marketing'],
  ],
  [
    'where a dotted line goes that a phase removes',
    'plan p { phase q {\n  remove analyst ..> <|>',
    ['brand'],
    ['crm'],
  ],
  [
    'the process of a step',
    'process path { step one }\nplan p { phase q {\n  add step two to <|>',
    ['path'],
    ['brand'],
  ],
  [
    'where a step goes',
    'process path { step one }\nplan p { phase q {\n  add step two to path after <|>',
    ['one'],
    ['brand'],
  ],
  [
    'where a step moves',
    'process path { step one  step two }\nplan p { phase q {\n  move path.two to path before <|>',
    ['one'],
    ['brand'],
  ],
  ['a body right behind its brace', 'team x {<|>', ['lead', 'role'], ['region']],
  ['another of a list right behind its comma', 'platform p {\n  used by brand,<|>', ['growth'], ['owner']],
  [
    'what an earlier phase adds',
    'plan p { phase q { add team core "Core" }\n phase r {\n  move analyst to <|>',
    ['core', 'brand'],
    ['crm', 'emea'],
  ],
  [
    'what the phase itself adds',
    'plan p { phase q {\n  add role nurse to brand\n  told <|>',
    ['nurse', 'analyst'],
    [],
  ],
  [
    'not what a later phase adds',
    'plan p { phase q {\n  told <|>\n}\n phase r { add role nurse to brand } }',
    ['analyst'],
    ['nurse'],
  ],
  [
    'not what an earlier phase takes away',
    'plan p { phase q { remove analyst }\n phase r {\n  move <|>',
    ['designer'],
    ['analyst'],
  ],
  [
    'what a platform can be moved to',
    'plan p { phase q {\n  move crm to <|>',
    ['marketing', 'brand', 'it'],
    ['crm', 'emea'],
  ],
  [
    'what a team can be merged into',
    'plan p { phase q {\n  merge brand into <|>',
    ['growth'],
    ['crm', 'cmo'],
  ],
  ['what replaces a platform', 'plan p { phase q {\n  retire crm replaced by <|>', ['crm'], ['growth']],
  ['how a skill is found', 'plan p { phase q {\n  source seo by <|>', ['hire', 'train'], []],
  ['members of a committee', 'committee c {\n  members <|>', ['brand', 'ayu'], ['crm']],
  ['the share of a member', 'initiative c {\n  members brand <|>', ['at'], []],
  ['terms of a term', 'capability mine {\n  home <|>', ['growth'], ['marketing']],
  ['a level inside a role', 'role r {\n  level <|>', ['director'], ['cmo']],
  ['statements of a level at the top', 'level boss {\n  <|>', ['rank'], ['lead']],
  ['a soft keyword as a name', 'team content {\n  <|>', ['lead'], []],
  ['an arrow behind a title', 'role r { ..> it "x" { <|>', ['strength'], []],
])('%s', async (_, source, has, not) => {
  const found = await labels(org + source);
  expect(found).toEqual(expect.arrayContaining(has));
  for (const label of not) expect(found).not.toContain(label);
});

test.each<[what: string, source: string]>([
  ['in a title', 'team x "<|>"'],
  ['in an unfinished title', 'team x "some <|>'],
  ['in a comment', '// te<|>'],
  ['in a long comment', '/* te<|> */'],
  ['where a new name is written', 'team <|>'],
  ['where a new name is being written', 'team br<|>'],
  ['where a number is written', 'role r { seats 1<|>'],
])('nothing %s', async (_, source) => {
  expect(await labels(org + source)).toEqual([]);
});

test.each<[what: string, source: string, trigger: string, some: boolean]>([
  ['a space behind `lead`', 'team x {\n  lead <|>', ' ', true],
  ['a space behind a whole statement', 'team x {\n  lead cmo <|>', ' ', false],
  ['a space at the start of a line', 'team x {\n  <|>', ' ', false],
  ['a dot in a name', 'team x {\n  lead brand.<|>', '.', true],
  ['a dot after nothing', 'team x { } .<|>', '.', false],
  ['a slash in a rule', 'role r { allow reporting/<|>', '/', true],
])('%s asks only where something must follow', async (_, source, trigger, some) => {
  expect((await labels(org + source, trigger)).length > 0).toBe(some);
});

test('the closest names come first, standard terms last', async () => {
  const found = await labels(`${org}team marketing2 {\n  lead <|>\n  role own "Own"\n}`);
  expect(found[0]).toBe('own');
});

async function accepted(source: string, label: string): Promise<string> {
  const opened = await open(source);
  const list: CompletionList = await opened.client.connection.sendRequest('textDocument/completion', {
    textDocument: { uri: opened.uri },
    position: opened.position,
  });
  const item = list.items.find((each) => each.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`no ${label}`);
  return applyEdits(opened.textOf(opened.uri), [item.textEdit]);
}

test('what is inserted replaces what was typed of it', async () => {
  expect(await accepted('team a { role b }\nteam x {\n  lead a.<|>\n}', 'a.b')).toContain('lead a.b\n');
  expect(await accepted('team x {\n  res<|>\n}', 'responsible for')).toContain('  responsible for \n');
  expect(await accepted('te<|>', 'team')).toMatch(/^team \$\{1:name\} "\$\{2:Title\}" \{\n\tlead/);
  expect(await accepted('role r { allow rep<|> }', 'reporting/span-of-control')).toBe(
    'role r { allow reporting/span-of-control because "$1" }',
  );
});

test('a keyword that needs a name asks for suggestions', async () => {
  const items = await offered('platform p {\n  <|>\n}');
  expect(items.find(({ label }) => label === 'owner')).toMatchObject({
    command: { command: 'suggest' },
    documentation: { value: expect.stringContaining('Who owns it.') },
  });
});

test('a name tells its element when it is resolved', async () => {
  const { client, uri, position } = await open('team x "X" is gr<|>');
  const list: CompletionList = await client.connection.sendRequest('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  const item = list.items.find(({ label }) => label === 'growth');
  expect(item?.documentation).toBeUndefined();
  const resolved: CompletionItem = await client.connection.sendRequest('completionItem/resolve', item);
  expect(resolved.documentation).toMatchObject({ value: expect.stringContaining('how you sell') });
});
