import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

import { idleRequest } from '../protocol.ts';

/** An editor that speaks with a server of its own over standard input and output. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Everything that the server logged. */
  readonly log: readonly string[];
  /** The last diagnostics that were published, by document. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** How often diagnostics were published, by document. */
  readonly published: ReadonlyMap<string, number>;
  open(uri: string, text: string): Promise<void>;
  /** The whole text anew. */
  change(uri: string, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** Waits until the server has nothing left to publish. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface ClientOptions {
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What it answers for the section `mktorg`. */
  readonly settings?: unknown;
  /** How it answers other requests of the server. */
  readonly requests?: { readonly [method: string]: (params: never) => unknown };
}

/** What a full editor can do. */
export const fullCapabilities: ClientCapabilities = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: { configuration: true, workspaceFolders: true, codeLens: { refreshSupport: true } },
};

export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const entry = fileURLToPath(new URL('../node.ts', import.meta.url));
  const server = spawn(process.execPath, [entry, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const log: string[] = [];
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const published = new Map<string, number>();
  const versions = new Map<string, number>();
  connection.onNotification(
    'window/logMessage',
    ({ message }: { message: string }) => void log.push(message),
  );
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: { uri: string; diagnostics: Diagnostic[] }) => {
      diagnostics.set(params.uri, params.diagnostics);
      published.set(params.uri, (published.get(params.uri) ?? 0) + 1);
    },
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', () => [options.settings ?? null]);
  connection.onRequest('workspace/codeLens/refresh', () => null);
  for (const [method, answer] of Object.entries(options.requests ?? {})) connection.onRequest(method, answer);
  connection.listen();
  const died = new Promise<never>((_, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const initialize: Promise<InitializeResult> = connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: options.capabilities ?? fullCapabilities,
    initializationOptions: options.initializationOptions,
    workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
  });
  const initialized = await Promise.race([initialize, died]);
  died.catch(() => undefined);
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    log,
    diagnostics,
    published,
    open: (uri, text) => {
      versions.set(uri, 1);
      return connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'mktorg', version: 1, text },
      });
    },
    change: (uri, text) => {
      const version = (versions.get(uri) ?? 1) + 1;
      versions.set(uri, version);
      return connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
    },
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    settled: () => connection.sendRequest(idleRequest),
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const ended = new Promise((resolve) => server.once('exit', resolve));
      connection.end();
      await ended;
    },
  };
}
