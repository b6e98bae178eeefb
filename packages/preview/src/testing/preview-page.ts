import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../../test/browser.ts';
import type { HostMessage, PreviewMessage } from '../protocol.ts';
import { builtPreview } from './built-preview.ts';

/** The preview in a browser, in a page as strict as a webview of an editor, with the test as its host. */
export interface PreviewPage {
  readonly page: Page;
  send(message: HostMessage): Promise<void>;
  /** What the preview said to its host so far, and from now on. */
  readonly said: readonly PreviewMessage[];
  /** What the preview keeps for after a reload. */
  kept(): Promise<unknown>;
  /** What the page wanted and was refused, what it asked of the network, and errors. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface Previews {
  open(options?: { readonly kept?: unknown; readonly classes?: string }): Promise<PreviewPage>;
  close(): Promise<void>;
}

const origin = 'http://preview.test';
const nonce = 'dGVzdA';
const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${origin}`;

/** Builds the preview, and starts a browser. */
export async function startPreviews(): Promise<Previews> {
  const { script, style } = await builtPreview();
  const browser = await launchBrowser();
  return {
    open: (options = {}) => openPreview(browser, { script, style, ...options }),
    close: () => browser.close(),
  };
}

interface Opened {
  readonly script: string;
  readonly style: string;
  readonly kept?: unknown;
  readonly classes?: string;
}

async function openPreview(browser: Browser, { script, style, kept, classes }: Opened): Promise<PreviewPage> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  const said: PreviewMessage[] = [];
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.exposeFunction('hear', (message: PreviewMessage) => void said.push(message));
  await page.exposeFunction('complain', (complaint: string) => void complaints.push(complaint));
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === `${origin}/`) return route.fulfill({ contentType: 'text/html', body: document(classes) });
    if (url === `${origin}/preview.js`)
      return route.fulfill({ contentType: 'text/javascript', body: script });
    if (url === `${origin}/preview.css`) return route.fulfill({ contentType: 'text/css', body: style });
    complaints.push(`asked for ${url}`);
    return route.abort();
  });
  await page.addInitScript(beEditor, kept ?? null);
  await page.goto(`${origin}/`);
  return {
    page,
    said,
    complaints,
    send: (message) => page.evaluate((each) => window.postMessage(each), message),
    kept: () => page.evaluate(() => Reflect.get(window, 'kept')),
    close: () => context.close(),
  };
}

/** Runs in the page: what an editor gives a webview. */
function beEditor(kept: unknown): void {
  const call = (name: string, value: unknown): void => {
    const listener: unknown = Reflect.get(window, name);
    if (typeof listener === 'function') listener(value);
  };
  Reflect.set(window, 'kept', kept);
  Reflect.set(window, 'acquireVsCodeApi', () => ({
    postMessage: (message: unknown) => call('hear', message),
    getState: () => Reflect.get(window, 'kept'),
    setState: (state: unknown) => Reflect.set(window, 'kept', state),
  }));
  window.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, sample }) =>
    call('complain', `${violatedDirective}: ${sourceFile} ${sample}`),
  );
}

function document(classes = 'vscode-light'): string {
  return `<!DOCTYPE html>
<html lang="en" data-host="editor">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Organization</title>
<link rel="stylesheet" href="preview.css">
</head>
<body class="${classes}">
<main id="app"></main>
<script nonce="${nonce}" src="preview.js"></script>
</body>
</html>`;
}
