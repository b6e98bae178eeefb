import { type ChangedParams, type ChangeSummaryAnswer, changeSummaryRequest } from '@mktorg/server/protocol';
import {
  type CancellationToken,
  CodeLens,
  type CodeLensProvider,
  Disposable,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isModel, languageId } from './client.ts';
import { lastCommit, type Revisions } from './git/revisions.ts';
import type { Listeners } from './listeners.ts';

const setting = 'changeLens.enabled';

/** Over a file: what its uncommitted changes do to the organization. */
export function registerChangeLens(
  client: BaseLanguageClient,
  changed: Listeners<ChangedParams>,
  revisions: Revisions,
): Disposable {
  const stale = new EventEmitter<void>();
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: stale.event,
    provideCodeLenses: (document, token) => lensesOf(client, revisions, document, token),
  };
  return Disposable.from(
    stale,
    languages.registerCodeLensProvider({ language: languageId }, provider),
    changed.add(({ plansDiffer }) => {
      if (!plansDiffer) stale.fire();
    }),
    revisions.changed.add(() => stale.fire()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`mktorg.${setting}`)) stale.fire();
    }),
  );
}

async function lensesOf(
  client: BaseLanguageClient,
  revisions: Revisions,
  document: TextDocument,
  token: CancellationToken,
): Promise<CodeLens[]> {
  if (!isModel(document) || !client.isRunning()) return [];
  if (!workspace.getConfiguration('mktorg').get(setting, true)) return [];
  const text = await revisions.textAt(document.uri, lastCommit);
  if (text === undefined || text === document.getText() || token.isCancellationRequested) return [];
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const summary = await client.sendRequest<ChangeSummaryAnswer>(changeSummaryRequest, { uri, text }, token);
  if (!summary) return [];
  const command = {
    title: `$(git-compare) Since the last commit: ${summary.text}`,
    tooltip: 'Compare with the last commit in the chart',
    command: 'mktorg.compareWithLastCommit',
    arguments: [document.uri],
  };
  return [new CodeLens(new Range(0, 0, 0, 0), command)];
}
