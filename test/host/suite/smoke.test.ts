import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { openFile, page } from './workbench.ts';

describe('the extension', () => {
  it('activates', async () => {
    const extension = vscode.extensions.getExtension('mktorg.mktorg');
    assert.ok(extension, 'not there');
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('knows its language by the name of the file', async () => {
    const { document } = await openFile('hotel-group/organization.mktorg');
    assert.equal(document.languageId, 'mktorg');
  });

  it('is seen', async function () {
    if (page === undefined) return this.skip();
    await openFile('hotel-group/organization.mktorg');
    assert.match(await page.text('.statusbar'), /mktorg/);
    await page.shot('organization');
  });
});
