/** What a user does where the extension runs in a worker of the browser, and the editor reads every file for it. */
import type { Page } from 'playwright-core';
import { chartWith, gone, inExplorer, openFile, patience, type Step, seen, select, takeFix } from './user.ts';

const director = 'g.mk-node[data-id="role:communications.comms-director"]';
const error = '.squiggly-error';

export const WEB_JOURNEY: readonly Step[] = [
  ['opens an example on the web', openExample],
  ['draws the chart on the web', openChart],
  ['sees and fixes a broken line on the web', breakAndFix],
  ['steps through a plan on the web, and hears that there is no git', stepThroughPlan],
];

async function openExample(page: Page): Promise<void> {
  await inExplorer(page, 'hotel-group').waitFor({ timeout: 60_000 });
  await openFile(page, 'hotel-group/teams/communications.mktorg');
  await seen(page.locator('.codelens-decoration', { hasText: 'seats' }));
}

async function openChart(page: Page): Promise<void> {
  await page.locator('.editor-actions a[aria-label^="Open Preview to the Side"]').first().click();
  await chartWith(page, director);
}

async function breakAndFix(page: Page): Promise<void> {
  const chart = await chartWith(page, director);
  await select(page, 'reports to ceo');
  await page.keyboard.type('reports to coe');
  await seen(page.locator(error));
  await seen(chart.locator(`${director} .mk-find-error`));
  await takeFix(page, 'ceo');
  await gone(page.locator(error));
}

async function stepThroughPlan(page: Page): Promise<void> {
  await openFile(page, 'accidental-operations/plan.mktorg');
  const chart = await chartWith(page, 'g.mk-node');
  await chart.locator('.phases .point', { hasText: 'Phase 1' }).click({ timeout: patience });
  await seen(chart.locator('.changes h2', { hasText: 'Today → Phase 1' }));
  await chart.locator('.menu summary', { hasText: 'Compare' }).click();
  await seen(chart.locator('.menu-note', { hasText: 'no git' }));
  await page.keyboard.press('Escape');
}
