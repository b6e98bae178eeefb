import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEverything, openModel } from './documents.ts';
import { page as maybePage, until, uriOf, type WorkbenchPage } from './workbench.ts';

const row = '.tree-explorer-viewlet-tree-view .monaco-list-row';

describe('the organization in the explorer', () => {
  let page: WorkbenchPage;

  before(function () {
    if (maybePage === undefined) return this.skip();
    page = maybePage;
  });
  afterEach(closeEverything);

  it('has teams, roles and platforms, and leads to their lines', async () => {
    await openModel('hotel-group/organization.mktorg');
    await vscode.commands.executeCommand('mktorg.organization.focus');
    await page.see(row, undefined, 'Larkhaven Hotels');
    await page.click(`${row}[aria-label^="Marketing"] .monaco-tl-twistie`);
    await page.see(row, undefined, 'Chief Marketing Officer');
    await page.click(`${row}:has-text("Chief Marketing Officer")`);
    await until('the line', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.lineAt(editor.selection.active.line).text.includes('Chief Marketing Officer');
    });
    await page.shot('organization-view');
  });
});

describe('a new organization', () => {
  afterEach(closeEverything);

  it('is the one that mktorg init writes, without a finding, and is drawn', async function () {
    if (maybePage === undefined) return this.skip();
    const page = maybePage;
    const made = vscode.commands.executeCommand('mktorg.newOrganization');
    await page.see('.quick-input-widget input', undefined);
    await page.shot('new-organization-name');
    await page.press('Control+A');
    await page.type('Harbor "North" Hotels');
    await page.press('Enter');
    await made;
    const { document } = await until('the file', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.toString() === uriOf('organization.mktorg').toString() && editor;
    });
    assert.match(document.getText(), /organization \S+ "Harbor \\"North\\" Hotels"/);
    await page.see('g.mk-node', 'svg.canvas-svg', 'Head of Marketing');
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    await page.shot('new-organization');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of ['organization', 'teams', 'platforms'])
      await vscode.workspace.fs.delete(uriOf(`${name}.mktorg`));
  });
});
