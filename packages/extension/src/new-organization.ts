import { type StarterAnswer, type StarterParams, starterRequest } from '@mktorg/server/protocol';
import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Starts an organization in a folder of the workspace; an existing file is never overwritten. */
export function registerNewOrganization(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('mktorg.newOrganization', async () => {
    const folder = await chooseFolder();
    if (!folder) return;
    const title = await window.showInputBox({
      title: 'New organization',
      prompt: 'What is it called?',
      value: 'Our Company',
    });
    if (!title) return;
    const params: StarterParams = { title };
    const answer = await client.sendRequest<StarterAnswer>(starterRequest, params);
    const files = answer.map(({ path, text }) => ({ uri: Uri.joinPath(folder, ...path.split('/')), text }));
    for (const { uri } of files) {
      if (!(await exists(uri))) continue;
      const what = `There is an organization already: ${workspace.asRelativePath(uri)}.`;
      if (await window.showWarningMessage(what, 'Open')) await window.showTextDocument(uri);
      return;
    }
    for (const { uri, text } of files) await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const [main] = files;
    if (!main) return;
    await window.showTextDocument(main.uri, { preview: false });
    await commands.executeCommand('mktorg.openPreviewToSide', main.uri);
  });
}

async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const [only] = folders;
  if (folders.length === 1 && only) return only.uri;
  if (folders.length > 1) return (await window.showWorkspaceFolderPick())?.uri;
  return (
    await window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel: 'Start here' })
  )?.[0];
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
