/** Draws Mermaid in a real browser, with the settings under which forges draw it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { launchBrowser } from '../browser.ts';
import { type Drawn, isDrawn } from './drawn.ts';

/** What forges let one diagram have. Mermaid refuses what is beyond, and no diagram can raise it. */
export const mermaidLimits = { maxTextSize: 50_000, maxEdges: 500 } as const;

export interface MermaidPage {
  draw(text: string): Promise<Drawn>;
  /** The diagram drawn last, as PNG. */
  picture(): Promise<Buffer>;
  /** What the page wanted from the network, dialogs that opened, and errors outside of a diagram. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function openMermaid(): Promise<MermaidPage> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**/*', (route) => {
    complaints.push(`asked for ${route.request().url()}`);
    return route.abort();
  });
  await page.setContent('<!DOCTYPE html><body style="margin: 0; background: white"></body>');
  for (const file of [
    createRequire(import.meta.url).resolve('@mermaid-js/tiny'),
    path.join(import.meta.dirname, 'in-page.js'),
  ])
    await page.addScriptTag({ content: readFileSync(file, 'utf8') });
  await page.evaluate(`startMermaid(${JSON.stringify(mermaidLimits)})`);
  return {
    complaints,
    async draw(text) {
      const drawn: unknown = await page.evaluate(`drawMermaid(${JSON.stringify(text)})`);
      if (!isDrawn(drawn)) throw new Error('The page says something else than it should.');
      return drawn;
    },
    picture: () => page.locator('svg').first().screenshot(),
    close: () => browser.close(),
  };
}
