import { request } from 'node:http';
import type { HostMessage } from '@mktorg/preview';
import { afterEach, describe, expect, it } from 'vitest';
import { requestFrom } from './choice.ts';
import { type PreviewServer, servePreview } from './server.ts';

const app = { script: 'let preview;', style: 'main {}' };
const nothing: HostMessage = { type: 'nothing', reason: 'none' };
let server: PreviewServer;
const received: string[] = [];

async function start(): Promise<URL> {
  received.length = 0;
  server = await servePreview({
    app,
    port: 0,
    receive: (page, message) => received.push(`${page} ${message.type}`),
    left: (page) => received.push(`${page} left`),
  });
  return new URL(server.url);
}
afterEach(() => server.close());

describe('the local page', () => {
  it.each([
    ['', 200, 'text/html'],
    ['preview.js', 200, 'text/javascript'],
    ['preview.css', 200, 'text/css'],
    ['nothing', 404, 'text/plain'],
    ['../preview.js', 404, 'text/plain'],
    ['/', 404, 'text/plain'],
    ['/etc/passwd', 404, 'text/plain'],
    ['events', 404, 'text/plain'],
    ['events?page=../x', 404, 'text/plain'],
    ['%2e%2e/%2e%2e/package.json', 404, 'text/plain'],
  ])('serves %j with %i', async (path, status, type) => {
    const response = await fetch(new URL(path, await start()));
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    ['another name', { host: 'evil.example' }, 403],
    ['another port', { host: '127.0.0.1:1' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['the same origin', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('asked under %s', async (_, headers, status) => {
    const { port, pathname } = await start();
    const answered = await new Promise<number | undefined>((resolve) => {
      request({ host: '127.0.0.1', port, path: pathname, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(answered).toBe(status);
  });

  it('takes messages and sends some', async () => {
    const url = await start();
    const stream = await fetch(new URL('events?page=p1', url));
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('retry: 500\n\n');
    const post = (body: string): Promise<Response> =>
      fetch(new URL('message?page=p1', url), { method: 'POST', body });
    expect((await post('{"type":"ready"}')).status).toBe(204);
    expect((await post('{"type":"open","element":"x"}')).status).toBe(400);
    expect((await post('no json')).status).toBe(400);
    expect((await post('x'.repeat(1_100_000))).status).toBe(400);
    expect(server.pages()).toEqual(['p1']);
    server.send('p1', nothing);
    expect((await reader?.read())?.value).toBe('data: {"type":"nothing","reason":"none"}\n\n');
    await reader?.cancel();
    await expect.poll(() => received).toEqual(['p1 ready', 'p1 left']);
  });

  it('takes no message of a page that could not be answered', async () => {
    const url = await start();
    const response = await fetch(new URL('message?page=p1', url), {
      method: 'POST',
      body: '{"type":"ready"}',
    });
    expect(response.status).toBe(409);
    expect(received).toEqual([]);
  });

  it('says that a port is taken', async () => {
    const { port } = await start();
    await expect(
      servePreview({ app, port: Number(port), receive: () => {}, left: () => {} }),
    ).rejects.toThrow(`Port ${port} is taken.`);
  });
});

it.each([
  ['{"type":"ready"}', { type: 'ready' }],
  [
    '{"type":"choose","choice":{"lens":"stack","collapsed":["a",1],"show":{"platforms":true,"x":2},"depth":"2","of":"team:a"}}',
    {
      type: 'choose',
      choice: { lens: 'stack', collapsed: ['a'], expanded: [], show: { platforms: true }, of: 'team:a' },
    },
  ],
  ['{"type":"choose","choice":{"lens":"process"}}', undefined],
  ['{"type":"choose"}', undefined],
  ['[]', undefined],
  ['null', undefined],
])('reads %s', (text, message) => expect(requestFrom(text)).toEqual(message));
