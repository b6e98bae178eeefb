import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundles } from '../../scripts/build/bundles.ts';
import { buildBundle } from '../../scripts/build.ts';
import { findBrowser, launchBrowser } from '../browser.ts';

const executable = await findBrowser();
const origin = 'http://server.test';

const text = `organization acme "Acme"

team marketing "Marketing" {
  lead cmo
  role cmo "Chief Marketing Officer" { reports to nobody-here }
}
`;

/** The server as it ships for browsers, in a real worker, spoken to in messages as an editor does. */
describe.skipIf(executable === undefined)('the server in a worker of a browser', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const bundle = bundles.find(({ name }) => name === 'server-browser');
    if (!bundle) throw new Error('There is no bundle of the server for browsers.');
    const folder = mkdtempSync(path.join(os.tmpdir(), 'mktorg-worker-'));
    await buildBundle(bundle, folder);
    const script = readFileSync(path.join(folder, 'server-browser.js'), 'utf8');
    rmSync(folder, { recursive: true, force: true });
    browser = await launchBrowser(executable);
    page = await browser.newPage();
    await page.route(`${origin}/**`, (route) =>
      route.request().url() === `${origin}/server.js`
        ? route.fulfill({ contentType: 'text/javascript', body: script })
        : route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>editor</title>' }),
    );
    await page.goto(`${origin}/`);
    await page.evaluate(startClient);
  });
  afterAll(() => browser.close());

  const send = (method: string, params: object): Promise<unknown> =>
    page.evaluate(([name, given]) => Reflect.get(globalThis, 'client').request(name, given), [
      method,
      params,
    ] as const);
  const notify = (method: string, params: object): Promise<void> =>
    page.evaluate(([name, given]) => Reflect.get(globalThis, 'client').notify(name, given), [
      method,
      params,
    ] as const);
  const uri = 'memory:/acme/organization.mktorg';

  it('says what it can do', async () => {
    const answer = await send('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: 'memory:/acme', name: 'acme' }],
      capabilities: { workspace: { workspaceFolders: true } },
      initializationOptions: { files: true },
    });
    expect(answer).toMatchObject({ serverInfo: { name: 'mktorg' }, capabilities: { hoverProvider: true } });
    await notify('initialized', {});
  });

  it('finds what is wrong in a text that only the editor has', async () => {
    const textDocument = { uri, languageId: 'mktorg', version: 1, text };
    await notify('textDocument/didOpen', { textDocument });
    await send('mktorg/idle', {});
    const found = await page.evaluate(() => Reflect.get(globalThis, 'client').diagnostics);
    expect(found).toMatchObject({ [uri]: [{ code: 'integrity/unresolved-name' }] });
  });

  it('asked the editor for the files of the folder', async () => {
    expect(await page.evaluate(() => Reflect.get(globalThis, 'client').asked)).toContain('mktorg/files');
  });

  it('draws the chart', async () => {
    const chart = await send('mktorg/chart', { uri, lens: 'reporting' });
    expect(chart).toMatchObject({ organization: { name: 'Acme' } });
    expect(JSON.stringify(chart)).toContain('Chief Marketing Officer');
  });

  it('imports a spreadsheet', async () => {
    const csv = 'Name,Title,Manager\nSari Wijaya,Head of Marketing,\nChen Wei,Brand Lead,Sari Wijaya\n';
    const files = [{ name: 'people.csv', base64: Buffer.from(csv).toString('base64') }];
    const answer = await send('mktorg/import', { what: 'people', files });
    expect(JSON.stringify(answer)).toContain('Head of Marketing');
  });
});

/** Runs in the page: a client that answers what the server asks, and remembers what it is told. */
function startClient(): void {
  interface Message {
    readonly id?: number;
    readonly method?: string;
    readonly params?: { readonly uri?: string; readonly diagnostics?: unknown };
    readonly result?: unknown;
    readonly error?: { readonly message: string };
  }
  interface Worker {
    onmessage: (event: { readonly data: Message }) => void;
    postMessage(message: object): void;
  }
  const Worker: new (script: string) => Worker = Reflect.get(globalThis, 'Worker');
  const worker = new Worker('/server.js');
  const waiting = new Map<number, (message: Message) => void>();
  const diagnostics: Record<string, unknown> = {};
  const asked: string[] = [];
  let next = 1;
  worker.onmessage = ({ data }) => {
    if (data.method === undefined) {
      if (data.id !== undefined) waiting.get(data.id)?.(data);
    } else if (data.id !== undefined) {
      asked.push(data.method);
      const result = data.method === 'mktorg/files' ? [] : null;
      worker.postMessage({ jsonrpc: '2.0', id: data.id, result });
    } else if (data.method === 'textDocument/publishDiagnostics' && data.params?.uri) {
      diagnostics[data.params.uri] = data.params.diagnostics;
    }
  };
  const client = {
    diagnostics,
    asked,
    request: (method: string, params: object) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
        worker.postMessage({ jsonrpc: '2.0', id, method, params });
      }),
    notify: (method: string, params: object) => worker.postMessage({ jsonrpc: '2.0', method, params }),
  };
  Reflect.set(globalThis, 'client', client);
}
