/** What a user does with the installed extension, step by step. */
import type { Page } from 'playwright-core';
import { webviewWith } from './workbench.ts';

export type Step = readonly [title: string, step: (page: Page) => Promise<unknown>];

export const JOURNEY: readonly Step[] = [
  ['opens an example', openExample],
  ['underlines a broken reference', breakReference],
  ['draws the chart beside the text', openPreview],
];

async function openExample(page: Page): Promise<void> {
  await inExplorer(page, 'hotel-group').click({ timeout: 60_000 });
  await inExplorer(page, 'organization.mktorg').dblclick();
  await page.locator('.statusbar-item', { hasText: 'mktorg' }).first().waitFor();
}

async function breakReference(page: Page): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nteam night-desk { lead nobody-at-all }');
  await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
}

async function openPreview(page: Page): Promise<void> {
  await runCommand(page, 'mktorg: Open Preview to the Side');
  const preview = await webviewWith(page, 'svg, canvas');
  await preview.locator('svg, canvas').first().waitFor();
}

function inExplorer(page: Page, name: string) {
  return page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
}

async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input[type=text]').first().fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}
