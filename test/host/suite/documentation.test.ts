import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEverything, found, openModel, rangeOf, replace } from './documents.ts';
import { commitEverything, forgetRepository, reorganize } from './repository.ts';
import { page as maybePage, until, uriOf, type WorkbenchPage } from './workbench.ts';

const chart = 'svg.canvas-svg';
const { MKTORG_TEST_PICTURES } = process.env;

/** Pictures for docs/editor.md, taken where MKTORG_TEST_PICTURES is set: in test/host/shots, as `docs-….png`. */
describe('the documentation', () => {
  let page: WorkbenchPage;
  const theme = (name: string | undefined) =>
    vscode.workspace.getConfiguration().update('workbench.colorTheme', name, true);

  before(async function () {
    if (maybePage === undefined || !MKTORG_TEST_PICTURES) return this.skip();
    page = maybePage;
    await theme('Default Light Modern');
    await vscode.workspace.getConfiguration().update('editor.minimap.enabled', false, true);
    await vscode.workspace.getConfiguration().update('workbench.iconTheme', 'vs-seti', true);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
  });
  afterEach(closeEverything);
  after(async () => {
    if (page === undefined) return;
    await vscode.commands.executeCommand('workbench.view.explorer');
    await theme(undefined);
  });

  async function openBoth(file: string, card: string): Promise<vscode.TextEditor> {
    const editor = await openModel(file);
    await vscode.commands.executeCommand('mktorg.openPreviewToSide');
    await page.see(`g.mk-node[data-id="${card}"]`, chart);
    const address = { root: uriOf('hotel-group').toString(), id: card };
    await vscode.commands.executeCommand('mktorg.reveal', address);
    await page.see(`g.mk-node[data-id="${card}"].is-selected text`, chart);
    return editor;
  }

  /** Leaves out what nothing happens to, until a card says so. */
  async function onlyWhatChanges(says: string): Promise<void> {
    await page.click('.menu summary:text("Show")', chart);
    await page.click('.menu-item:has-text("Only what changes")', chart);
    await page.press('Escape');
    await page.see('g.mk-node', chart, says);
    await page.click('button:text("Fit")', chart);
  }

  it('shows a finding in the text and on its card', async () => {
    const editor = await openBoth(
      'hotel-group/teams/communications.mktorg',
      'role:communications.comms-director',
    );
    await replace(editor, 'reports to ceo', 'reports to coe');
    await page.see('.mk-find-error', chart);
    await page.see('.details', chart, 'coe');
    await page.shot('docs-editor');
  });

  it('shows a light bulb', async () => {
    const editor = await openModel('hotel-group/teams/brand.mktorg');
    await replace(editor, 'lead content-director', 'lead content-directer');
    await until('the finding', () => found(editor.document, 'integrity/unresolved-name').length > 0);
    const { start } = rangeOf(editor.document, 'content-directer');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('editor.action.quickFix');
    await page.see('.action-widget', undefined, 'content-director');
    await page.shot('docs-quick-fix');
    await page.press('Escape');
  });

  it('shows the chart beside the text', async () => {
    await openBoth('hotel-group/teams/brand.mktorg', 'role:marketing.brand.studio.design.designer');
    await page.shot('docs-preview');
  });

  it('shows the platforms in layers', async () => {
    await openModel('hotel-group/platforms.mktorg');
    await vscode.commands.executeCommand('mktorg.openPreview');
    await page.click('button:text("Stack")', chart);
    await page.see('g.mk-is-platform', chart);
    await page.shot('docs-stack');
  });

  it('shows an import', async () => {
    const people = `Employee ID,Name,Job Title,Department,Manager ID,Location,AltReportsTo
1,Sari Wijaya,Chief Marketing Officer,Marketing,,Jakarta,
2,Chen Wei,Director of Brand,Brand,1,Lisbon,
3,Ayu Lestari,Designer,Brand,2,Manila,5
4,Théo Marchand,Copywriter,Brand,2,Paris,
5,Nadia Haddad,Director of Growth,Growth,1,Dubai,
6,Omar Farouk,Demand Generation Manager,Growth,5,Cairo,
7,Ines Costa,Marketing Analyst,Growth,5,Lisbon,
8,Tom Baker,Events Manager,Growth,99,London,
`;
    await vscode.workspace.fs.writeFile(uriOf('harbor.csv'), new TextEncoder().encode(people));
    await vscode.commands.executeCommand('mktorg.importCsv', uriOf('harbor.csv'));
    await page.see('g.mk-node', chart, 'Ayu Lestari');
    await page.see('.part.panel .view-line', undefined, '99');
    await page.shot('docs-import');
  });

  it('shows what changed since the last commit, and what a file does', async () => {
    await commitEverything();
    try {
      const editor = await openModel('hotel-group/teams/brand.mktorg');
      await reorganize(editor);
      await vscode.commands.executeCommand('workbench.action.closeSidebar');
      await vscode.commands.executeCommand('mktorg.openPreview');
      await page.see('g.mk-node', chart);
      await vscode.commands.executeCommand('mktorg.compareWithLastCommit');
      await page.see('.changes button.row', chart, 'Ghostwriter');
      await onlyWhatChanges('as before');
      await page.shot('docs-compare');
    } finally {
      await forgetRepository();
    }
  });

  it('shows the phases of a plan', async () => {
    await openModel('accidental-operations/plan.mktorg');
    await vscode.commands.executeCommand('mktorg.openPreview');
    await page.click('.phases .point:nth-child(2)', chart);
    await page.see('.changes h2', chart, 'Today → Phase 1');
    await page.click('button:text("Stack")', chart);
    await page.see('.canvas-svg .mk-sign-removed', chart);
    await onlyWhatChanges('as before');
    await page.shot('docs-phases');
  });
});
