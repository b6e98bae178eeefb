import { readFileSync } from 'node:fs';
import path from 'node:path';
import { diff, match } from '@mktorg/model';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../../../test/browser.ts';
import { drawDifference } from './difference.ts';
import { drawChart } from './draw.ts';
import { toSvg } from './output/svg.ts';
import type { LensName, Scene } from './scene.ts';
import { examples, organizationIn, organizationOf } from './testing/organization.ts';
import { randomOrganization } from './testing/random-organization.ts';

const executable = await findBrowser();
if (executable === undefined) console.warn('No browser: texts are not measured in one.');

const scenes: readonly (readonly [string, LensName, () => Scene])[] = [
  [
    'three-scripts',
    'reporting',
    () => drawChart(organizationIn(`${examples}/three-scripts`), { lens: 'reporting' }),
  ],
  ['three-scripts', 'stack', () => drawChart(organizationIn(`${examples}/three-scripts`), { lens: 'stack' })],
  [
    'software-company',
    'reporting',
    () => drawChart(organizationIn(`${examples}/software-company`), { lens: 'reporting' }),
  ],
  [
    'accidental-operations',
    'stack',
    () => drawChart(organizationIn(`${examples}/accidental-operations`), { lens: 'stack' }),
  ],
  [
    'every script',
    'reporting',
    () => drawChart(organizationOf(randomOrganization(7, 60)), { lens: 'reporting' }),
  ],
  ['a plan', 'plan', () => drawChart(organizationOf(textOf('plan')), { lens: 'plan' })],
  ['what changes', 'reporting', () => difference('orchard', 'orchard-after')],
  ['every script', 'stack', () => drawChart(organizationOf(randomOrganization(8, 120)), { lens: 'stack' })],
];

function textOf(name: string): string {
  return readFileSync(path.join(import.meta.dirname, `testdata/${name}.mktorg`), 'utf8');
}

function difference(from: string, to: string): Scene {
  const [before, after] = [organizationOf(textOf(from)), organizationOf(textOf(to))];
  const matching = match(before, after);
  return drawDifference(before, after, matching, diff(before, after, matching));
}

/** The chart's own font stack, and the widest font that it may end in. */
const fonts = ['', 'DejaVu Sans'];

describe.skipIf(executable === undefined)('in a browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser(executable);
    page = await browser.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });

  describe.each(fonts)('font %j', (font) => {
    it.each(scenes)('%s, %s: no text leaves its box', async (_, __, draw) => {
      expect(await strays(page, draw(), font)).toEqual([]);
    });
  });

  it('draws what a model says as text, never as markup', async () => {
    const scene = drawChart(organizationOf(randomOrganization(3, 40)), { lens: 'reporting' });
    await page.setContent(toSvg(scene, { theme: 'auto' }));
    expect(await page.locator('svg script, svg a, svg image, svg foreignObject').count()).toBe(0);
    expect(await page.locator('svg text', { hasText: '<script>' }).count()).toBeGreaterThan(0);
  });
});

/** Texts that are wider than measured, or that reach beyond their node. */
async function strays(page: Page, scene: Scene, font: string): Promise<readonly string[]> {
  const style = font === '' ? '' : `<style>.mktorg-chart text{font-family:"${font}"!important}</style>`;
  await page.setContent(`${toSvg(scene)}${style}`);
  const boxes = scene.nodes.map(({ id, x, y, width, height, lines }) => ({
    id,
    x,
    y,
    width,
    height,
    lines: lines.map((line) => ({ text: line.text, width: line.width })),
  }));
  return page.evaluate(`(${inPage})(${JSON.stringify(boxes)})`);
}

/** Runs in the page, where there is a document, which the types of the tests do not know. */
const inPage = `(nodes) => {
  const found = [];
  const slack = 0.5;
  const groups = new Map([...document.querySelectorAll('g[data-id]')].map((g) => [g.getAttribute('data-id'), g]));
  for (const { id, x, y, width, height, lines } of nodes) {
    const texts = [...(groups.get(id)?.querySelectorAll(':scope > text') ?? [])];
    if (texts.length !== lines.length) found.push(id + ' has ' + texts.length + ' texts');
    for (const [i, text] of texts.entries()) {
      const box = text.getBBox();
      const said = id + ': ' + text.textContent;
      if (box.x < x - slack || box.x + box.width > x + width + slack) found.push(said + ' leaves its box');
      if (box.y < y - 4 || box.y + box.height > y + height + 4) found.push(said + ' leaves its box upright');
      if (box.width > lines[i].width + slack) found.push(said + ': ' + box.width + ' px, measured ' + lines[i].width);
    }
  }
  return found;
}`;
