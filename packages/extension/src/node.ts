import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type Started } from './activate.ts';
import { clientOptions } from './client.ts';

let started: Started | undefined;

/** Where extensions run in Node: on the desktop and on remote machines. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  started = await activateWith(context, () => {
    const run = { module, transport: TransportKind.ipc } as const;
    return new LanguageClient('mktorg', 'mktorg', { run, debug: run }, clientOptions(workspace.fs));
  });
}

export async function deactivate(): Promise<void> {
  await started?.stop();
}
