import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEverything, openModel, positionIn, rangeOf, replace } from './documents.ts';
import { page, until } from './workbench.ts';

const file = 'hotel-group/teams/brand.mktorg';

function ask<T>(command: string, ...parameters: readonly unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(`vscode.${command}`, ...parameters);
}

describe('in the text', () => {
  afterEach(closeEverything);

  it('a name tells about what it names', async () => {
    const { document } = await openModel(file);
    const hovers = await ask<vscode.Hover[]>(
      'executeHoverProvider',
      document.uri,
      positionIn(document, 'lead brand-vp', 6),
    );
    const said = hovers.flatMap(({ contents }) =>
      contents.map((each) => (typeof each === 'string' ? each : each.value)),
    );
    assert.match(said.join('\n'), /Vice President, Brand/);
    assert.match(said.join('\n'), /Adaeze/);
    if (page === undefined) return;
    await page.hover('.view-line:has-text("lead brand-vp") span:text-is("brand-vp")');
    await page.see('.monaco-hover', undefined, 'Adaeze');
    await page.shot('hover');
  });

  it('a standard term tells its definition, and leads to it', async () => {
    const { document } = await openModel(file);
    const at = positionIn(document, 'is brand-marketing', 4);
    const [link] = await ask<(vscode.Location | vscode.LocationLink)[]>(
      'executeDefinitionProvider',
      document.uri,
      at,
    );
    const uri = link && ('targetUri' in link ? link.targetUri : link.uri);
    assert.equal(uri?.scheme, 'mktorg');
    const vocabulary = await vscode.workspace.openTextDocument(uri);
    assert.match(vocabulary.getText(), /function brand-marketing/);
    await vscode.window.showTextDocument(vocabulary);
    if (page) await page.shot('vocabulary');
  });

  it('a name is one word, in every script', async () => {
    const { document } = await openModel(file);
    const word = (from: vscode.TextDocument, text: string): string => {
      const range = from.getWordRangeAtPosition(positionIn(from, text, 2));
      return range ? from.getText(range) : '';
    };
    assert.equal(word(document, 'content-director'), 'content-director');
    const scripts = await openModel('three-scripts/organization.mktorg');
    const { document: other } = scripts;
    const name = /\brole (\p{Script=Arabic}\S*) /u.exec(other.getText())?.[1] ?? '';
    assert.notEqual(name, '');
    assert.equal(word(other, name), name);
  });

  it('names are offered where names stand', async () => {
    const editor = await openModel(file);
    await replace(editor, 'lead brand-vp', 'lead br');
    const list = await ask<vscode.CompletionList>(
      'executeCompletionItemProvider',
      editor.document.uri,
      rangeOf(editor.document, 'lead br').end,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('brand-vp'), labels.slice(0, 20).join(', '));
  });

  it('the list of suggestions says what each one is', async function () {
    if (page === undefined) return this.skip();
    const editor = await openModel(file);
    await replace(editor, 'is brand-marketing', 'is brand-');
    const { end } = rangeOf(editor.document, 'is brand-');
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await page.see('.suggest-widget .monaco-list-row', undefined, 'brand-marketing');
    await page.shot('completion');
    await page.press('Escape');
  });

  it('lenses count seats and reports, and lead to the chart', async () => {
    const { document } = await openModel(file);
    const lenses = await until('lenses', async () => {
      const list = await ask<vscode.CodeLens[]>('executeCodeLensProvider', document.uri);
      return list.length > 0 && list;
    });
    const [first] = lenses;
    assert.match(first?.command?.title ?? '', /^\d+ seats · \d+ vacant/);
    assert.equal(first?.command?.command, 'mktorg.reveal');
    await vscode.commands.executeCommand('mktorg.reveal', ...(first?.command?.arguments ?? []));
    if (page) await page.see('g.mk-node[data-id$=":marketing.brand"].is-selected', 'svg.canvas-svg');
  });

  it('the outline has teams and roles', async () => {
    const { document } = await openModel(file);
    const symbols = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', document.uri);
    const names = symbols.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]);
    assert.ok(
      names.some((name) => /Brand & Creative/.test(name)),
      names.join(', '),
    );
    const everywhere = await ask<vscode.SymbolInformation[]>(
      'executeWorkspaceSymbolProvider',
      'localization',
    );
    assert.ok(everywhere.some(({ name }) => /Localization/.test(name)));
  });

  it('formatting is settled', async () => {
    const editor = await openModel(file);
    const good = editor.document.getText();
    await replace(editor, '  lead brand-vp', '      lead    brand-vp  ');
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await until('the settled text', () => editor.document.getText() === good);
  });

  it('the reporting line is a type hierarchy', async () => {
    const { document } = await openModel(file);
    const items = await ask<vscode.TypeHierarchyItem[]>(
      'prepareTypeHierarchy',
      document.uri,
      positionIn(document, 'role brand-vp', 7),
    );
    const above = await ask<vscode.TypeHierarchyItem[]>('provideSupertypes', items[0]);
    const below = await ask<vscode.TypeHierarchyItem[]>('provideSubtypes', items[0]);
    assert.match(above[0]?.name ?? '', /Chief Marketing Officer|cmo/);
    assert.ok(below.length >= 3);
  });
});

describe('settings', () => {
  const settings = () => vscode.workspace.getConfiguration('mktorg');

  before(() => settings().update('inlayHints.reportsTo', true, vscode.ConfigurationTarget.Global));
  after(async function () {
    await settings().update('inlayHints.reportsTo', undefined, vscode.ConfigurationTarget.Global);
    await settings().update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Global);
    await closeEverything.call(this);
  });

  it('show whom a role reports to, and hide what is counted', async () => {
    const { document } = await openModel(file);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    await until('hints', async () => {
      const hints = await ask<vscode.InlayHint[]>('executeInlayHintProvider', document.uri, all);
      return hints.length > 0;
    });
    if (page) await page.shot('inlay-hints');
    await settings().update('codeLens.enabled', false, vscode.ConfigurationTarget.Global);
    await until('no lens', async () => {
      const lenses = await ask<vscode.CodeLens[]>('executeCodeLensProvider', document.uri);
      return lenses.length === 0;
    });
  });
});
