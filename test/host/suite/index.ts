/** What VS Code calls, on the desktop and in the test host alike. */
import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { workspace } from 'vscode';

/** @throws where a test fails, or where there is none: VS Code makes that a failed run */
export async function run(): Promise<void> {
  const { MKTORG_TEST_OUTPUT, MKTORG_TEST_RESULT, MKTORG_TEST_GREP } = process.env;
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => {
    if (MKTORG_TEST_OUTPUT) appendFileSync(MKTORG_TEST_OUTPUT, `${format(...parts)}\n`);
    else console.log(...parts);
  };
  const mocha = new Mocha({
    color: false,
    timeout: 30_000,
    ...(MKTORG_TEST_GREP && { grep: MKTORG_TEST_GREP }),
  });
  // A file that a test opens begins at its top, wherever another test left it.
  await workspace.getConfiguration().update('workbench.editor.restoreViewState', false, true);
  const files = readdirSync(__dirname).filter((file) => file.endsWith('.test.js'));
  for (const file of files.sort()) mocha.addFile(path.join(__dirname, file));
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const { passes: passed = 0, failures: failed = 0, pending: skipped = 0 } = stats ?? {};
  if (MKTORG_TEST_RESULT) writeFileSync(MKTORG_TEST_RESULT, JSON.stringify({ passed, failed, skipped }));
  if (failed > 0) throw new Error(`${failed} tests failed.`);
  if (passed === 0) throw new Error('No test ran.');
}
