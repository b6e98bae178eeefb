/**
 * `npm run test:vsix`: packages the extension, installs the package as a user does, and works with it. Nothing is
 * asked of the extension API here; what counts is what is seen. `--vsix file` takes a package that is there.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type Counts, report } from '../counts.ts';
import { installExtension, startServer } from './server.ts';
import { JOURNEY } from './vsix-journey.ts';
import { addressOf, newWorkbenchPage } from './workbench.ts';
import { withCopyOf } from './workspace.ts';

const root = path.join(import.meta.dirname, '../..');
const shots = path.join(import.meta.dirname, 'shots');
const { values } = parseArgs({ options: { vsix: { type: 'string' } } });

await report('vsix', () => withCopyOf(path.join(root, 'examples'), workAsUser));

async function workAsUser(workspace: string): Promise<Counts> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'mktorg-vsix-'));
  const browser = await launchBrowser();
  let server: Awaited<ReturnType<typeof startServer>> | undefined;
  try {
    await installExtension(values.vsix ?? packaged(), dataFolder);
    server = await startServer({ dataFolder, forTests: false });
    const page = await newWorkbenchPage(browser);
    const outside = requestsOutside(page);
    await page.goto(addressOf(server, workspace));
    const counts = await walk(page);
    if (outside.size === 0) return { ...counts, passed: counts.passed + 1 };
    console.log(`✗ asks nothing of the network: it asked ${[...outside].join(', ')}`);
    return { ...counts, failed: counts.failed + 1 };
  } finally {
    await browser.close();
    await server?.stop();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Each step builds on the one before it, so the first that fails ends the walk. Each leaves a picture. */
async function walk(page: Page): Promise<Counts> {
  mkdirSync(shots, { recursive: true });
  let passed = 0;
  for (const [title, step] of JOURNEY) {
    const picture = path.join(shots, `vsix-${passed + 1}-${title.replaceAll(/\W+/g, '-')}.png`);
    try {
      await step(page);
      console.log(`✔ ${title}`);
      passed += 1;
      await page.screenshot({ path: picture });
    } catch (error) {
      console.log(`✗ ${title}\n${error}`);
      await page.screenshot({ path: picture });
      return { passed, failed: 1, skipped: JOURNEY.length - passed - 1 };
    }
  }
  return { passed, failed: 0, skipped: 0 };
}

function packaged(): string {
  const file = path.join(root, 'out', 'mktorg.vsix');
  mkdirSync(path.dirname(file), { recursive: true });
  const { status } = spawnSync('vsce', ['package', '--no-dependencies', '--out', file], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('vsce cannot package the extension.');
  return file;
}

/** Where the page turned to, other than this machine and the addresses that a webview's service worker answers. */
function requestsOutside(page: Page): ReadonlySet<string> {
  const outside = new Set<string>();
  page.on('request', (request) => {
    const { protocol, hostname, origin } = new URL(request.url());
    const here = hostname === '127.0.0.1' || hostname.endsWith('.vscode-resource.vscode-cdn.net');
    if (/^(https?|wss?):$/.test(protocol) && !here) outside.add(origin);
  });
  return outside;
}
