/**
 * `node scripts/install.mjs [folder]` installs what the lock file of a folder names, unless that is what is installed.
 * Plain JavaScript, because it runs first in a fresh clone, on the Node that the machine happens to have.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from './run.mjs';

/** @param {string} folder */
export function install(folder) {
  if (isInstalled(folder)) return;
  const started = Date.now();
  console.log(`Installing what ${path.relative('.', path.join(folder, 'package-lock.json'))} names …`);
  runQuietly('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** npm notes in node_modules what it has installed, in the format of the lock file: the two are compared. */
function isInstalled(folder) {
  const installed = packagesIn(path.join(folder, 'node_modules', '.package-lock.json'));
  const locked = packagesIn(path.join(folder, 'package-lock.json'));
  if (installed === undefined || locked === undefined) return false;
  return Object.entries(locked).every(([place, wanted]) => {
    if (place === '') return true;
    const found = installed[place];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

function packagesIn(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : undefined;
}

if (process.argv[1] === import.meta.filename) install(path.resolve(process.argv[2] ?? '.'));
