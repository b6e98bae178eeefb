/**
 * `npm test`: format and lint, types, and the tests, from a fresh clone and on whatever Node the machine has. What is
 * given behind `--` goes to vitest: `npm test -- packages/rules`. The counts are left in out/test-results/unit.json.
 */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { prepare } from './prepare.mjs';
import { outputOf, root, run } from './run.mjs';

const RESULTS = path.join('out', 'test-results', 'unit.json');
const { CI } = process.env;

prepare();

const browser = findBrowser();
if (browser === undefined && CI) {
  console.error('There is no browser, and in continuous integration the tests do not run without one.');
  process.exit(1);
}

rmSync(path.join(root, RESULTS), { force: true });
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
const failed = [
  check('Format and lint', 'biome', ['check']),
  check('Types', 'npm', ['run', '--silent', 'typecheck']),
  check('Tests', 'vitest', ['run', ...reporters, ...process.argv.slice(2)], { CHROMIUM: browser ?? 'none' }),
].filter((name) => name !== undefined);

if (browser === undefined) {
  console.log(
    '\nWithout a browser: the tests that draw in one were skipped. Install Chrome or Chromium, or set CHROMIUM.',
  );
}
console.log(failed.length === 0 ? '\nAll is well.' : `\nFailed: ${failed.join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);

function check(name, program, parameters, variables) {
  console.log(`\n${name}`);
  return run(program, parameters, variables) === 0 ? undefined : name;
}

/** A browser that starts: one that is there, else Debian's where this may install it. */
function findBrowser() {
  const found = outputOf(['test/browser.ts']);
  if (found !== undefined || !mayInstall()) return found;
  console.log('Installing Chromium (apt-get) …');
  const quiet = ['-qq', '-o=Dpkg::Use-Pty=0'];
  if (run('apt-get', ['update', ...quiet]) !== 0) return undefined;
  run('apt-get', ['install', ...quiet, '--yes', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
  return outputOf(['test/browser.ts']);
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}
