/** `node scripts/prepare.mjs`: what a fresh clone needs before anything of it can run. */
import { realpathSync } from 'node:fs';
import { install } from './install.mjs';
import { outputOf, root, runQuietly } from './run.mjs';

/** Installs and builds, or ends this process with what went wrong. */
export function prepare() {
  install(root);
  if (!hasNode()) runQuietly('npm', ['rebuild', 'node', '--ignore-scripts=false']);
  console.log('Building …');
  runQuietly('npm', ['run', 'build']);
}

/** Node comes as a package whose install script fetches it. Where npm is set to run none, it is not there yet. */
function hasNode() {
  const [major = '0'] = (outputOf(['--version']) ?? '').replace('v', '').split('.');
  return Number(major) >= 24;
}

const [, started] = process.argv;
if (started !== undefined && realpathSync(started) === import.meta.filename) prepare();
