#!/usr/bin/env node
/**
 * Stands in for `gh api` in tests. FAKE_FORGE names a JSON file with `comments`, `pulls` and `calls`; FAKE_DENY=1 refuses
 * to write, as a token that may only read does.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.env.FAKE_FORGE;
const state = JSON.parse(readFileSync(file, 'utf8'));
const args = process.argv.slice(2);
const after = (flag) => args[args.indexOf(flag) + 1];
const method = args.includes('--method') ? after('--method') : 'GET';
const fields = Object.fromEntries(
  args.flatMap((arg, index) => (arg === '--raw-field' ? [args[index + 1].split(/=(.*)/s).slice(0, 2)] : [])),
);
const target = args.find((arg) => arg === 'graphql' || arg.startsWith('repos/'));
const input = args.includes('--input') ? JSON.parse(readFileSync(0, 'utf8')) : undefined;
state.calls.push({
  method,
  target,
  fields,
  token: process.env.GH_TOKEN,
  jq: args.includes('--jq') ? after('--jq') : '',
});
const print = (rows) => process.stdout.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

if (method !== 'GET' && process.env.FAKE_DENY === '1') {
  process.stderr.write('gh: Resource not accessible by integration (HTTP 403)\n');
  process.exitCode = 1;
} else if (target === 'graphql') print([{ login: process.env.FAKE_LOGIN ?? 'github-actions[bot]' }]);
else if (target.endsWith('/pulls')) {
  print(
    state.pulls.filter(({ head }) => head === fields.head).map(({ number, commit }) => ({ number, commit })),
  );
} else if (method === 'GET') {
  print(
    state.comments.map(({ id, login, body }) => ({
      id,
      login,
      type: login.endsWith('[bot]') ? 'Bot' : 'User',
      mark: body.split('\n')[0],
    })),
  );
} else if (method === 'POST') {
  state.comments.push({ id: 100 + state.comments.length, login: 'github-actions[bot]', body: input.body });
} else {
  const id = Number(target.split('/').at(-1));
  state.comments.find((each) => each.id === id).body = input.body;
}
writeFileSync(file, JSON.stringify(state));
