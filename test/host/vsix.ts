/**
 * `npm run test:vsix`: packages the extension, installs the package as a user does, and works with it; then works with
 * the same package as a web extension. Nothing is asked of the extension API here; what counts is what is seen.
 * `--vsix file` takes a package that is there.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { packageExtension } from '../../scripts/package.ts';
import { launchBrowser } from '../browser.ts';
import { type Counts, report } from '../counts.ts';
import { wrongIn } from './package-content.ts';
import { installExtension, installedFolder, type Server, startServer } from './server.ts';
import type { Step } from './user.ts';
import { JOURNEY, SPREADSHEET } from './vsix-journey.ts';
import { offerWebExtension } from './web-extension.ts';
import { WEB_JOURNEY } from './web-journey.ts';
import { addressOf, newWorkbenchPage } from './workbench.ts';
import { withCopyOf } from './workspace.ts';

const root = path.join(import.meta.dirname, '../..');
const shots = path.join(import.meta.dirname, 'shots');
const { values } = parseArgs({ options: { vsix: { type: 'string' }, only: { type: 'string' } } });

const none: Counts = { passed: 0, failed: 0, skipped: 0 };

await report('vsix', workAsUser);

async function workAsUser(): Promise<Counts> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'mktorg-vsix-'));
  const webFolder = mkdtempSync(path.join(os.tmpdir(), 'mktorg-web-'));
  const browser = await launchBrowser();
  try {
    await installExtension(values.vsix ?? packageExtension(), dataFolder);
    const folder = installedFolder(dataFolder);
    const counts = [expectNone('contains only what runs', wrongIn(folder))];
    if (values.only !== 'web') counts.push(await journey(browser, dataFolder, JOURNEY));
    if (values.only !== 'installed') counts.push(await journey(browser, webFolder, WEB_JOURNEY, folder));
    return counts.reduce(sum);
  } finally {
    await browser.close();
    for (const folder of [dataFolder, webFolder])
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function sum(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/**
 * On a copy of the examples of its own, since it changes them, with a spreadsheet beside them. With the folder of an unpacked extension, that one is there
 * as a web extension, and no other.
 */
function journey(
  browser: Browser,
  dataFolder: string,
  steps: readonly Step[],
  webExtension?: string,
): Promise<Counts> {
  return withCopyOf(path.join(root, 'examples'), (workspace) => {
    writeFileSync(path.join(workspace, SPREADSHEET.name), SPREADSHEET.text);
    return travel({ browser, dataFolder, steps, workspace, webExtension });
  });
}

interface Travel {
  readonly browser: Browser;
  readonly dataFolder: string;
  readonly steps: readonly Step[];
  readonly workspace: string;
  readonly webExtension: string | undefined;
}

async function travel({ browser, dataFolder, steps, workspace, webExtension }: Travel): Promise<Counts> {
  const asksForTrust = webExtension === undefined;
  let server: Server | undefined;
  let page: Page | undefined;
  try {
    server = await startServer({ dataFolder, forTests: false, asksForTrust });
    page = await newWorkbenchPage(browser);
    if (webExtension !== undefined) await offerWebExtension(page, webExtension);
    const outside = requestsOutside(page);
    const refused = refusals(page);
    await page.goto(addressOf(server, workspace));
    const counts = await walk(page, webExtension === undefined ? 'vsix' : 'web', steps);
    return [
      counts,
      expectNone('asks nothing of the network', outside),
      expectNone('does nothing that a content security policy forbids', refused),
    ].reduce(sum);
  } finally {
    await page?.context().close();
    await server?.stop();
  }
}

/** Each step builds on the one before it, so the first that fails ends the walk. Each leaves a picture. */
async function walk(page: Page, name: string, steps: readonly Step[]): Promise<Counts> {
  mkdirSync(shots, { recursive: true });
  let passed = 0;
  for (const [title, step] of steps) {
    const picture = path.join(shots, `${name}-${passed + 1}-${title.replaceAll(/\W+/g, '-')}.png`);
    try {
      await step(page);
      console.log(`✔ ${title}`);
      passed += 1;
      await page.screenshot({ path: picture });
    } catch (error) {
      console.log(`✗ ${title}\n${error}`);
      await page.screenshot({ path: picture });
      return { passed, failed: 1, skipped: steps.length - passed - 1 };
    }
  }
  return { passed, failed: 0, skipped: 0 };
}

function expectNone(title: string, found: ReadonlySet<string>): Counts {
  console.log(found.size === 0 ? `✔ ${title}` : `✗ ${title}:\n  ${[...found].join('\n  ')}`);
  return found.size === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 };
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

/** What the browser said that it did not do, in the workbench and in every webview. */
function refusals(page: Page): ReadonlySet<string> {
  const refused = new Set<string>();
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.add(message.text().slice(0, 300));
  });
  return refused;
}
