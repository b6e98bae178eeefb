import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** What a worker has: nothing of Node, nothing of a page. */
const workerGlobals = {
  setTimeout,
  clearTimeout,
  setInterval,
  clearInterval,
  queueMicrotask,
  performance,
  URL,
  TextDecoder,
  TextEncoder,
  atob,
  btoa,
  console,
  structuredClone,
  crypto,
};

test('the browser entry runs where there is nothing of Node, and reads through the editor', async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./browser.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    logLevel: 'error',
  });
  const heard: Message[] = [];
  const waiting: {
    readonly test: (message: Message) => boolean;
    readonly resolve: (message: Message) => void;
  }[] = [];
  const worker: { onmessage?: (event: { data: object }) => void; [name: string]: unknown } = {
    ...workerGlobals,
    addEventListener: () => undefined,
    postMessage(message: Message) {
      heard.push(message);
      for (const { test, resolve } of waiting) if (test(message)) resolve(message);
    },
  };
  worker['self'] = worker;
  const context = createContext(worker);
  runInContext(outputFiles[0]?.text ?? '', context);
  const say = (message: object): void => worker.onmessage?.({ data: { jsonrpc: '2.0', ...message } });
  const hear = (test: (message: Message) => boolean): Promise<Message> => {
    const known = heard.find(test);
    return known ? Promise.resolve(known) : new Promise((resolve) => waiting.push({ test, resolve }));
  };

  const folder = 'vscode-vfs://github/a/b';
  say({
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: folder, capabilities: {}, initializationOptions: { files: true } },
  });
  expect((await hear(({ id, result }) => id === 1 && result !== undefined)).result).toMatchObject({
    capabilities: { hoverProvider: true },
  });
  say({ method: 'initialized', params: {} });
  const asked = await hear(({ method }) => method === 'mktorg/files');
  expect(asked.params).toEqual({ folder });
  say({ id: asked.id, result: [{ uri: `${folder}/a.mktorg`, text: 'team a { lead nobody }' }] });
  const published = await hear(({ method }) => method === 'textDocument/publishDiagnostics');
  expect(published.params).toMatchObject({
    uri: `${folder}/a.mktorg`,
    diagnostics: [{ code: 'integrity/unresolved-name' }],
  });
});
