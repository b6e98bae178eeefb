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
