import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

it.each(['reference.ts', 'syntax.ts', 'pictures.ts'])('what scripts/%s writes is current', (script) => {
  const { status, stderr } = spawnSync(process.execPath, [path.join('scripts', script), '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
