import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEverything, ruleOf, textOn } from './documents.ts';
import { page, until, uriOf } from './workbench.ts';

const chart = 'svg.canvas-svg';

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

const platforms = `Name,Category,Owner,Users,Cost,Renewal
Campaign Studio,marketing automation,Growth Marketing,Growth Marketing; Brand & Creative,120000 EUR,2027-03-31
Asset Vault,digital asset management,Brand & Creative,Brand & Creative,40000 EUR,2027-06-30
`;

describe('a spreadsheet', () => {
  before(async () => {
    const write = (file: string, text: string) =>
      vscode.workspace.fs.writeFile(uriOf(file), new TextEncoder().encode(text));
    await write('imports/people.csv', people);
    await write('hotel-group/inventory.csv', platforms);
  });
  afterEach(closeEverything);

  it('of people becomes an organization that is checked and drawn', async () => {
    await vscode.commands.executeCommand('mktorg.importCsv', uriOf('imports/people.csv'));
    const document = await until('the text', () => {
      const found = vscode.window.activeTextEditor?.document;
      return found?.uri.path.includes('/imports/people/') && found;
    });
    assert.equal(document.languageId, 'mktorg');
    const written = await vscode.workspace.findFiles('imports/people/**/*.mktorg');
    const texts = await Promise.all(written.map((uri) => textOn(vscode.workspace.asRelativePath(uri))));
    assert.match(texts.join('\n'), /"Chief Marketing Officer"/);
    assert.match(texts.join('\n'), /\.\.>/);
    const errors = written.flatMap((uri) =>
      vscode.languages
        .getDiagnostics(uri)
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
        .map((each) => `${ruleOf(each)}: ${each.message}`),
    );
    assert.deepEqual(errors, []);
    if (page === undefined) return;
    await page.see('g.mk-node', chart, 'Chief Marketing Officer');
    await page.see('g.mk-node', chart, 'Ayu Lestari');
    await page.see('.output-view-container, .part.panel .view-lines', undefined, '8');
    await page.shot('imported');
  });

  it('of platforms becomes platforms of the organization around it', async () => {
    await vscode.commands.executeCommand('mktorg.importPlatforms', uriOf('hotel-group/inventory.csv'));
    const document = await until('the text', () => {
      const found = vscode.window.activeTextEditor?.document;
      return found?.uri.path.includes('/hotel-group/inventory/') && found;
    });
    assert.match(document.getText(), /platform \S+ "Asset Vault" is digital-asset-management/);
    assert.match(document.getText(), /owner growth\b/);
    assert.deepEqual(await vscode.workspace.findFiles('hotel-group/inventory/organization.mktorg'), []);
    if (page) await page.shot('imported-platforms');
  });
});
