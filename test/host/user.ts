/** What a user does with the workbench: through its window only, by mouse and keys. */
import type { Frame, Locator, Page } from 'playwright-core';
import { webviewWith } from './workbench.ts';

/** A step builds on the one before it. */
export type Step = readonly [title: string, step: (page: Page) => Promise<unknown>];

/** Long enough for a machine that does other things as well, in milliseconds. */
export const patience = 60_000;

export function inExplorer(page: Page, name: string): Locator {
  return page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`).first();
}

/** Opens a file by its path in the workspace, and waits until the editor shows it as a model. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget input[type=text]').first();
  await input.fill(path);
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: name })
    .first()
    .click({ timeout: patience });
  await page.locator(`.tab.active[aria-label*="${name}"]`).first().waitFor({ timeout: patience });
  await page.locator('.statusbar-item', { hasText: 'mktorg' }).first().waitFor({ timeout: patience });
}

export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type=text]').first();
  await input.waitFor();
  await input.fill(`>${title}`);
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: title })
    .first()
    .click({ timeout: patience });
}

/** Selects the first `text` in the editor, as its find widget does. */
export async function select(page: Page, text: string): Promise<void> {
  const line = page.locator('.editor-group-container .monaco-editor .view-line').nth(1);
  await line.click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+F');
  const find = page.locator('.find-widget.visible textarea, .find-widget.visible .input').first();
  await find.waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  await page
    .locator('.find-widget.visible .matchesCount', { hasText: /of [1-9]/ })
    .waitFor({ timeout: patience });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

/** The chart, once it has drawn what the selector names. */
export async function chartWith(page: Page, selector: string): Promise<Frame> {
  const chart = await webviewWith(page, `svg.canvas-svg ${selector}`, patience);
  await chart.locator(`svg.canvas-svg ${selector}`).first().waitFor({ timeout: patience });
  return chart;
}

export async function gone(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'hidden', timeout: patience });
}

export async function seen(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'visible', timeout: patience });
}

/** Takes the fix with this text at the cursor. Typing may have opened suggestions, or open them late: those go first. */
export async function takeFix(page: Page, text: string): Promise<void> {
  const fix = page.locator('.action-widget .action', { hasText: text }).first();
  for (let tries = 0; tries < 8; tries++) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    const shown = await fix.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (shown) return fix.click();
  }
  throw new Error(`No fix offers ${text}.`);
}

/** Chooses from an open menu. A menu ignores clicks in its first moments, so as not to take the one that opened it. */
export async function chooseFromMenu(page: Page, text: string): Promise<void> {
  const item = page.locator('.monaco-menu .action-item', { hasText: text }).first();
  await item.waitFor();
  for (let tries = 0; tries < 8 && (await item.isVisible()); tries++) {
    await page.waitForTimeout(400);
    await item.click({ timeout: 2_000 }).catch(() => {});
  }
}
