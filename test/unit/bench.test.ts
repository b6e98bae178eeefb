import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

/** That it runs and says something. How long things take is no matter of a test. */
it('measures a small organization', { timeout: 180_000 }, () => {
  const args = ['bench/main.ts', '--quick', '--sizes', '100', '--only', 'check', '--runs', '1', '--no-keep'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  for (const line of ['mktorg check, whole process', 'parse and lower', 'all rules'])
    expect(stdout).toContain(line);
});
