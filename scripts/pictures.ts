/**
 * Draws the charts of the docs from the examples. `--check` fails where one is not what would be drawn today: the same
 * model gives the same bytes, so that a picture that differs is an old one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The day on which the examples are told, which findings and charts of plans speak of. */
const day = '2026-11-20';
const root = path.join(import.meta.dirname, '..');

const pictures: { readonly [file: string]: readonly string[] } = {
  'hotel-group.svg': ['examples/hotel-group', '--theme', 'auto'],
  'plan.svg': ['examples/accidental-operations', '--lens', 'plan', '--theme', 'auto'],
};

function draw(call: readonly string[], file: string): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['packages/cli/src/bin.ts', 'render', ...call, '-o', file],
    { cwd: root, encoding: 'utf8', env: { ...process.env, MKTORG_TODAY: day } },
  );
  if (status !== 0) throw new Error(stderr);
}

const isCheck = process.argv.includes('--check');
const drawn = isCheck ? mkdtempSync(path.join(tmpdir(), 'mktorg-pictures-')) : path.join(root, 'docs/images');
try {
  for (const [name, call] of Object.entries(pictures)) {
    draw(call, path.join(drawn, name));
    if (!isCheck || isCurrent(name)) continue;
    console.error(`docs/images/${name} is stale: run \`npm run docs\`, and look at it.`);
    process.exitCode = 1;
  }
} finally {
  if (isCheck) rmSync(drawn, { recursive: true });
}

function isCurrent(name: string): boolean {
  const read = (folder: string): string => readFileSync(path.join(folder, name), 'utf8');
  return read(drawn) === read(path.join(root, 'docs/images'));
}
