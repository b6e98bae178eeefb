/**
 * A door through which tests in the extension host reach the page that a user would look at: the extension API tells
 * what VS Code knows, only the page tells what is seen. Each request is one action: `POST /click?selector=…`.
 */
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { webviewWith } from './workbench.ts';

export interface PageDoor {
  readonly url: string;
  close(): void;
}

type Action = (page: Page, request: URLSearchParams, shots: string) => Promise<unknown>;

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['text', async (page, request) => (await locate(page, request)).textContent({ timeout: 10_000 })],
  ['wait', waitFor],
  ['hover', async (page, request) => (await locate(page, request)).hover({ timeout: 10_000 })],
  [
    'click',
    async (page, request) => (await locate(page, request)).click({ timeout: 10_000, ...placeIn(request) }),
  ],
  ['double-click', async (page, request) => (await locate(page, request)).dblclick({ timeout: 10_000 })],
  [
    'count',
    async (page, request) => (await scopeOf(page, request)).locator(need(request, 'selector')).count(),
  ],
  ['attribute', async (page, request) => (await locate(page, request)).getAttribute(need(request, 'name'))],
  ['press', (page, request) => page.keyboard.press(need(request, 'key'))],
  ['type', (page, request) => page.keyboard.type(need(request, 'text'))],
  ['wheel', async (page, request) => page.mouse.wheel(0, Number(need(request, 'by')))],
  ['box', async (page, request) => (await locate(page, request)).boundingBox({ timeout: 10_000 })],
  ['shot', takeShot],
]);

/** Pictures go to the folder `shots`. */
export async function openPageDoor(page: Page, shots: string): Promise<PageDoor> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    try {
      const action = ACTIONS.get(pathname.slice(1));
      if (action === undefined) throw new Error(`The page cannot ${pathname.slice(1)}.`);
      response.end(JSON.stringify((await action(page, searchParams, shots)) ?? null));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page door has no port.');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${address.port}`, close };
}

/** Until it is seen, and says `text` where the request has one; with `gone`, until it is no longer seen. */
async function waitFor(page: Page, request: URLSearchParams): Promise<void> {
  const scope = await scopeOf(page, request);
  const text = request.get('text');
  const found = scope.locator(need(request, 'selector'), text === null ? {} : { hasText: text });
  const state = request.has('gone') ? 'hidden' : 'visible';
  await found.first().waitFor({ state, timeout: 15_000 });
}

async function takeShot(page: Page, request: URLSearchParams, shots: string): Promise<string> {
  mkdirSync(shots, { recursive: true });
  const file = path.join(shots, `${need(request, 'name')}.png`);
  const whole = !request.has('selector') && !request.has('webview');
  if (whole) await page.screenshot({ path: file });
  else await (await locate(page, request)).screenshot({ path: file });
  return file;
}

/** A place in the element, from its upper left corner, where the request names one. */
function placeIn(request: URLSearchParams) {
  const place = request.get('place');
  if (place === null) return {};
  const [x = 0, y = 0] = place.split(',').map(Number);
  return { position: { x, y } };
}

async function locate(page: Page, request: URLSearchParams) {
  return (await scopeOf(page, request)).locator(request.get('selector') ?? 'body').first();
}

/** The webview that holds the element which the request names, or else the whole workbench. */
async function scopeOf(page: Page, request: URLSearchParams) {
  const webview = request.get('webview');
  return webview === null ? page : webviewWith(page, webview);
}

function need(request: URLSearchParams, name: string): string {
  const value = request.get(name);
  if (value === null) throw new Error(`The request names no ${name}.`);
  return value;
}
