import { type ChangedParams, changedNotification } from '@mktorg/server/protocol';
import { commands, type Disposable, type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerChangeLens } from './change-lens.ts';
import { serveFiles } from './client.ts';
import { Revisions } from './git/revisions.ts';
import { registerImport } from './import.ts';
import { Listeners } from './listeners.ts';
import { registerNewOrganization } from './new-organization.ts';
import { registerPreview } from './preview/preview.ts';
import { registerTree } from './tree.ts';
import { registerVocabulary } from './vocabulary.ts';

export interface Started {
  stop(): Promise<void>;
}

/** What the extension does once it knows how to make a client: the same on the desktop and in a browser. */
export async function activateWith(
  context: ExtensionContext,
  makeClient: () => BaseLanguageClient,
): Promise<Started> {
  const client = makeClient();
  const changed = new Listeners<ChangedParams>();
  const revisions = new Revisions();
  const keep = (...disposables: Disposable[]): void => void context.subscriptions.push(...disposables);

  serveFiles(client);
  client.onNotification(changedNotification, (params: ChangedParams) => changed.tell(params));
  keep(
    registerVocabulary(client),
    registerTree(client, changed),
    registerPreview(context, client, changed, revisions),
    registerChangeLens(client, changed, revisions),
    revisions,
    registerImport(client),
    registerNewOrganization(client),
    commands.registerCommand('mktorg.restartServer', async () => {
      await client.stop();
      await client.start();
    }),
  );
  await client.start();
  void revisions.start();
  const files = await workspace.findFiles('**/*.mktorg', '**/{node_modules,.git,dist}/**', 1);
  await commands.executeCommand('setContext', 'mktorg.hasOrganization', files.length > 0);
  keep(
    changed.add(({ gone }) => {
      if (!gone) void commands.executeCommand('setContext', 'mktorg.hasOrganization', true);
    }),
  );
  return { stop: () => client.stop() };
}
