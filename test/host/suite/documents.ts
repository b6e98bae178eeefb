/** What tests do with texts: change them as somebody who types, ask the language features, and put everything back. */
import * as vscode from 'vscode';
import { openFile, page, until, uriOf } from './workbench.ts';

/** Replaces the first `from` in a document by `to`, in the editor, unsaved. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const range = rangeOf(editor.document, from);
  if (!(await editor.edit((edit) => edit.replace(range, to)))) throw new Error('The edit was not applied.');
}

/** Where `text` stands in a document for the first time. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`${document.uri.path} does not say ${JSON.stringify(text)}.`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** The position in the first `text`, that many characters in. */
export function positionIn(document: vscode.TextDocument, text: string, characters = 1): vscode.Position {
  return rangeOf(document, text).start.translate(0, characters);
}

/** Findings of a document that a rule has made. */
export function found(document: vscode.TextDocument, rule: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((each) => ruleOf(each) === rule);
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** What the light bulb offers for the findings of a rule. */
export async function fixesFor(document: vscode.TextDocument, rule: string): Promise<vscode.CodeAction[]> {
  const [finding] = found(document, rule);
  if (!finding) throw new Error(`Nothing was found by ${rule}.`);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    finding.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions;
}

/** After a test: takes back what was not saved, and closes every editor and preview. A failure leaves a picture. */
export async function closeEverything(this: Mocha.Context): Promise<void> {
  const { currentTest } = this;
  if (currentTest?.isFailed()) await page?.shot(`failed ${currentTest.fullTitle()}`.replaceAll(/\W+/g, '-'));
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.isUntitled) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('workbench.action.closePanel');
  await until('closed editors', () => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0));
}

/** The text of a file as it is on disk. */
export async function textOn(file: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(file)));
}

/** Opens a file in the first column, and waits for the language server to know it. */
export async function openModel(file: string): Promise<vscode.TextEditor> {
  const editor = await openFile(file);
  await until(`symbols of ${file}`, async () => {
    const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    return (symbols?.length ?? 0) > 0;
  });
  return editor;
}
