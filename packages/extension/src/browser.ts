import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient, type ServerOptions } from 'vscode-languageclient/browser';
import { activateWith, type Started } from './activate.ts';
import { clientOptions } from './client.ts';

/** What the host of extensions offers beside the editor's own interface. */
declare const Worker: new (script: string) => ServerOptions;

let started: Started | undefined;

/** Where extensions run in a browser: the server is a worker, and gets every text from the editor. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server-browser.js').toString(true);
  started = await activateWith(
    context,
    () => new LanguageClient('mktorg', 'mktorg', new Worker(script), clientOptions(workspace.fs)),
  );
}

export async function deactivate(): Promise<void> {
  await started?.stop();
}
