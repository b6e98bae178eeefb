import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEverything, openModel, positionIn, replace } from './documents.ts';
import { page as maybePage, until, uriOf, type WorkbenchPage } from './workbench.ts';

const chart = 'svg.canvas-svg';
const card = (name: string): string => `g.mk-node[data-id$="${name}"]`;
const file = 'hotel-group/teams/brand.mktorg';

describe('the preview', () => {
  let page: WorkbenchPage;

  beforeEach(function () {
    if (maybePage === undefined) return this.skip();
    page = maybePage;
  });
  afterEach(closeEverything);

  async function openBoth(): Promise<vscode.TextEditor> {
    const editor = await openModel(file);
    await vscode.commands.executeCommand('mktorg.openPreviewToSide');
    await page.see(card('brand.brand-vp'), chart);
    return editor;
  }

  it('opens from the title of the editor, and is named after the organization', async () => {
    await openModel(file);
    await page.click('.editor-actions a[aria-label^="Open Preview to the Side"]');
    await page.see(card('brand.brand-vp'), chart);
    assert.ok(
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Larkhaven Hotels')),
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.path.endsWith(file), true);
    await page.shot('preview');
  });

  it('marks what is under the cursor', async () => {
    const editor = await openBoth();
    const at = positionIn(editor.document, 'role managing-editor', 8);
    editor.selection = new vscode.Selection(at, at);
    await page.see(`${card('brand.content.managing-editor')}.is-selected`, chart);
    assert.match(await page.text('.details', chart), /Managing Editor/);
  });

  it('leads to the source: a click selects the line, a double click goes there', async () => {
    const editor = await openBoth();
    // Close enough to hit a card: from afar the names of teams lie over them.
    const near = await page.attribute('data-id', card('brand.content.managing-editor'), chart);
    const root = uriOf('hotel-group').toString();
    await vscode.commands.executeCommand('mktorg.reveal', { root, id: near });
    await page.see(`${card('brand.content.managing-editor')}.is-selected text`, chart);
    await page.click(card('brand.content.content-director'), chart);
    await until('the selected name', () => editor.document.getText(editor.selection) === 'content-director');
    await until('the preview to keep the focus', () => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      return activeTab?.input instanceof vscode.TabInputWebview;
    });
    const id = await page.attribute('data-id', card('growth.growth-vp'), chart);
    await vscode.commands.executeCommand('mktorg.reveal', { root, id });
    await page.see(`${card('growth.growth-vp')}.is-selected text`, chart);
    await page.doubleClick(card('growth.growth-vp'), chart);
    const opened = await until('the other file', () => {
      const { activeTextEditor } = vscode.window;
      return activeTextEditor?.document.uri.path.endsWith('growth.mktorg') && activeTextEditor;
    });
    assert.equal(opened.document.getText(opened.selection), 'growth-vp');
  });

  it('closes and opens teams', async () => {
    await openBoth();
    await page.click(`${card('brand.studio')} > .mk-team`, chart, [3, 3]);
    await page.click('.details button:text("Collapse")', chart);
    await page.miss(card('brand.studio.producer'), chart);
    await page.shot('preview-collapsed');
    await page.click('.details button:text("Expand")', chart);
    await page.see(card('brand.studio.producer'), chart);
  });

  it('finds by name', async () => {
    await openBoth();
    await page.click('.search input', chart);
    await page.type('siobhan');
    await page.see('.search-row', chart, 'Director, Content');
    await page.shot('preview-search');
    await page.press('Enter');
    await page.see(`${card('brand.content.content-director')}.is-selected`, chart);
    await page.shot('preview-found');
  });

  it('draws the platforms', async () => {
    await openBoth();
    await page.click('button:text("Stack")', chart);
    await page.see('g.mk-is-platform', chart);
    await page.shot('preview-stack');
  });

  it('keeps the last good chart where the text is broken, and says why', async () => {
    const editor = await openBoth();
    await replace(
      editor,
      'role brand-vp "Vice President, Brand & Creative" {',
      'role brand-vp "Vice President {{{ ',
    );
    await page.see('.notice', chart, 'brand.mktorg, line');
    await page.see(card('brand.brand-vp'), chart);
    await page.shot('preview-stale');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    await page.miss('.notice', chart);
  });

  it('follows the active organization', async () => {
    await openBoth();
    await openModel('software-company/growth.mktorg');
    await page.see(card('growth'), chart);
    await until('the other name', () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ label }) => !/Larkhaven|mktorg$/.test(label)),
      ),
    );
  });

  it('can be there twice, each with what its reader chose', async () => {
    await openBoth();
    await page.click('button:text("Stack")', chart);
    await page.see('g.mk-is-platform', chart);
    await vscode.commands.executeCommand('mktorg.openAnotherPreview');
    await until('two tabs', () => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).length === 2;
    });
  });

  it('saves what it shows', async () => {
    await openBoth();
    const saved = vscode.commands.executeCommand('mktorg.saveChart');
    await page.see('.quick-input-widget input');
    await page.press('Enter');
    await saved;
    const svg = await until('the file', async () => {
      const [uri] = await vscode.workspace.findFiles('*.svg');
      return uri && new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    });
    assert.match(svg, /^<svg [\s\S]*Larkhaven Hotels/);
  });

  it('copies what it shows as Mermaid and as SVG', async () => {
    await openBoth();
    await vscode.commands.executeCommand('mktorg.copyMermaid');
    await until('Mermaid', async () => /^(---|flowchart|%%)/.test(await vscode.env.clipboard.readText()));
    await vscode.commands.executeCommand('mktorg.copySvg');
    const svg = await until('SVG', async () => {
      const text = await vscode.env.clipboard.readText();
      return text.startsWith('<svg') && text;
    });
    assert.match(svg, /Larkhaven Hotels/);
  });
});
