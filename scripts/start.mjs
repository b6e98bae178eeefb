/**
 * `npm start`: from a fresh clone to an organization that is checked in the terminal and drawn on a local page. It
 * needs no more than the Node of the machine; what it installs brings the Node that everything else runs on.
 *
 * At a terminal the page stays until Ctrl+C. With `--once`, in continuous integration, and where nobody is at a
 * terminal, it is only tried, and the chart is left in a file. `--stay` serves it all the same.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from './prepare.mjs';
import { root, run, runQuietly, start } from './run.mjs';

const CLI = path.join('dist', 'mktorg.js');
const EXAMPLE = path.join('examples', 'hotel-group');
const CHART = path.join('out', 'hotel-group.html');

const { values } = parseArgs({ options: { once: { type: 'boolean' }, stay: { type: 'boolean' } } });
const { CI } = process.env;

prepare();

console.log(`\n$ mktorg check ${EXAMPLE}`);
// An exit status of 1 is findings, which this example has on purpose; from 2 on, the check itself failed.
if (run('node', [CLI, 'check', EXAMPLE]) > 1) process.exit(1);

console.log(`\n$ mktorg preview ${EXAMPLE}`);
if (values.stay || !(values.once || CI || !process.stdin.isTTY)) {
  const preview = start([CLI, 'preview', EXAMPLE], 'inherit');
  preview.once('exit', (status) => process.exit(status ?? 0));
} else {
  await tryPage();
  mkdirSync(path.join(root, path.dirname(CHART)), { recursive: true });
  runQuietly('node', [CLI, 'render', EXAMPLE, '--format', 'html', '-o', CHART]);
  console.log(`The chart is in ${CHART}. To keep the page: npm start -- --stay`);
}

/** Serves the page, asks for it once, and stops. */
async function tryPage() {
  const preview = start([CLI, 'preview', EXAMPLE, '--port', '0', '--no-open'], ['ignore', 'pipe', 'inherit']);
  try {
    const url = await addressIn(preview);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answers with ${response.status}.`);
    console.log(`The page answers at ${url}.`);
  } catch (error) {
    console.error(String(error));
    process.exitCode = 1;
  } finally {
    preview.kill();
  }
}

/** The address that the preview prints. What it prints from there on is read and dropped: unread, it would end it. */
function addressIn(preview) {
  let printed = '';
  preview.stdout.setEncoding('utf8');
  return new Promise((resolve, reject) => {
    preview.stdout.on('data', (text) => {
      printed += text;
      const url = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(printed)?.[0];
      if (url !== undefined) resolve(url);
    });
    preview.once('error', reject);
    preview.once('close', () => reject(new Error(`The preview ended without an address.\n${printed}`)));
  });
}
