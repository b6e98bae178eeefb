import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createBareHost } from './host.ts';
import { startServer } from './server.ts';

// Runs in a worker of the editor and speaks in messages with the page that started it.
startServer(
  createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis)),
  createBareHost(),
);
