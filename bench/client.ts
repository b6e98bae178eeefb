import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createProtocolConnection,
  type InitializeParams,
  type Position,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { changedNotification } from '../packages/server/src/protocol.ts';
import { uriOf } from './organizations.ts';

/** An editor with the folder of one organization open, and a server of its own. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly root: string;
  /** From the start of the server until it had said what is wrong anywhere, in milliseconds. */
  readonly ready: number;
  open(file: string): Promise<Document>;
  /** What the server holds, in bytes; undefined where it cannot be asked. */
  memory(): Promise<{ readonly rss: number; readonly heapUsed: number } | undefined>;
  stop(): Promise<void>;
}

export interface Document {
  readonly uri: string;
  text(): string;
  /** Puts a text in the place of another, and says nothing of it. */
  change(at: number, old: string, text: string): Promise<void>;
  /** Does so, and waits until the server has judged it: how long that took, in milliseconds. */
  edit(at: number, old: string, text: string): Promise<number>;
}

const meter = path.join(import.meta.dirname, 'meter.mjs');

export async function startEditor(server: string, folder: string): Promise<Editor> {
  const readings = mkdtempSync(path.join(tmpdir(), 'mktorg-bench-'));
  const reading = path.join(readings, 'meter.json');
  const started = performance.now();
  const child = spawn(process.execPath, ['--expose-gc', '--import', meter, server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, METER: reading },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const root = uriOf(folder);
  let judged = (): void => undefined;
  const nextJudgement = (): Promise<void> =>
    new Promise((resolve) => {
      judged = resolve;
    });
  connection.onNotification(changedNotification, (change: { readonly root: string }) => {
    if (change.root === root) judged();
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', () => [null]);
  connection.listen();
  const first = nextJudgement();
  const params: InitializeParams = {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        publishDiagnostics: { relatedInformation: true },
      },
      workspace: { workspaceFolders: true },
    },
    workspaceFolders: [{ uri: root, name: 'organization' }],
  };
  await connection.sendRequest('initialize', params);
  await connection.sendNotification('initialized', {});
  await first;
  const ready = performance.now() - started;

  return {
    connection,
    root,
    ready,
    open: (file) => openDocument(connection, path.join(folder, file), nextJudgement),
    memory: () => memoryOf(child, reading),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.end();
      await ended;
      rmSync(readings, { recursive: true, force: true });
    },
  };
}

async function openDocument(
  connection: ProtocolConnection,
  file: string,
  nextJudgement: () => Promise<void>,
): Promise<Document> {
  const uri = uriOf(file);
  let text = readFileSync(file, 'utf8');
  let version = 1;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'mktorg', version, text },
  });
  const change = async (at: number, old: string, replacement: string): Promise<void> => {
    if (!text.startsWith(old, at)) throw new Error(`There is no “${old}” at ${at} of ${uri}.`);
    const range = { start: positionAt(text, at), end: positionAt(text, at + old.length) };
    text = text.slice(0, at) + replacement + text.slice(at + old.length);
    version += 1;
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: replacement }],
    });
  };
  return {
    uri,
    text: () => text,
    change,
    async edit(at, old, replacement) {
      await pause(30); // nobody types faster, and what an edit before has left to do is not part of this one
      const judged = nextJudgement();
      const started = performance.now();
      await change(at, old, replacement);
      await judged;
      return performance.now() - started;
    },
  };
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}

async function memoryOf(
  child: ChildProcess,
  reading: string,
): Promise<{ readonly rss: number; readonly heapUsed: number } | undefined> {
  if (process.platform === 'win32') return undefined;
  rmSync(reading, { force: true });
  child.kill('SIGUSR2');
  for (let waited = 0; waited < 20_000; waited += 100) {
    await pause(100);
    try {
      return JSON.parse(readFileSync(reading, 'utf8'));
    } catch {
      // It is still collecting garbage.
    }
  }
  return undefined;
}
