/**
 * Runs a suite inside VS Code's extension host, with the workbench before it in a headless browser. Nothing but
 * packages from npm and a browser is needed, and nothing outside this machine is asked for.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type Counts, readCounts } from '../counts.ts';
import { openPageDoor, type PageDoor } from './page-door.ts';
import { type Server, startServer } from './server.ts';
import { addressOf, newWorkbenchPage, type UnderTest } from './workbench.ts';

export interface HostRun extends UnderTest {
  /** The folder that the workbench opens. Tests may change it. */
  readonly workspace: string;
  /** Where pictures go; also one of the window when the run fails. */
  readonly shots: string;
  /** In milliseconds, for the whole suite. */
  readonly timeout: number;
}

/**
 * Prints what the suite prints, while it runs.
 * @throws where the run came to no end that can be believed, with what server and window have said
 */
export async function runInHost(run: HostRun): Promise<Counts> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'mktorg-host-'));
  const output = path.join(dataFolder, 'output.txt');
  const result = path.join(dataFolder, 'result.json');
  const windowSaid: string[] = [];
  const stopPrinting = printAsItGrows(output);
  let browser: Browser | undefined;
  let door: PageDoor | undefined;
  let server: Server | undefined;
  let page: Page | undefined;
  try {
    browser = await launchBrowser();
    page = await newWorkbenchPage(browser);
    door = await openPageDoor(page, run.shots);
    const environment = {
      MKTORG_TEST_OUTPUT: output,
      MKTORG_TEST_RESULT: result,
      MKTORG_TEST_PAGE: door.url,
    };
    server = await startServer({ dataFolder, forTests: true, environment });
    const ended = endOf(page, run.timeout, windowSaid);
    await page.goto(addressOf(server, run.workspace, run));
    const counts = await verdict(await ended, server, result);
    if (counts.failed > 0) {
      for (const line of windowSaid) console.error(`[window] ${line}`);
      await pictureOfFailure(page, run.shots);
    }
    return counts;
  } catch (error) {
    await pictureOfFailure(page, run.shots);
    const said = [`The window said:`, ...windowSaid, 'The server said:', server?.output().slice(-3000)];
    throw new Error([messageOf(error), ...said].join('\n'), { cause: error });
  } finally {
    door?.close();
    await browser?.close();
    await server?.stop();
    stopPrinting();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** What a window that is well says of itself. */
const NOISE =
  /^(Resolv(ing|ed) connection token|Creating a socket|(Ignoring|Updating).* additional builtin|\[(AgentHost|AccountPolicyGate|Service Worker|reconnection-grace-time))/;

/** How the window says that the run is over: with an exit status, or by being no longer there. */
async function endOf(page: Page, timeout: number, said: string[]): Promise<number | string> {
  const { promise, resolve } = Promise.withResolvers<number | string>();
  page.on('crash', () => resolve('The page crashed.'));
  page.on('close', () => resolve('The page was closed.'));
  await page.exposeFunction('codeAutomationExit', resolve);
  await page.exposeFunction('codeAutomationLog', (_kind: string, parts: unknown[]) => {
    const line = format(...parts).slice(0, 400);
    if (!NOISE.test(line)) said.push(line);
  });
  const late = sleep(timeout, `The suite took more than ${timeout / 1000} s.`, { ref: false });
  return Promise.race([promise, late]);
}

/**
 * The window says 0 even where the extension host has died in the middle of a test. So three witnesses must agree:
 * the window, the server (how did that process end?) and the suite itself (did it come to its last line?).
 */
async function verdict(end: number | string, server: Server, result: string): Promise<Counts> {
  if (typeof end === 'string') throw new Error(end);
  const deaths = await extensionHostEnds(server);
  const counts = readCounts(result);
  if (deaths.length === 0) throw new Error('The server never said how the extension host ended.');
  if (deaths.some((status) => status !== '0'))
    throw new Error(`The extension host died: exit ${deaths.join(', ')}.`);
  if (counts === undefined) throw new Error(`The suite never came to its end (the window left with ${end}).`);
  if (counts.passed === 0 && counts.failed === 0) throw new Error('The suite ran no test.');
  if ((end === 0) !== (counts.failed === 0))
    throw new Error(`The window left with ${end}, after ${counts.failed} failures.`);
  return counts;
}

async function extensionHostEnds(server: Server): Promise<readonly string[]> {
  for (const end = Date.now() + 5_000; ; await sleep(50)) {
    const ends = [...server.output().matchAll(/Extension Host Process exited with code: (\S+),/g)];
    if (ends.length > 0 || Date.now() > end) return ends.map(([, status = '?']) => status);
  }
}

function printAsItGrows(file: string): () => void {
  let printed = 0;
  const print = () => {
    if (!existsSync(file)) return;
    const text = readFileSync(file, 'utf8');
    process.stdout.write(text.slice(printed));
    printed = text.length;
  };
  const timer = setInterval(print, 200);
  return () => {
    clearInterval(timer);
    print();
  };
}

async function pictureOfFailure(page: Page | undefined, shots: string): Promise<void> {
  try {
    mkdirSync(shots, { recursive: true });
    await page?.screenshot({ path: path.join(shots, 'failure.png'), timeout: 5_000 });
  } catch {
    // A window that is gone leaves no picture, and the error that is on its way says why.
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
