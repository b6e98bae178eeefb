/**
 * Finds and starts a Chromium for the tests that need one. `node test/browser.ts` prints the path of the first
 * browser that really starts, or exits with 1.
 */
import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { browserPlaces } from './browser-places.ts';
import { packagedBrowser, packagedEnvironment } from './packaged-browser.ts';

/** Nothing but this machine is ever resolved, so a test that would need the network fails everywhere alike. */
const OFFLINE_ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/**
 * The path of a browser: the one that CHROMIUM or CHROME_PATH names, else one that is installed, else the one that
 * comes with the development dependencies. Undefined where there is none, and where CHROMIUM is `none`.
 * @throws where the environment names a browser that is not there
 */
export async function findBrowser(): Promise<string | undefined> {
  for await (const candidate of candidates()) return candidate;
  return undefined;
}

/** Starts `executable`, by default the browser that is found; the caller closes it. */
export async function launchBrowser(executable?: string): Promise<Browser> {
  const executablePath = executable ?? (await findBrowser());
  if (executablePath === undefined)
    throw new Error('No browser: install Chrome or Chromium, or set CHROMIUM to its path.');
  const env = { ...process.env, ...packagedEnvironment(executablePath) };
  return chromium.launch({ executablePath, env, args: OFFLINE_ARGUMENTS });
}

async function* candidates(): AsyncGenerator<string> {
  const { CHROMIUM, CHROME_PATH } = process.env;
  const named = CHROMIUM || CHROME_PATH;
  if (named === 'none') return;
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM or CHROME_PATH names ${named}, which is no program.`);
    yield named;
    return;
  }
  yield* browserPlaces(process.platform, process.env).filter(isExecutable);
  const packaged = await packagedBrowser();
  if (packaged !== undefined) yield packaged;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** An installed file may be a stub that only tells how to install the browser: a browser is what starts and draws. */
async function draws(executable: string): Promise<boolean> {
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser(executable);
    const page = await browser.newPage();
    await page.setContent('<p>ready</p>', { timeout: 10_000 });
    return true;
  } catch (error) {
    console.error(`${executable} does not work: ${String(error).split('\n')[0]}`);
    return false;
  } finally {
    await browser?.close();
  }
}

async function printWorkingBrowser(): Promise<void> {
  for await (const candidate of candidates()) {
    if (await draws(candidate)) {
      console.log(candidate);
      return;
    }
  }
  process.exitCode = 1;
}

if (import.meta.main) await printWorkingBrowser();
