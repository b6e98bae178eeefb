/**
 * `npm run test:host`: the suite in test/host/suite, in a real workbench, on a copy of the examples. What is not
 * itself the extension under test can be said: `--extension`, `--workspace`, `--timeout` in seconds.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { forgetCounts, keepCounts, printCounts } from './report.ts';
import { runInHost } from './run-host.ts';
import { buildSuite } from './suite-build.ts';

const root = path.join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    extension: { type: 'string', default: root },
    workspace: { type: 'string', default: path.join(root, 'examples') },
    timeout: { type: 'string', default: '300' },
  },
});

forgetCounts('host');
const workspace = mkdtempSync(path.join(os.tmpdir(), 'mktorg-workspace-'));
try {
  cpSync(values.workspace, workspace, { recursive: true });
  const counts = await runInHost({
    extension: values.extension,
    suite: await buildSuite(path.join(root, 'out/test-host')),
    workspace,
    shots: path.join(import.meta.dirname, 'shots'),
    timeout: Number(values.timeout) * 1000,
  });
  keepCounts('host', counts);
  printCounts(counts);
  if (counts.failed > 0) process.exitCode = 1;
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
