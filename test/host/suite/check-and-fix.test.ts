import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEverything, fixesFor, found, openModel, rangeOf, replace } from './documents.ts';
import { page, until } from './workbench.ts';

const chart = 'svg.canvas-svg';
const file = 'hotel-group/teams/communications.mktorg';

describe('a broken reporting line', () => {
  afterEach(closeEverything);

  it('is found within a blink, and its fix brings the line back', async () => {
    const { document } = await openModel(file);
    const editor = await vscode.window.showTextDocument(document);
    assert.deepEqual(found(document, 'integrity/unresolved-name'), []);

    const edited = performance.now();
    await replace(editor, 'reports to ceo', 'reports to ceeo');
    const [finding] = await until('the finding', () => {
      const list = found(document, 'integrity/unresolved-name');
      return list.length > 0 && list;
    });
    const took = performance.now() - edited;
    assert.ok(took < 1000, `it took ${took.toFixed(0)} ms`);
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(finding?.source, 'mktorg');
    assert.deepEqual(finding?.range, rangeOf(document, 'ceeo'));

    const fix = (await fixesFor(document, 'integrity/unresolved-name'))[0];
    assert.match(fix?.title ?? '', /ceo/);
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /reports to ceo\n/);
    await until('no finding', () => found(document, 'integrity/unresolved-name').length === 0);
  });

  it('is seen in the chart, which follows the text', async function () {
    if (page === undefined) return this.skip();
    const editor = await openModel(file);
    await vscode.commands.executeCommand('mktorg.openPreviewToSide');
    await page.see('g.mk-node[data-id="role:communications.comms-director"]', chart);
    const lines = await page.count('path.mk-reports', chart);

    await replace(editor, 'reports to ceo', 'reports to ceeo');
    await page.see('g.mk-node[data-id="role:communications.comms-director"] .mk-find-error', chart);
    assert.equal(await page.count('path.mk-reports', chart), lines - 1);
    await page.shot('broken-reporting-line');

    const [fix] = await fixesFor(editor.document, 'integrity/unresolved-name');
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    await page.miss('g.mk-node[data-id="role:communications.comms-director"] .mk-find-error', chart);
    assert.equal(await page.count('path.mk-reports', chart), lines);
  });

  it('shows what can be done, in the editor', async function () {
    if (page === undefined) return this.skip();
    const editor = await openModel(file);
    await replace(editor, 'reports to ceo', 'reports to ceeo');
    await until('the finding', () => found(editor.document, 'integrity/unresolved-name').length > 0);
    const { start } = rangeOf(editor.document, 'ceeo');
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(new vscode.Range(start, start));
    await vscode.commands.executeCommand('editor.action.quickFix');
    await page.see('.action-widget', undefined, 'ceo');
    await page.shot('quick-fix');
    await page.press('Escape');
    await vscode.commands.executeCommand('editor.action.showHover');
    await page.see('.monaco-hover', undefined, 'integrity/unresolved-name');
    await page.shot('finding-hover');
    await page.press('Escape');
  });
});
