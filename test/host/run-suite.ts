/** `npm run test:host`: the suite in test/host/suite, in a real workbench, on a copy of the examples. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { report } from '../counts.ts';
import { runInHost } from './run-host.ts';
import { buildSuite } from './suite-build.ts';
import { withCopyOf } from './workspace.ts';

const root = path.join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    extension: { type: 'string', default: root },
    workspace: { type: 'string', default: path.join(root, 'examples') },
    /** In seconds, for the whole suite. */
    timeout: { type: 'string', default: '300' },
  },
});

await report('host', () =>
  withCopyOf(values.workspace, async (workspace) =>
    runInHost({
      extension: values.extension,
      suite: await buildSuite(path.join(root, 'out/test-host')),
      workspace,
      shots: path.join(import.meta.dirname, 'shots'),
      timeout: Number(values.timeout) * 1000,
    }),
  ),
);
