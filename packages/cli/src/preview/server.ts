import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { HostMessage } from '@mktorg/preview';
import type { PreviewApp } from '../charts/page.ts';
import { errorCode, Failure } from '../failure.ts';
import type { Address } from './address.ts';
import { type PageRequest, requestFrom } from './choice.ts';

/**
 * The local page, on 127.0.0.1 and nowhere else, below a path that only the printed address knows:
 *
 * - `GET  <secret>/`                 the page
 * - `GET  <secret>/preview.js`, `preview.css`
 * - `GET  <secret>/events?page=<id>` messages for a page, as server-sent events
 * - `POST <secret>/message?page=<id>` a message of a page whose stream is open, as JSON
 *
 * Requests under another name than that of this machine are refused: a foreign site could have pointed a name of its
 * own here. So are requests that another site makes.
 */
export interface PreviewServer {
  readonly url: string;
  readonly address: Address;
  /** Sends a message to a page; a page that still takes in an earlier one gets only the newest. */
  send(page: string, message: HostMessage): void;
  /** Pages that are open. */
  pages(): readonly string[];
  close(): Promise<void>;
}

export interface PreviewServerOptions {
  readonly app: PreviewApp;
  /** 0: any free one. */
  readonly port: number;
  /** The path that only the printed address knows; a new one where absent. */
  readonly secret?: string;
  receive(page: string, request: PageRequest): void;
  left(page: string): void;
}

/** @throws {Failure} where the port is taken or not allowed */
export async function servePreview(options: PreviewServerOptions): Promise<PreviewServer> {
  const secret = options.secret ?? randomBytes(12).toString('base64url');
  const streams = new Map<string, Stream>();
  let port = options.port;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of securityHeaders) response.setHeader(name, value);
    if (!isOwn(request, port)) {
      refuse(response, 403, 'This page is served to this machine only.');
      return;
    }
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    const path = url.pathname.startsWith(`/${secret}/`) ? url.pathname.slice(secret.length + 2) : undefined;
    const page = url.searchParams.get('page') ?? '';
    const route = `${request.method} ${path}`;
    if (route === 'GET ') reply(response, 'text/html', pageText);
    else if (route === 'GET preview.js') reply(response, 'text/javascript', options.app.script);
    else if (route === 'GET preview.css') reply(response, 'text/css', options.app.style);
    else if (route === 'GET events' && isPage(page)) openStream(page, response);
    else if (route === 'POST message' && isPage(page)) void takeMessage(page, request, response);
    else
      refuse(
        response,
        404,
        'There is nothing here. The address of the chart is the one that mktorg preview printed.',
      );
  }

  function openStream(page: string, response: ServerResponse): void {
    streams.get(page)?.response.end();
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    // A first line makes the browser tell the page that the stream is open.
    response.write('retry: 500\n\n');
    const stream: Stream = { response, waiting: undefined };
    streams.set(page, stream);
    response.on('drain', () => flush(stream));
    response.on('close', () => {
      if (streams.get(page) !== stream) return;
      streams.delete(page);
      options.left(page);
    });
  }

  async function takeMessage(
    page: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const text = await bodyOf(request);
    const message = text === undefined ? undefined : requestFrom(text);
    if (!message) {
      refuse(response, 400, 'This is no message of a preview.');
      return;
    }
    if (!streams.has(page)) {
      refuse(response, 409, 'The stream of this page is not open.');
      return;
    }
    response.writeHead(204).end();
    options.receive(page, message);
  }

  const server = createServer(answer);
  port = await new Promise<number>((resolve, reject) => {
    server.once('error', (error) => reject(portFailure(error, options.port)));
    server.listen(options.port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : options.port);
    });
  });
  return {
    url: `http://127.0.0.1:${port}/${secret}/`,
    address: { port, secret },
    send(page, message) {
      const stream = streams.get(page);
      if (!stream) return;
      stream.waiting = message;
      if (!stream.response.writableNeedDrain) flush(stream);
    },
    pages: () => [...streams.keys()],
    async close() {
      for (const { response } of streams.values()) response.end();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Stream {
  readonly response: ServerResponse;
  /** What is to be sent when the page has taken in what came before. */
  waiting: HostMessage | undefined;
}

function flush(stream: Stream): void {
  const { waiting } = stream;
  stream.waiting = undefined;
  if (waiting) stream.response.write(`data: ${JSON.stringify(waiting)}\n\n`);
}

const securityHeaders: readonly (readonly [string, string])[] = [
  [
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cache-control', 'no-store'],
];

const pageText = `<!DOCTYPE html>
<html lang="en" data-host="page">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>mktorg</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="preview.css">
</head>
<body>
<main id="app"></main>
<script src="preview.js"></script>
</body>
</html>
`;

function isOwn({ headers }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? '')) return false;
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

function isPage(id: string): boolean {
  return /^[\w-]{1,64}$/.test(id);
}

function reply(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

const longestMessage = 1_000_000;

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      length += chunk.length;
      if (length > longestMessage) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function portFailure(error: unknown, port: number): unknown {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new Failure(
        `Port ${port} is taken.`,
        'Choose another with --port, or leave it out: any free one will do.',
      );
    case 'EACCES':
      return new Failure(
        `Port ${port} is not allowed.`,
        'Choose one above 1023 with --port, or leave it out.',
      );
    default:
      return error;
  }
}
