import { type ImportAnswer, importRequest } from '@mktorg/server/protocol';
import { commands, type Disposable, type OutputChannel, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Turns a spreadsheet into texts of the language, beside it, after showing what could not be placed. */
export function registerImport(client: BaseLanguageClient): Disposable {
  const people = commands.registerCommand('mktorg.importCsv', (uri?: Uri) =>
    importFile(client, 'people', uri),
  );
  const platforms = commands.registerCommand('mktorg.importPlatforms', (uri?: Uri) =>
    importFile(client, 'platforms', uri),
  );
  return Object.assign(people, { dispose: () => void [people, platforms].map((each) => each.dispose()) });
}

async function importFile(
  client: BaseLanguageClient,
  what: 'people' | 'platforms',
  uri?: Uri,
): Promise<void> {
  const source =
    uri ??
    (
      await window.showOpenDialog({ filters: { 'CSV files': ['csv', 'tsv', 'txt'] }, openLabel: 'Import' })
    )?.[0];
  if (!source) return;
  const bytes = await workspace.fs.readFile(source);
  const answer = await client.sendRequest<ImportAnswer>(importRequest, {
    what,
    files: [{ name: source.path.split('/').at(-1) ?? 'import.csv', base64: base64(bytes) }],
  });
  if (answer.files.length === 0) {
    await window.showErrorMessage(answer.report.split('\n').find(Boolean) ?? 'Nothing could be imported.', {
      modal: false,
    });
    await showReport(answer.report);
    return;
  }
  const name =
    source.path
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? 'imported';
  const folder = Uri.joinPath(source, '..', name);
  const targets = answer.files.map((file) => ({
    uri: Uri.joinPath(folder, ...file.path.split('/')),
    text: file.text,
  }));
  const taken = (
    await Promise.all(targets.map(async ({ uri: each }) => ((await stat(each)) ? each : undefined)))
  ).filter((each) => each !== undefined);
  if (taken.length > 0) {
    const names = taken.map((each) => workspace.asRelativePath(each)).join(', ');
    const answerTo = await window.showWarningMessage(
      `Replace what an earlier import wrote? ${names}`,
      { modal: true },
      'Replace',
    );
    if (answerTo !== 'Replace') return;
  }
  for (const { uri: each, text } of targets)
    await workspace.fs.writeFile(each, new TextEncoder().encode(text));
  const first = targets[0];
  if (first) await window.showTextDocument(first.uri, { preview: false });
  await showReport(answer.report);
  void commands.executeCommand('mktorg.openPreviewToSide');
}

async function stat(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function showReport(report: string): Promise<void> {
  if (!report) return;
  channel ??= window.createOutputChannel('mktorg import');
  channel.clear();
  channel.append(report);
  channel.show(true);
}

let channel: OutputChannel | undefined;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}
