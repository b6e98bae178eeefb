import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../test/browser.ts';
import { generateOrganization } from '../../model/src/testing/generate.ts';
import { chartOf, modelOf } from './testing/charts.ts';
import { type Previews, startPreviews } from './testing/preview-page.ts';

const executable = await findBrowser();

describe.skipIf(executable === undefined)('a large organization', () => {
  let previews: Previews;

  beforeAll(async () => {
    previews = await startPreviews();
  });
  afterAll(() => previews.close());

  it('comes with its deeper teams closed, and stays usable', async () => {
    const model = modelOf(generateOrganization({ seats: 5000 }));
    const message = chartOf(model, { maxCards: 800 });
    expect(message.scene.nodes.length).toBeLessThan(1000);
    const preview = await previews.open();
    const { page } = preview;
    const begun = performance.now();
    await preview.send(message);
    await page.locator('g.mk-node').first().waitFor();
    expect(performance.now() - begun).toBeLessThan(5000);

    const pan = await page.evaluate(async () => {
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const svg = document.querySelector('svg.canvas-svg');
      const times: number[] = [];
      let last = await frame();
      for (let step = 0; step < 20; step += 1) {
        svg?.dispatchEvent(
          new WheelEvent('wheel', { deltaX: 40, deltaY: 10, bubbles: true, cancelable: true }),
        );
        const now = await frame();
        times.push(now - last);
        last = now;
      }
      return times.sort((a, b) => a - b)[10] ?? Number.NaN;
    });
    // A generous bound: it holds on a machine without a graphics card that does other things as well.
    expect(pan).toBeLessThan(400);

    await page.keyboard.press('/');
    await page.keyboard.type('lead');
    await page.locator('.search-row').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.is-selected').waitFor();
    expect(preview.complaints).toEqual([]);
    await preview.close();
  });
});
