/** What a user does with the installed extension, step by step, in a folder that is not trusted. */
import type { Page } from 'playwright-core';
import {
  chartWith,
  chooseFromMenu,
  gone,
  inExplorer,
  openFile,
  patience,
  runCommand,
  type Step,
  seen,
  select,
  takeFix,
} from './user.ts';

const director = 'g.mk-node[data-id="role:communications.comms-director"]';
const error = '.squiggly-error';

/** A file of the workspace. */
export const SPREADSHEET = {
  name: 'people.csv',
  text: `Employee ID,Name,Job Title,Department,Manager ID,Location
1,Sari Wijaya,Head of Marketing,Marketing,,Jakarta
2,Chen Wei,Brand Lead,Brand,1,Lisbon
3,Ayu Lestari,Designer,Brand,2,Manila
4,Nadia Haddad,Growth Lead,Growth,1,Dubai
5,Omar Farouk,Campaign Manager,Growth,4,Cairo
6,Tom Baker,Events Manager,Growth,99,London
`,
};

export const JOURNEY: readonly Step[] = [
  ['has not said that the folder is trusted', distrust],
  ['opens an example', openExample],
  ['draws the chart beside the text', openChart],
  ['hears why there are no commits to compare with', hearOfTrust],
  ['breaks a reporting line and sees it', breakLine],
  ['takes the quick fix, and the chart follows', fixLine],
  ['renames a team across files', renameTeam],
  ['imports a spreadsheet and sees its chart', importSpreadsheet],
  ['finds the chart again after a reload', reload],
  ['opens the walkthrough', openWalkthrough],
];

async function distrust(page: Page): Promise<void> {
  await seen(page.locator('.statusbar-item', { hasText: 'Restricted Mode' }));
  await page.locator('.part.banner .action-label.codicon').last().click();
}

async function openExample(page: Page): Promise<void> {
  await inExplorer(page, 'hotel-group').waitFor({ timeout: 60_000 });
  await openFile(page, 'hotel-group/teams/communications.mktorg');
  await seen(page.locator('.codelens-decoration', { hasText: 'seats' }));
}

async function openChart(page: Page): Promise<void> {
  await page.locator('.editor-actions a[aria-label^="Open Preview to the Side"]').first().click();
  const chart = await chartWith(page, director);
  await chart.locator('.search input').fill('corporate communications');
  await chart.locator('.search input').press('Enter');
  await seen(chart.locator('.is-selected text'));
}

async function hearOfTrust(page: Page): Promise<void> {
  const chart = await chartWith(page, director);
  await chart.locator('.menu summary', { hasText: 'Compare' }).click();
  await seen(chart.locator('.menu-note', { hasText: 'needs a folder that is trusted' }));
  await page.keyboard.press('Escape');
}

async function breakLine(page: Page): Promise<void> {
  const chart = await chartWith(page, director);
  await select(page, 'reports to ceo');
  await page.keyboard.type('reports to coe');
  await page.keyboard.press('Escape');
  await seen(page.locator(error));
  await seen(chart.locator(`${director} .mk-find-error`));
}

async function fixLine(page: Page): Promise<void> {
  const chart = await chartWith(page, director);
  await takeFix(page, 'ceo');
  await gone(page.locator(error));
  await gone(chart.locator(`${director} .mk-find-error`));
  await page.keyboard.press('Control+S');
}

async function renameTeam(page: Page): Promise<void> {
  await openFile(page, 'hotel-group/teams/communications.mktorg');
  await select(page, 'team communications');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  const name = page.locator('.rename-box .rename-input');
  await name.fill('voice');
  await name.press('Enter');
  await chartWith(page, 'g.mk-node[data-id="team:voice"]');
  await runCommand(page, 'File: Save All Files');
  await openFile(page, 'hotel-group/teams/brand.mktorg');
  await select(page, ', voice');
}

async function importSpreadsheet(page: Page): Promise<void> {
  await inExplorer(page, SPREADSHEET.name).scrollIntoViewIfNeeded();
  await inExplorer(page, SPREADSHEET.name).click({ button: 'right' });
  await chooseFromMenu(page, 'Import People from CSV');
  await chartWith(page, 'g.mk-node:has-text("Head of Marketing")');
  await seen(page.locator('.part.panel .view-line', { hasText: 'roles' }));
}

async function reload(page: Page): Promise<void> {
  // The command, and not the browser's own: the editor first writes down what is open.
  const loaded = page.waitForEvent('load', { timeout: patience });
  await runCommand(page, 'Developer: Reload Window');
  await loaded;
  await chartWith(page, 'g.mk-node:has-text("Head of Marketing")');
}

async function openWalkthrough(page: Page): Promise<void> {
  await runCommand(page, 'Welcome: Open Walkthrough...');
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'Write your first organization' })
    .first()
    .click();
  await seen(page.locator('.gettingStartedContainer', { hasText: 'Start an organization' }));
}
