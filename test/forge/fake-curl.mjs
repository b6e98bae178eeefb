#!/usr/bin/env node
/** Stands in for `curl --config -` against GitLab in tests. FAKE_FORGE names a JSON file with `notes` and `calls`. */
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.env.FAKE_FORGE;
const state = JSON.parse(readFileSync(file, 'utf8'));
const config = readFileSync(0, 'utf8');
const settings = new Map(
  [...config.matchAll(/^([\w-]+) = "(.*)"$/gm)].map(([, name, value]) => [name, value]),
);
const [method, url] = [settings.get('request'), settings.get('url')];
const data = settings.get('data-binary')?.slice(1);
const body = data ? JSON.parse(readFileSync(data, 'utf8')).body : undefined;
const token = /PRIVATE-TOKEN: ([^"]*)/.exec(config)?.[1];
state.calls.push({ method, url, args: process.argv.slice(2), token });
const answer = (code, value) => process.stdout.write(`${JSON.stringify(value)}\n${code}`);
const page = Number(/[?&]page=(\d+)/.exec(url)?.[1] ?? 1);

if (token !== 'glpat-good') answer(401, { message: '401 Unauthorized' });
else if (url.endsWith('/user')) answer(200, { id: 42 });
else if (method === 'GET') answer(200, state.notes.slice((page - 1) * 100, page * 100));
else if (method === 'POST') {
  state.notes.push({ id: 500 + state.notes.length, author: { id: 42 }, body });
  answer(201, state.notes.at(-1));
} else {
  const note = state.notes.find(({ id }) => id === Number(url.split('/').at(-1)));
  note.body = body;
  answer(200, note);
}
writeFileSync(file, JSON.stringify(state));
