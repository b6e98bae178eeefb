import { afterAll, beforeAll, expect, test } from 'vitest';
import { startClient, type TestClient } from '../testing/client.ts';

let client: TestClient;
beforeAll(async () => {
  client = await startClient();
}, 60_000);
afterAll(() => client.stop());

test('a finding says what, why and what to do, and where its rule is explained', async () => {
  const uri = 'file:///one/a.mktorg';
  await client.open(uri, 'team a "A" {\n  lead boss\n}\n');
  await client.settled();
  expect(client.diagnostics.get(uri)).toMatchObject([
    {
      code: 'integrity/unresolved-name',
      severity: 1,
      source: 'mktorg',
      range: { start: { line: 1, character: 7 }, end: { line: 1, character: 11 } },
      codeDescription: {
        href: expect.stringMatching(/^https:.*docs\/rules\/integrity\/unresolved-name\.md$/),
      },
    },
  ]);
});

test('what a phase brings is said after what is there today, and goes with it', async () => {
  const uri = 'file:///phases/a.mktorg';
  const org = (owner: string) => `team a "A" { lead x  role x "X" { held by "Ann" } }
platform crm "CRM" { ${owner}used by a }
plan p "P" {
  charter { mission "One." sponsor x }
  phase one "One" { change crm { owner -a }  retire crm because "sold" }
  phase two "Two" { change crm { owner a } }
}
`;
  const said = () =>
    client.diagnostics.get(uri)?.map(({ code, message }) => `${code} ${String(message).split('\n')[0]}`);
  await client.open(uri, org('').replace('  retire crm because "sold"', ''));
  await client.settled();
  expect(said()).toContain('platform/owner “CRM” has no owner.');
  await client.change(uri, org('owner a  ').replace('  retire crm because "sold"', ''));
  await client.settled();
  expect(said()).not.toContain('platform/owner “CRM” has no owner.');
  expect(said()?.at(-1)).toBe('platform/owner After phase “One”: “CRM” has no owner.');
  await client.change(uri, org('owner a  '));
  await client.settled();
  expect(said()).toContain('integrity/used-after-retired “Two” speaks of “CRM”, which “One” has retired.');
  await client.change(uri, 'team a "A" { lead x  role x "X" { held by "Ann" } }\n');
  await client.settled();
  expect(said()).toEqual([]);
});
