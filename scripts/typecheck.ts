/** Type-checks every part of the project against the globals it may use: none, Node's, or the browser's. */
import { spawnSync } from 'node:child_process';

const projects = [
  'tsconfig.json',
  'tsconfig.node.json',
  'packages/preview/tsconfig.json',
  'packages/preview/tsconfig.test.json',
];
let failed = false;
for (const project of projects) {
  const { status } = spawnSync('tsc', ['-p', project], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
