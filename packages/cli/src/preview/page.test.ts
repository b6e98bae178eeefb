import type { HostMessage } from '@mktorg/preview';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../../../../test/browser.ts';
import { builtPreview } from '../../../preview/src/testing/built-preview.ts';
import { chartOf, hotel } from '../../../preview/src/testing/charts.ts';
import { type PreviewServer, servePreview } from './server.ts';

const executable = await findBrowser();

describe.skipIf(executable === undefined)('the local page in a browser', () => {
  let browser: Browser;
  let app: { readonly script: string; readonly style: string };
  let page: Page;
  let server: PreviewServer;
  const said: string[] = [];

  beforeAll(async () => {
    app = await builtPreview();
    browser = await launchBrowser(executable);
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await page.close();
    await server.close();
  });

  /** Serves the page; what it asks for is answered with the message. */
  async function serve(answer: HostMessage | undefined, at = { port: 0 }): Promise<void> {
    said.length = 0;
    server = await servePreview({
      app,
      ...at,
      receive(from, { type }) {
        said.push(type);
        if (answer) server.send(from, answer);
      },
      left: () => {},
    });
  }

  it('opens its stream, then asks once for its chart and draws it', async () => {
    await serve(chartOf(hotel));
    page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
    const refused: number[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) refused.push(response.status());
    });
    await page.goto(server.url);
    await page.locator('g.mk-node').first().waitFor();
    expect(asked.filter((each) => each === 'events' || each === 'message')).toEqual(['events', 'message']);
    expect(said).toEqual(['ready']);
    expect(refused).toEqual([]);
    expect(await page.locator('.nothing').isVisible()).toBe(false);
  });

  it('says what it waits for', async () => {
    await serve(undefined);
    page = await browser.newPage();
    let letThrough = (): void => {};
    await page.route('**/events*', async (route) => {
      await new Promise<void>((resolve) => {
        letThrough = resolve;
      });
      await route.continue();
    });
    await page.goto(server.url);
    await page.getByText('Waiting for mktorg preview…').waitFor();
    letThrough();
    await page.getByText('The chart is being drawn…').waitFor();
  });

  it('says that the connection is lost, and goes on when it is served again', async () => {
    await serve(chartOf(hotel));
    page = await browser.newPage();
    await page.goto(server.url);
    await page.locator('g.mk-node').first().waitFor();
    const { address } = server;
    await server.close();
    await page.getByText('mktorg preview does not answer.').waitFor();
    expect(await page.locator('g.mk-node').count()).toBe(9);
    await serve(chartOf(hotel.replaceAll('Designer', 'Illustrator')), address);
    await page.locator('g.mk-node text', { hasText: 'Illustrator' }).first().waitFor();
    expect(await page.locator('.notice').isVisible()).toBe(false);
  });

  it('goes on as well where something else answered in between', async () => {
    await serve(chartOf(hotel));
    page = await browser.newPage();
    await page.goto(server.url);
    await page.locator('g.mk-node').first().waitFor();
    const { address } = server;
    await server.close();
    await serve(undefined, { port: address.port });
    await page.waitForResponse((response) => response.status() === 404);
    await page.getByText('mktorg preview does not answer.').waitFor();
    await server.close();
    await serve(chartOf(hotel.replaceAll('Designer', 'Illustrator')), address);
    await page.locator('g.mk-node text', { hasText: 'Illustrator' }).first().waitFor();
  });
});
