/**
 * `npm run test:desktop`: the same suite in VS Code for the desktop, which is downloaded unless VSCODE names an
 * installed one. `--version 1.101.0` takes that version. It needs a display: without one, run it under `xvfb-run -a`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { type Counts, readCounts, report } from '../counts.ts';
import { buildSuite } from './suite-build.ts';
import { withCopyOf } from './workspace.ts';

const root = path.join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: { extension: { type: 'string', default: root }, version: { type: 'string' } },
});
const { VSCODE } = process.env;

await report('desktop', () => withCopyOf(path.join(root, 'examples'), runOnDesktop));

async function runOnDesktop(workspace: string): Promise<Counts> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mktorg-desktop-'));
  const result = path.join(folder, 'result.json');
  try {
    const status = await runTests({
      extensionDevelopmentPath: values.extension,
      extensionTestsPath: await buildSuite(path.join(root, 'out/test-host')),
      extensionTestsEnv: { MKTORG_TEST_RESULT: result },
      launchArgs: [
        workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        `--user-data-dir=${folder}`,
      ],
      ...(VSCODE && { vscodeExecutablePath: VSCODE }),
      ...(values.version && { version: values.version }),
    }).catch((error: unknown) => String(error));
    const counts = readCounts(result);
    if (counts === undefined) throw new Error(`The suite never came to its end (${status}).`);
    if (counts.passed + counts.failed === 0) throw new Error('The suite ran no test.');
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
