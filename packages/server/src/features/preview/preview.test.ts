import { expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-protocol/node';
import type {
  Chart,
  ChartAnswer,
  ElementAtAnswer,
  ImportAnswer,
  StarterAnswer,
  TreeAnswer,
  TreeNode,
} from '../../protocol.ts';
import { textIn, useClient } from '../../testing/marked.ts';

const open = useClient();

const org = `organization o "Org"
team m "Marketing" {
  lead cmo
  role cmo "CMO" { held by "Ann" }
  team b "Brand" { role d "Designer" { seats 2 } }
}
platform crm "CRM" is crm { used by b }
process p "P" { owner m  step one by b }
`;

async function chartOf(source: string, more: object = {}): Promise<Chart> {
  const { client, uri } = await open(source);
  const chart: ChartAnswer = await client.connection.sendRequest('mktorg/chart', {
    uri,
    lens: 'reporting',
    ...more,
  });
  if (!chart) throw new Error('no chart');
  return chart;
}

test('a chart with the findings of what it draws', async () => {
  const chart = await chartOf(org);
  expect(chart.organization.name).toBe('Org');
  expect(chart.scene.nodes.map(({ element }) => element)).toEqual(
    expect.arrayContaining(['team:m', 'role:m.cmo', 'role:m.b.d']),
  );
  expect(chart.findings['platform:crm']).toMatchObject([
    {
      rule: 'platform/owner',
      severity: 'warning',
      page: expect.stringContaining('docs/rules/platform/owner.md'),
    },
  ]);
  expect(chart.stale).toBeUndefined();
});

test('a chart without people names none, not even in findings', async () => {
  const source = org.replace('role d "Designer" {', 'role d "Designer" { held by "Ann" ');
  expect(JSON.stringify(await chartOf(source, { redactPeople: true }))).not.toContain('Ann');
});

test('broken text keeps the last good chart, and says why', async () => {
  const { client, uri } = await open(org);
  const ask = (): Promise<ChartAnswer> =>
    client.connection.sendRequest('mktorg/chart', { uri, lens: 'reporting' });
  const good = await ask();
  await client.change(uri, org.replace('team b "Brand" {', 'team b "Brand { '));
  const stale = await ask();
  expect(stale?.scene).toEqual(good?.scene);
  expect(stale?.stale).toMatch(/last text that could be read.*main\.mktorg, line 5/);
  expect(stale?.version).toBeGreaterThan(good?.version ?? 0);
  await client.change(uri, org);
  expect((await ask())?.stale).toBeUndefined();
});

test('broken from the start: what could be read', async () => {
  const chart = await chartOf(org.replace('team b "Brand" {', 'team b "Brand { '));
  expect(chart.stale).toMatch(/what could be read/);
  expect(chart.scene.nodes.map(({ element }) => element)).toContain('role:m.cmo');
});

test('an organization that changed is told, and whether its picture did', async () => {
  const { client, uri } = await open(org);
  await client.settled();
  const told: object[] = [];
  client.connection.onNotification('mktorg/changed', (params: object) => void told.push(params));
  const after = async (text: string): Promise<object | undefined> => {
    await client.change(uri, text);
    await client.settled();
    return told.at(-1);
  };
  expect(await after(`// a comment\n${org}`)).toMatchObject({
    root: uri.slice(0, uri.lastIndexOf('/')),
    layoutMayDiffer: false,
  });
  expect(await after(org.replace('CMO', 'Chief'))).toMatchObject({ layoutMayDiffer: true, gone: false });
});

test('the chart of a plan tells what is found after each phase, as soon as it is known', async () => {
  const source = `${org}plan p "Plan" {
  owner m.cmo
  phase one "One" from 2027-01 to 2027-06 { change crm { owner m.b } }
}
`;
  const { client, uri } = await open(source);
  const told: { readonly plansDiffer?: boolean }[] = [];
  client.connection.onNotification('mktorg/changed', (params: object) => void told.push(params));
  await client.settled();
  const said = async (): Promise<readonly string[]> => {
    const chart: ChartAnswer = await client.connection.sendRequest('mktorg/chart', { uri, lens: 'plan' });
    const facts = chart?.scene.nodes.flatMap(({ details }) => details) ?? [];
    return facts.filter((fact) => /\bfindings?\b/.test(fact));
  };
  const before = await said();
  expect(before.join()).toMatch(/resolved|fewer|−|\d+ findings/);
  told.length = 0;
  await client.change(uri, source.replace('change crm { owner m.b }', 'told m.cmo "1:1"'));
  await client.settled();
  expect(told.filter(({ plansDiffer }) => plansDiffer)).toHaveLength(1);
  expect(await said()).not.toEqual(before);
});

const lines = (nodes: readonly TreeNode[], depth = 0): string[] =>
  nodes.flatMap(({ label, detail, icon, children }) => [
    `${'  '.repeat(depth)}${icon} ${label}${detail ? ` (${detail})` : ''}`,
    ...lines(children, depth + 1),
  ]);

test('the tree of an organization', async () => {
  const { client, uri, textOf } = await open(org);
  const root = uri.slice(0, uri.lastIndexOf('/'));
  const { nodes }: TreeAnswer = await client.connection.sendRequest('mktorg/tree', { root });
  expect(lines(nodes)).toEqual([
    'organization Org (3 seats · 2 vacant)',
    '  team Marketing (3 seats · 2 vacant)',
    '    role CMO (Ann)',
    '    team Brand (2 seats · 2 vacant)',
    '      vacancy Designer (2 seats · 2 vacant)',
    '  group Platforms (1)',
    '    platform CRM',
    '  group Processes (1)',
    '    process P (1 step)',
    '      step one (Brand)',
  ]);
  const [organization] = nodes;
  expect(organization?.findings.warnings).toBeGreaterThan(0);
  const team = organization?.children[0];
  expect(team?.place && textIn(textOf(uri), team.place.range)).toBe('m');
  const { nodes: under }: TreeAnswer = await client.connection.sendRequest('mktorg/tree', {
    root,
    under: team?.key,
  });
  expect(under.map(({ label }) => label)).toEqual(['CMO', 'Brand']);
});

test('from the cursor to the element, and back', async () => {
  const { client, uri, position, textOf } = await open(org.replace('seats 2', 'sea<|>ts 2'));
  const element: ElementAtAnswer = await client.connection.sendRequest('mktorg/elementAt', { uri, position });
  expect(element).toMatchObject({ id: 'role:m.b.d', outer: ['team:m.b', 'team:m'] });
  const place: Location = await client.connection.sendRequest('mktorg/place', element);
  expect(textIn(textOf(uri), place.range)).toBe('d');
  const nowhere = { root: 'file:///nowhere', id: 'role:x' };
  expect(await client.connection.sendRequest('mktorg/place', nowhere)).toBeNull();
  const end = { uri, position: { line: 999, character: 999 } };
  expect(await client.connection.sendRequest('mktorg/elementAt', end)).toBeNull();
});

test('organizations by root', async () => {
  const { client, uri } = await open(org);
  const names: object[] = await client.connection.sendRequest('mktorg/organizations', {});
  expect(names).toContainEqual({ root: uri.slice(0, uri.lastIndexOf('/')), name: 'Org' });
});

test('a spreadsheet becomes texts and a report', async () => {
  const { client } = await open('');
  const csv = 'id,name,title,reports to\n1,Ann,CMO,\n2,Bo,Designer,1\n3,Cy,Writer,9\n';
  const answer: ImportAnswer = await client.connection.sendRequest('mktorg/import', {
    what: 'people',
    files: [{ name: 'people.csv', base64: Buffer.from(csv).toString('base64') }],
  });
  expect(answer.files.map(({ text }) => text).join()).toContain('"Designer"');
  expect(answer.report).toContain('9');
});

test('a spreadsheet of platforms becomes part of an organization', async () => {
  const { client, uri } = await open(org);
  const csv = 'name,owner\nHubSpot,Marketing\n';
  const answer: ImportAnswer = await client.connection.sendRequest('mktorg/import', {
    what: 'platforms',
    root: uri.slice(0, uri.lastIndexOf('/')),
    files: [{ name: 'tools.csv', base64: Buffer.from(csv).toString('base64') }],
  });
  expect(answer.files.map(({ text }) => text).join()).toMatch(/platform hubspot "HubSpot"[\s\S]*owner m\b/);
});

test('a new organization starts with the files of mktorg init', async () => {
  const { client } = await open('');
  const answer: StarterAnswer = await client.connection.sendRequest('mktorg/starter', { title: 'Acme "A"' });
  expect(answer.map(({ path }) => path)).toEqual(['organization.mktorg', 'teams.mktorg', 'platforms.mktorg']);
  expect(answer[0]?.text).toContain('organization acme-a "Acme \\"A\\"" {');
});
