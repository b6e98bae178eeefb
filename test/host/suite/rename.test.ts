import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEverything, openModel, positionIn } from './documents.ts';
import { page, until } from './workbench.ts';

const chart = 'svg.canvas-svg';
const name = 'team marketing.growth';
const file = 'hotel-group/teams/growth.mktorg';

async function renaming(document: vscode.TextDocument, at: vscode.Position, name: string) {
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    at,
    name,
  );
}

describe('renaming a team', () => {
  afterEach(closeEverything);

  it('reaches every file that names it, and changes nothing but names', async () => {
    const { document } = await openModel(file);
    const before = vscode.languages.getDiagnostics().flatMap(([, list]) => list).length;
    const edit = await renaming(document, positionIn(document, name, name.length - 1), 'demand');
    const files = edit.entries().map(([uri]) => uri.path.split('/').at(-1));
    assert.ok(files.length >= 4, `only ${files.join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the new name to be known', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return document.getText().includes('team marketing.demand "') && symbols.length > 0;
    });
    const after = vscode.languages.getDiagnostics().flatMap(([, list]) => list).length;
    assert.equal(after, before);
  });

  it('refuses a name that is taken, and what is no name', async () => {
    const { document } = await openModel(file);
    const at = positionIn(document, name, name.length - 1);
    await assert.rejects(renaming(document, at, 'brand'));
    await assert.rejects(renaming(document, at, 'two words'));
  });

  it('is followed by the chart', async function () {
    if (page === undefined) return this.skip();
    const { document } = await openModel(file);
    await vscode.commands.executeCommand('mktorg.openPreviewToSide');
    await page.see('g[data-id="team:marketing.growth"]', chart);
    await vscode.workspace.applyEdit(
      await renaming(document, positionIn(document, name, name.length - 1), 'demand'),
    );
    await page.see('g[data-id="team:marketing.demand"]', chart);
    await page.miss('g[data-id="team:marketing.growth"]', chart);
    await page.shot('renamed');
  });
});
