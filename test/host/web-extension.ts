/**
 * Hands an unpacked extension to a workbench as one of its own web extensions, as vscode.dev has them: it then runs in a
 * worker of the browser. The files come from an address of the same server, which only this page sees.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';

const address = '/mktorg-web-extension';

const types: { readonly [ending: string]: string } = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Before the page goes to the workbench. */
export async function offerWebExtension(page: Page, folder: string): Promise<void> {
  await page.context().route(`**${address}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = path.join(folder, path.posix.normalize(decodeURIComponent(pathname.slice(address.length))));
    const body = await readFile(file).catch(() => undefined);
    if (body === undefined) return route.fulfill({ status: 404 });
    const type = types[path.extname(file)] ?? 'text/plain';
    return route.fulfill({ headers: { 'access-control-allow-origin': '*', 'content-type': type }, body });
  });
  await page.addInitScript(addToConfiguration, address);
}

/** Runs in the page: the workbench reads its configuration from an element, after the page is parsed. */
function addToConfiguration(extension: string): void {
  const { document, location, MutationObserver } = globalThis as unknown as PageGlobals;
  const watch = new MutationObserver(() => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    const settings = element?.getAttribute('data-settings');
    if (!element || !settings) return;
    watch.disconnect();
    const [, host = ''] = location.origin.split('//');
    const additionalBuiltinExtensions = [{ scheme: 'http', authority: host, path: extension }];
    const configuration = { ...JSON.parse(settings), additionalBuiltinExtensions };
    element.setAttribute('data-settings', JSON.stringify(configuration));
  });
  watch.observe(document, { childList: true, subtree: true });
}

/** What of a page is used here: the tests are checked without the types of a browser. */
interface PageGlobals {
  readonly location: { readonly origin: string };
  readonly document: {
    getElementById(
      id: string,
    ):
      | { getAttribute(name: string): string | null; setAttribute(name: string, value: string): void }
      | undefined;
  };
  readonly MutationObserver: new (
    listener: () => void,
  ) => { observe(target: unknown, options: object): void; disconnect(): void };
}
