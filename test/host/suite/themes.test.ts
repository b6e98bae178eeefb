import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEverything, openModel } from './documents.ts';
import { page as maybePage, until, uriOf, type WorkbenchPage } from './workbench.ts';

const chart = 'svg.canvas-svg';
const themes = [
  ['dark', 'Default Dark Modern', 'vscode-dark'],
  ['light', 'Default Light Modern', 'vscode-light'],
  ['high-contrast', 'Default High Contrast', 'vscode-high-contrast'],
  ['high-contrast-light', 'Default High Contrast Light', 'vscode-high-contrast-light'],
] as const;

describe('the chart', () => {
  let page: WorkbenchPage;

  before(function () {
    if (maybePage === undefined) return this.skip();
    page = maybePage;
  });
  afterEach(async function () {
    await closeEverything.call(this);
    await vscode.workspace.getConfiguration().update('workbench.colorTheme', undefined, true);
  });

  it('has the theme of the editor', async () => {
    await openModel('hotel-group/teams/brand.mktorg');
    await vscode.commands.executeCommand('mktorg.openPreviewToSide');
    await page.see('g.mk-node', chart);
    const root = uriOf('hotel-group').toString();
    const id = await page.attribute('data-id', 'g.mk-node[data-id$=".design.designer"]', chart);
    await vscode.commands.executeCommand('mktorg.reveal', { root, id });
    await page.see('.is-selected text', chart);
    for (const [name, theme, cls] of themes) {
      await vscode.workspace.getConfiguration().update('workbench.colorTheme', theme, true);
      await until(theme, async () => (await page.attribute('class', 'body', chart))?.includes(cls));
      await page.shot(`theme-${name}`);
    }
  });
});
