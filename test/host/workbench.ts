/** The page of the workbench, and the frames in it that webviews are. */
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import type { Server } from './server.ts';

/** Names an extension under development and the module that runs its tests, both by absolute path. */
export interface UnderTest {
  readonly extension: string;
  readonly suite: string;
}

export async function newWorkbenchPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return context.newPage();
}

/** The address at which the server shows a folder. */
export function addressOf({ url, authority }: Server, folder: string, underTest?: UnderTest): string {
  const parameters = new URLSearchParams({ folder: path.resolve(folder) });
  if (underTest !== undefined) {
    const remote = (file: string) => `vscode-remote://${authority}${path.resolve(file)}`;
    const payload = [
      ['extensionDevelopmentPath', remote(underTest.extension)],
      ['extensionTestsPath', remote(underTest.suite)],
      ['skipWelcome', 'true'],
    ];
    parameters.set('payload', JSON.stringify(payload));
  }
  return `${url}/?${parameters}`;
}

/** Waits for the webview whose own document (not the two frames around it) holds `selector`. */
export async function webviewWith(page: Page, selector: string, patience = 15_000): Promise<Frame> {
  for (const end = Date.now() + patience; Date.now() < end; await page.waitForTimeout(50)) {
    for (const frame of page.frames()) {
      if (frame.name() !== 'active-frame' && !frame.url().includes('/fake.html')) continue;
      if (await holds(frame, selector)) return frame;
    }
  }
  const frames = page.frames().map((frame) => frame.url().slice(0, 120));
  throw new Error(`No webview holds ${selector}. Frames:\n${frames.join('\n')}`);
}

async function holds(frame: Frame, selector: string): Promise<boolean> {
  try {
    return (await frame.locator(selector).count()) > 0;
  } catch {
    return false; // A webview that reloads takes its frame with it.
  }
}
