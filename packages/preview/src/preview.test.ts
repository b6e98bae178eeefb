import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../test/browser.ts';
import { chartOf, finding, hotel } from './testing/charts.ts';
import { type PreviewPage, type Previews, startPreviews } from './testing/preview-page.ts';

const executable = await findBrowser();
const card = (id: string): string => `g.mk-node[data-id="${id}"]`;
const designer = 'role:marketing.brand.designer';

describe.skipIf(executable === undefined)('the preview', () => {
  let previews: Previews;
  let preview: PreviewPage;

  beforeAll(async () => {
    previews = await startPreviews();
  });
  afterAll(() => previews.close());
  afterEach(async () => {
    expect(preview.complaints).toEqual([]);
    await preview.close();
  });

  async function showing(...given: Parameters<typeof chartOf>): Promise<PreviewPage> {
    preview = await previews.open();
    await preview.send(chartOf(...given));
    await preview.page.locator('g.mk-node').first().waitFor();
    return preview;
  }

  it('asks for its chart, and draws it', async () => {
    const { page, said } = await showing(hotel);
    expect(said).toEqual([{ type: 'ready' }]);
    expect(await page.locator('g.mk-node').count()).toBe(9);
    expect(await page.locator('svg.canvas-svg').getAttribute('aria-label')).toMatch(/^Harbor Hotels/);
    expect(await page.title()).toBe('Harbor Hotels');
  });

  it('says why there is nothing to draw', async () => {
    preview = await previews.open();
    await preview.send({ type: 'nothing', reason: 'There is nothing yet.' });
    await preview.page.getByText('There is nothing yet.').waitFor();
    await preview.send(chartOf(hotel));
    await preview.page.locator('g.mk-node').first().waitFor();
    expect(await preview.page.getByText('There is nothing yet.').isVisible()).toBe(false);
  });

  it('keeps what was chosen, and asks for it again after a reload', async () => {
    await showing(hotel, { choice: { lens: 'stack' } });
    const kept = await preview.kept();
    expect(kept).toMatchObject({ choice: { lens: 'stack' }, shown: 'file:///acme' });
    await preview.close();
    preview = await previews.open({ kept });
    await expect.poll(() => preview.said).toMatchObject([{ type: 'ready', choice: { lens: 'stack' } }]);
  });

  it('leaves the focus where it is while somebody types elsewhere', async () => {
    const { page } = await showing(hotel);
    await page.getByRole('button', { name: 'Stack' }).focus();
    // A page of its own always has the focus; a frame beside an editor has not.
    await page.evaluate(() => {
      document.hasFocus = () => false;
    });
    await preview.send(chartOf(hotel, { choice: { lens: 'stack' } }));
    await expect.poll(() => page.locator('.segments [aria-pressed="true"]').textContent()).toBe('Stack');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  it('is walked by keys', async () => {
    const { page, said } = await showing(hotel);
    const selected = async (): Promise<string | null> => {
      const marked = page.locator('.is-selected');
      return (await marked.count()) === 0 ? null : marked.getAttribute('data-id');
    };
    const walk = async (...keys: readonly string[]): Promise<(string | null)[]> => {
      const way: (string | null)[] = [];
      for (const key of keys) {
        await page.keyboard.press(key);
        way.push(await selected());
      }
      return way;
    };
    const down = await walk('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(new Set(down).size).toBe(4);
    expect(await walk('ArrowUp')).toEqual([down[2]]);
    await page.keyboard.press('Enter');
    await expect.poll(() => said.at(-1)).toMatchObject({ type: 'open', element: down[2] });
    expect(await walk('Escape')).toEqual([null]);
  });

  it('reaches every card by keys', async () => {
    const { page } = await showing(hotel);
    const cards = await page.locator('g.mk-node').count();
    const reached = await page.locator('[role="treeitem"]').count();
    expect(reached).toBe(cards);
  });

  it('finds by title and by holder', async () => {
    const { page } = await showing(hotel);
    await page.keyboard.press('/');
    await page.keyboard.type('ayu');
    await page.locator('.search-row').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator(`${card(designer)}.is-selected`).waitFor();
    expect(await page.getByLabel('Search the chart').inputValue()).toBe('');
    await page.keyboard.press('/');
    await page.keyboard.type('zzzz');
    await page.getByText('Nothing in this chart.').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.search-list').isVisible()).toBe(false);
  });

  it('selects on a click and opens on a double click', async () => {
    const { page, said } = await showing(hotel);
    await page
      .locator(`${card(designer)} .mk-box`)
      .last()
      .click();
    await expect.poll(() => said.at(-1)).toEqual({ type: 'select', element: designer });
    expect(await page.locator('.details').textContent()).toMatch(/Designer.*Ayu Lestari/);
    await page
      .locator(`${card(designer)} .mk-box`)
      .last()
      .dblclick();
    await expect.poll(() => said.at(-1)).toEqual({ type: 'open', element: designer });
  });

  it('brings into view what the cursor is on, and marks the team where that is closed', async () => {
    const { page, said } = await showing(hotel, { choice: { collapsed: ['team:marketing.brand'] } });
    const outer = ['team:marketing.brand', 'team:marketing'];
    await preview.send({ type: 'reveal', element: designer, outer, asked: false });
    await page.locator(`${card('team:marketing.brand')}.is-selected`).waitFor();
    expect(said).toHaveLength(1);
    await preview.send({ type: 'reveal', element: designer, outer, asked: true });
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ type: 'choose', choice: { collapsed: [], expanded: outer } });
    await preview.send(chartOf(hotel, { choice: { expanded: outer } }));
    await page.locator(`${card(designer)}.is-selected`).waitFor();
  });

  it('closes and opens teams', async () => {
    const { page, said } = await showing(hotel);
    await page.locator(`${card('team:marketing.brand')} > .mk-team`).click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('-');
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ type: 'choose', choice: { collapsed: ['team:marketing.brand'] } });
    await preview.send(chartOf(hotel, { choice: { collapsed: ['team:marketing.brand'] } }));
    await expect.poll(() => page.locator(card(designer)).count()).toBe(0);
    await page.locator('g:has(> .mk-pill-hidden)').first().click();
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ type: 'choose', choice: { expanded: ['team:marketing.brand'] } });
  });

  it('puts findings on the cards, and their words beside them', async () => {
    const { page } = await showing(hotel, {
      findings: { [designer]: [finding('Two of three seats are vacant.'), finding('A note.', 'info')] },
    });
    expect(await page.locator(`${card(designer)} .mk-find`).textContent()).toBe('! 2');
    await page
      .locator(`${card(designer)} .mk-box`)
      .last()
      .click();
    const words = await page.locator('.details').textContent();
    expect(words).toMatch(/Two of three seats are vacant\..*Do this\..*some\/rule/);
  });

  it('says that the chart is not that of the text only where the text stays broken', async () => {
    const { page } = await showing(hotel);
    const notice = page.locator('.notice');
    await preview.send(chartOf(hotel, { stale: 'a.mktorg, line 3: half a name' }));
    await preview.send(chartOf(hotel));
    await page.waitForTimeout(900);
    expect(await notice.isVisible()).toBe(false);
    await preview.send(chartOf(hotel, { stale: 'a.mktorg, line 3: half a name' }));
    await notice.getByText('line 3: half a name').waitFor();
    expect(await page.locator('.stage').getAttribute('class')).toContain('is-stale');
    await preview.send(chartOf(hotel));
    await notice.waitFor({ state: 'hidden' });
  });

  it('holds what is selected where it is when the chart changes', async () => {
    const { page } = await showing(hotel);
    const place = (id: string): Locator => page.locator(`${card(id)} .mk-box`).last();
    await place('role:marketing.growth.analyst').click();
    const before = await place('role:marketing.growth.analyst').boundingBox();
    const grown = hotel.replace(
      '  team growth',
      '  team content "Content" {\n    role editor "Editor"\n    role writer "Writer"\n  }\n\n  team growth',
    );
    await preview.send(chartOf(grown));
    await page.locator(card('role:marketing.content.editor')).waitFor();
    const after = await place('role:marketing.growth.analyst').boundingBox();
    expect(after?.x).toBeCloseTo(before?.x ?? Number.NaN, 0);
    expect(after?.y).toBeCloseTo(before?.y ?? Number.NaN, 0);
  });

  it('zooms, pans and fits', async () => {
    const { page } = await showing(hotel);
    const width = async (): Promise<number> =>
      (await page.locator(`${card('role:marketing.cmo')} .mk-box`).boundingBox())?.width ?? 0;
    const fitted = await width();
    await page.getByRole('button', { name: 'Zoom out' }).click();
    expect(await width()).toBeLessThan(fitted);
    await page.locator('svg.canvas-svg').hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    await expect.poll(width).toBeGreaterThan(fitted);
    await page.keyboard.press('0');
    expect(await width()).toBeCloseTo(fitted, 1);
  });

  it('names teams from afar, where cards cannot be read', async () => {
    const { page } = await showing(hotel);
    expect(await page.locator('.overview').isVisible()).toBe(false);
    for (let clicks = 0; clicks < 5; clicks += 1)
      await page.getByRole('button', { name: 'Zoom out' }).click();
    expect(await page.locator('.overview').textContent()).toContain('Marketing');
    expect(
      await page
        .locator(`${card('role:marketing.cmo')} text`)
        .first()
        .isVisible(),
    ).toBe(false);
  });

  it('hands out what it shows', async () => {
    const { said } = await showing(hotel);
    await preview.send({ type: 'command', command: 'copy-mermaid' });
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ type: 'export', format: 'mermaid', to: 'clipboard' });
    await preview.send({ type: 'command', command: 'save-svg' });
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ type: 'export', format: 'svg', to: 'file', name: 'harbor-hotels-reporting' });
  });

  it('offers other organizations and what else can be shown', async () => {
    const { page, said } = await showing(hotel, {
      organizations: [
        { root: 'file:///acme', name: 'Harbor Hotels' },
        { root: 'file:///other', name: 'Other' },
      ],
    });
    await page.getByLabel('Organization', { exact: true }).selectOption('Other');
    await expect.poll(() => said.at(-1)).toMatchObject({ type: 'choose', choice: { root: 'file:///other' } });
    await page.getByText('Show', { exact: true }).click();
    await page.getByRole('button', { name: 'Platforms' }).click();
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ type: 'choose', choice: { show: { platforms: true } } });
    await preview.send(chartOf(hotel, { choice: { show: { platforms: true } } }));
    const platforms = page.getByRole('button', { name: 'Platforms', pressed: true });
    await platforms.waitFor();
    expect(await platforms.evaluate((each) => each === document.activeElement)).toBe(true);
  });

  it.each([
    ['vscode-light', 'rgb(255, 255, 255)'],
    ['vscode-dark', 'rgb(35, 42, 53)'],
    ['vscode-high-contrast', 'rgb(0, 0, 0)'],
    ['vscode-high-contrast vscode-high-contrast-light', 'rgb(255, 255, 255)'],
  ])('takes the theme of the editor: %s', async (classes, fill) => {
    const { page } = await showing(hotel);
    await page.evaluate((each) => {
      document.body.className = each;
    }, classes);
    const box = page.locator(`${card('role:marketing.cmo')} .mk-box`);
    await expect.poll(() => box.evaluate((each) => getComputedStyle(each).fill)).toBe(fill);
  });
});
