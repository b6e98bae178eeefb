import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../test/browser.ts';
import type { ChartMessage } from './protocol.ts';
import { chartOf, hotel } from './testing/charts.ts';
import { comparisonOf, earlier } from './testing/comparisons.ts';
import { type PreviewPage, type Previews, startPreviews } from './testing/preview-page.ts';

const executable = await findBrowser();
const card = (id: string): string => `g.mk-node[data-id="${id}"]`;
const designer = 'role:marketing.brand.designer';
const comparable = { revisions: [{ ref: 'HEAD', label: 'last commit' }], pick: true };
const { MKTORG_TEST_SHOTS } = process.env;

describe.skipIf(executable === undefined)('comparing', () => {
  let previews: Previews;
  let preview: PreviewPage;

  beforeAll(async () => {
    previews = await startPreviews();
  });
  afterAll(() => previews.close());
  afterEach(async ({ task }) => {
    if (MKTORG_TEST_SHOTS)
      await preview.page.screenshot({
        path: `${MKTORG_TEST_SHOTS}/${task.name.replaceAll(/\W+/g, '-')}.png`,
      });
    expect(preview.complaints).toEqual([]);
    await preview.close();
  });

  async function showing(message: ChartMessage): Promise<PreviewPage> {
    preview = await previews.open();
    await preview.send(message);
    await preview.page.locator('g.mk-node').first().waitFor();
    return preview;
  }

  it('marks what came, went, moved and changed, and lists it beside the chart', async () => {
    const { page } = await showing(comparisonOf(earlier(hotel), hotel));
    for (const type of ['removed', 'moved', 'changed'])
      expect(await page.locator(`.canvas-svg .mk-sign-${type}`).count()).toBeGreaterThan(0);
    const list = page.getByRole('complementary', { name: 'Changes' });
    expect(await list.getByRole('heading', { level: 2 }).textContent()).toBe('Last commit → Now');
    const rows = await list.locator('section').first().locator('button.row').allTextContents();
    expect(rows.map((row) => row.replaceAll(/\s+/g, ' '))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^−removed: role Editor in Brand/),
        expect.stringMatching(/^→moved: role Designer from Growth to Brand/),
      ]),
    );
    expect(await list.getByRole('heading', { level: 3 }).allTextContents()).toContain('What follows');
  });

  it('says above all what it comes to, and nothing where nothing is different', async () => {
    const { page } = await showing(comparisonOf(earlier(hotel), hotel));
    const sentences = page.locator('.changes header .headline p');
    expect((await sentences.allTextContents()).map((each) => each.split(':')[0])).toEqual([
      'What happens',
      'What follows',
      'What it risks',
    ]);
    expect(await sentences.locator('strong').first().textContent()).toBe('What happens:');
    await preview.send(comparisonOf(hotel, hotel));
    await page.getByText('Nothing is different.').waitFor();
    expect(await page.locator('.headline').count()).toBe(0);
  });

  it('an entry leads to its card and to its line', async () => {
    const { page, said } = await showing(comparisonOf(earlier(hotel), hotel));
    await page.locator('.changes button.row', { hasText: 'Designer' }).first().click();
    await page.locator(`${card(designer)}.is-selected`).waitFor();
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ type: 'select', element: designer, at: { side: 'after' } });
    await page.locator('.changes button.row', { hasText: 'Editor' }).first().click();
    await page.locator(`${card('#was:role:marketing.brand.editor')}.is-selected`).waitFor();
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ type: 'select', element: 'role:marketing.brand.editor', at: { side: 'before' } });
  });

  it('an entry of a closed team opens it', async () => {
    const closed = { collapsed: ['team:marketing.brand'] };
    const { page, said } = await showing(comparisonOf(earlier(hotel), hotel, closed));
    await page.locator('.changes button.row', { hasText: 'Designer' }).first().click();
    await expect
      .poll(() => said.find(({ type }) => type === 'choose'))
      .toMatchObject({ choice: { collapsed: [], compare: { with: 'revision', ref: 'HEAD' } } });
    expect(await page.locator(`${card('team:marketing.brand')}.is-selected`).count()).toBe(1);
  });

  it('a card marks its entry', async () => {
    const { page, said } = await showing(comparisonOf(earlier(hotel), hotel));
    await page.locator(card(designer)).click();
    const current = page.locator('.changes [aria-current="true"]').first();
    expect(await current.textContent()).toMatch(/Designer/);
    await expect.poll(() => said.at(-1)).toMatchObject({ type: 'select', at: { side: 'after' } });
  });

  it('a card that shows where something was leads to the text of before', async () => {
    const { page, said } = await showing(comparisonOf(earlier(hotel), hotel));
    await page.locator(card('#was:role:marketing.brand.editor')).click({ timeout: 2000 });
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ type: 'select', element: 'role:marketing.brand.editor', at: { side: 'before' } });
    expect(await page.locator('.changes [aria-current="true"]').first().textContent()).toMatch(/Editor/);
  });

  it('what follows and what is found lead to what they speak of', async () => {
    const { page, said } = await showing(comparisonOf(earlier(hotel), hotel));
    const follows = page.locator('.changes section', { hasText: 'What follows' });
    await follows.locator('button.row', { hasText: 'Designer' }).first().click();
    await page.locator(`${card(designer)}.is-selected`).waitFor();
    await expect.poll(() => said.at(-1)).toMatchObject({ type: 'select', element: designer, must: true });
    await follows.locator('button.row', { hasText: 'Di Reyes leaves' }).click();
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ element: 'role:marketing.brand.editor', at: { side: 'before' } });
    expect(await follows.locator('li > .row:not(button)').count()).toBe(0);
  });

  it('stays while lenses change, and says where a chart marks no differences', async () => {
    const mail = '\nplatform mail "Mailer" is email { owner marketing.brand  used by marketing.brand }\n';
    const [before, after] = [
      `${earlier(hotel)}${mail}`,
      `${hotel}${mail.replace('owner marketing.brand', 'owner marketing.growth')}`,
    ];
    const { page, said } = await showing(comparisonOf(before, after));
    await page.getByRole('button', { name: 'Stack' }).click();
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ choice: { lens: 'stack', compare: { with: 'revision', ref: 'HEAD' } } });
    await preview.send(comparisonOf(before, after, { lens: 'stack' }));
    await page.locator('.mk-is-platform .mk-sign-changed, .mk-sign-changed').first().waitFor();
    expect(await page.locator('.unmarked').count()).toBe(0);
    await preview.send({ ...comparisonOf(before, after), ...chartOf(after, { choice: { lens: 'plan' } }) });
    expect(await page.locator('.unmarked').textContent()).toMatch(/marks no differences/);
    expect(await page.locator('.changes button.row').count()).toBeGreaterThan(3);
  });

  it('the list is walked by keys', async () => {
    const { page, said } = await showing(comparisonOf(earlier(hotel), hotel));
    await page.locator('.changes button.row').first().focus();
    await page.keyboard.press('ArrowDown');
    const second = page.locator('.changes button.row').nth(1);
    expect(await second.evaluate((row) => row === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => said.at(-1)?.type).toBe('select');
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    const first = page.locator('.changes button.row').first();
    expect(await first.evaluate((row) => row === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.locator('.changes :focus').count()).toBe(0);
    await page.keyboard.press('Shift+Tab');
    expect(await first.evaluate((row) => row === document.activeElement)).toBe(true);
  });

  it('is chosen, changed and ended, and kept for after a reload', async () => {
    const { page, said } = await showing(chartOf(hotel, { comparable }));
    await page.getByText('Compare', { exact: true }).click();
    await page.getByRole('button', { name: 'With last commit' }).click();
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ type: 'choose', choice: { compare: { with: 'revision', ref: 'HEAD' } } });
    expect(await page.getByRole('button', { name: 'With last commit' }).isVisible()).toBe(false);
    await page.getByText('Compare', { exact: true }).click();
    await page.getByRole('button', { name: 'With a branch or commit…' }).click();
    await expect.poll(() => said.at(-1)).toEqual({ type: 'pick' });
    await preview.send(comparisonOf(earlier(hotel), hotel));
    expect(await preview.kept()).toMatchObject({ choice: { compare: { with: 'revision', ref: 'HEAD' } } });
    await page.getByRole('button', { name: 'Stop comparing' }).click();
    await expect.poll(() => said.at(-1)).toMatchObject({ type: 'choose' });
    expect(said.at(-1)).not.toHaveProperty('choice.compare');
    await preview.send(chartOf(hotel));
    await page.locator('.changes').waitFor({ state: 'hidden' });
    const kept = { choice: { ...chartOf(hotel).choice, compare: { with: 'phases', to: 'phase:p.one' } } };
    await preview.close();
    preview = await previews.open({ kept });
    await expect
      .poll(() => preview.said)
      .toMatchObject([{ type: 'ready', choice: { compare: { with: 'phases', to: 'phase:p.one' } } }]);
  });

  it('says why there is nothing to compare with, and why a comparison failed', async () => {
    const why = 'This folder is in no git repository.';
    const { page } = await showing({
      ...chartOf(hotel),
      comparable: { revisions: [], pick: false, why },
      uncompared: 'There is no branch main any more.',
    });
    await page.getByText('There is no branch main any more.').waitFor();
    await page.getByText('Compare', { exact: true }).click();
    await page.getByText('This folder is in no git repository.').waitFor();
  });

  it('steps through the phases of a plan', async () => {
    const planned = `${hotel}
plan p "Grow" {
  owner marketing.cmo
  phase one "Phase 1" from 2027-01 to 2027-06 { add role x "Strategist" to marketing.brand }
  phase two "Phase 2" from 2027-07 to 2027-12 { retire marketing.growth.analyst }
}
`;
    const { page, said } = await showing(
      chartOf(planned, { plans: comparisonOf(planned, planned).plans ?? [] }),
    );
    const slider = page.getByRole('slider', { name: 'Grow' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('Today');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ choice: { compare: { with: 'phases', to: 'phase:p.one' } } });
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => said.at(-1))
      .toMatchObject({ choice: { compare: { with: 'phases', from: 'phase:p.one', to: 'phase:p.two' } } });
    const compare = { with: 'phases', from: 'phase:p.one', to: 'phase:p.two' } as const;
    await preview.send(comparisonOf(planned, planned, { compare }));
    expect(await slider.getAttribute('aria-valuetext')).toBe('Phase 2');
    expect(await slider.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.locator('.point', { hasText: 'Today' }).click();
    await expect.poll(() => said.at(-1)).not.toHaveProperty('choice.compare');
  });

  it('takes no text of a model for markup', async () => {
    const evil = hotel.replace('"Analyst"', '"<img src=x onerror=alert(1)>"');
    const { page } = await showing(comparisonOf(hotel, evil));
    await page.locator('.changes button.row', { hasText: '<img' }).first().waitFor();
    expect(await page.locator('.changes img').count()).toBe(0);
  });

  it('lies below the chart in a narrow panel', async () => {
    const { page } = await showing(comparisonOf(earlier(hotel), hotel));
    await page.setViewportSize({ width: 480, height: 700 });
    const [list, stage] = [
      await page.locator('.changes').boundingBox(),
      await page.locator('.stage').boundingBox(),
    ];
    expect(list?.y).toBeGreaterThanOrEqual((stage?.y ?? 0) + (stage?.height ?? 0) - 1);
    expect(stage?.height).toBeGreaterThan(200);
  });
});
