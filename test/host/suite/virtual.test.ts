import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEverything, found } from './documents.ts';
import { page, until } from './workbench.ts';

const text = `organization virtual "Virtual Hotels"

team marketing "Marketing" {
  lead cmo
  role cmo "Chief" { reports to nobody-here }
}
`;

describe('a text that is no file on disk', () => {
  afterEach(closeEverything);

  it('is checked and drawn where only the editor can read it', async () => {
    const files = vscode.workspace.registerFileSystemProvider('memory', new OneFile(text));
    try {
      const uri = vscode.Uri.parse('memory:/virtual/organization.mktorg');
      const { document } = await vscode.window.showTextDocument(uri);
      await until('the finding', () => found(document, 'integrity/unresolved-name').length > 0);
      await vscode.commands.executeCommand('mktorg.openPreviewToSide');
      if (page) await page.see('g.mk-node', 'svg.canvas-svg', 'Chief');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    } finally {
      files.dispose();
    }
  });

  it('is checked before it was ever saved', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'mktorg', content: text });
    await vscode.window.showTextDocument(document);
    await until('the finding', () => found(document, 'integrity/unresolved-name').length > 0);
    assert.equal(document.isUntitled, true);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

/** A file system with one file in it. */
class OneFile implements vscode.FileSystemProvider {
  private readonly bytes: Uint8Array;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(content: string) {
    this.bytes = new TextEncoder().encode(content);
  }

  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const type = uri.path.endsWith('.mktorg') ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: 0, size: this.bytes.length };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [['organization.mktorg', vscode.FileType.File]];
  }

  readFile(): Uint8Array {
    return this.bytes;
  }

  createDirectory(): void {}
  writeFile(): void {}
  delete(): void {}
  rename(): void {}
}
