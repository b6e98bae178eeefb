import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEverything, openModel, replace } from './documents.ts';
import { commitEverything, forgetRepository, git, reorganize } from './repository.ts';
import { page as maybePage, until, type WorkbenchPage } from './workbench.ts';

const chart = 'svg.canvas-svg';
const card = (name: string): string => `g.mk-node[data-id$="${name}"]`;
const file = 'hotel-group/teams/brand.mktorg';

describe('comparing', () => {
  let page: WorkbenchPage;

  before(async function () {
    if (maybePage === undefined) return this.skip();
    page = maybePage;
    await commitEverything();
    git('branch', 'before');
  });
  after(async () => {
    if (page !== undefined) await forgetRepository();
  });
  afterEach(closeEverything);

  async function reorganized(): Promise<vscode.TextEditor> {
    const editor = await openModel(file);
    await reorganize(editor);
    return editor;
  }

  it('shows over a file what its uncommitted changes do, and leads to the comparison', async () => {
    const editor = await reorganized();
    editor.revealRange(new vscode.Range(0, 0, 0, 0));
    await page.see(
      '.codelens-decoration a',
      undefined,
      'Since the last commit: +1 role · −1 role · 1 moved · 1 renamed',
    );
    await page.shot('change-lens');
    await page.click('.codelens-decoration a:has-text("Since the last commit")');
    await page.see('.changes h2', chart, 'Last commit → Now');
    await page.see('.canvas-svg .mk-sign-moved', chart);
    await page.shot('compared-from-lens');
  });

  it('marks + − ~ → against the last commit, follows while somebody types, and leads to the line', async () => {
    const editor = await reorganized();
    await vscode.commands.executeCommand('mktorg.openPreviewToSide');
    await page.see(card('brand.brand-vp'), chart);
    await vscode.commands.executeCommand('mktorg.compareWithLastCommit');
    await page.see('.changes button.row', chart, 'Ghostwriter');
    await page.see('.changes button.row', chart, 'Managing Editor');
    for (const type of ['added', 'removed', 'changed', 'moved'])
      await page.see(`.canvas-svg .mk-sign-${type}`, chart);
    await page.click('.changes button.row:has-text("Ghostwriter")', chart);
    await until('the line', () => editor.document.getText(editor.selection) === 'ghostwriter');
    await page.see(`${card('.ghostwriter')}.is-selected`, chart);
    await page.shot('compared');
    await replace(editor, '"Ghostwriter"', '"Speechwriter"');
    await page.see('.changes button.row', chart, 'Speechwriter');
    await page.click('.changes button.row:has-text("Merchandise")', chart);
    const old = await until('the text of before', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'git'),
    );
    assert.equal(
      old.selection.active.line,
      old.document.positionAt(old.document.getText().indexOf('role merchandise-manager')).line,
    );
    await vscode.commands.executeCommand('mktorg.stopComparing');
    await page.miss('.changes', chart);
  });

  it('compares with a branch', async () => {
    await reorganized();
    await vscode.commands.executeCommand('mktorg.openPreviewToSide');
    await page.see(card('brand.brand-vp'), chart);
    const asked = vscode.commands.executeCommand('mktorg.compareWithBranch');
    await page.see('.quick-input-list .monaco-list-row', undefined, 'before');
    await page.see('.quick-input-box input:focus');
    await page.type('before');
    await page.see('.quick-input-list .monaco-list-row.focused', undefined, 'before');
    await page.press('Enter');
    await asked;
    await page.see('.changes h2', chart, 'before → Now');
    await page.see('.changes button.row', chart, 'Ghostwriter');
    await page.shot('compared-with-branch');
  });

  it('says where there is no such revision', async () => {
    await openModel(file);
    await vscode.commands.executeCommand('mktorg.openPreviewToSide');
    await page.see(card('brand.brand-vp'), chart);
    const asked = vscode.commands.executeCommand('mktorg.compareWithBranch');
    await page.see('.quick-input-list .monaco-list-row', undefined, 'before');
    await page.see('.quick-input-box input:focus');
    await page.type('nowhere');
    await page.see('.quick-input-list .monaco-list-row', undefined, 'nowhere');
    await page.press('Enter');
    await asked;
    await page.see('.notice', chart, 'git knows no revision nowhere.');
  });

  it('steps through the phases of a plan', async () => {
    const editor = await openModel('accidental-operations/plan.mktorg');
    await vscode.commands.executeCommand('mktorg.openPreviewToSide');
    await page.see('.phases .point', chart, 'Today');
    await page.click('.phases .point:nth-child(2)', chart);
    await page.see('.changes h2', chart, 'Today → Phase 1: found the team');
    await page.shot('phase-1');
    await page.press('Tab');
    await page.click('.phases input', chart);
    await page.press('End');
    await page.see('.changes h2', chart, 'Phase 2');
    await page.see('.changes .totals', chart, 'Findings');
    await page.shot('phase-3');
    await page.click('.phases .point:nth-child(2)', chart);
    await page.see('.changes h2', chart, 'Today → Phase 1');
    const line = () => editor.document.lineAt(editor.selection.active.line).text.trim();
    await page.click('.changes button.row:has-text("team Marketing Operations")', chart);
    await until('the line that adds it', () => line().startsWith('add team marketing-operations'));
    await page.click('.changes section:has(h3:text("What follows")) button.row', chart);
    await until('another line of the plan', () => !line().startsWith('add team marketing-operations'));
    await page.click('button:text("Stack")', chart);
    await page.see('.canvas-svg .mk-sign-removed', chart);
    await page.see('.changes h2', chart, 'Today → Phase 1');
    await page.click('button:text("Plan")', chart);
    await page.see('.changes .unmarked', chart);
    await page.shot('phase-1-plan');
  });
});
