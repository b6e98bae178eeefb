import {
  type ImportAnswer,
  type ImportParams,
  importRequest,
  type OrganizationName,
  type OrganizationsAnswer,
  organizationsRequest,
} from '@mktorg/server/protocol';
import { commands, Disposable, type OutputChannel, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

type What = ImportParams['what'];

/** Turns spreadsheets into texts of the language, in a folder beside them, and says what could not be placed. */
export function registerImport(client: BaseLanguageClient): Disposable {
  const channel = window.createOutputChannel('mktorg Import');
  const register = (command: string, what: What): Disposable =>
    commands.registerCommand(command, async (file?: unknown, files?: unknown) => {
      const chosen = selected(file, files) ?? (await ask(what));
      if (chosen.length > 0) await importFiles(client, channel, what, chosen);
    });
  return Disposable.from(
    channel,
    register('mktorg.importCsv', 'people'),
    register('mktorg.importPlatforms', 'platforms'),
  );
}

/** What an explorer hands over: the file under the mouse, and all that are selected. */
function selected(file: unknown, files: unknown): readonly Uri[] | undefined {
  if (Array.isArray(files) && files.length > 1) return files.filter((each) => each instanceof Uri);
  return file instanceof Uri ? [file] : undefined;
}

async function ask(what: What): Promise<readonly Uri[]> {
  const chosen = await window.showOpenDialog({
    title: what === 'people' ? 'Import People from CSV' : 'Import Platforms from CSV',
    filters: { 'CSV files': ['csv', 'tsv', 'txt'] },
    openLabel: 'Import',
    canSelectMany: true,
  });
  return chosen ?? [];
}

async function importFiles(
  client: BaseLanguageClient,
  channel: OutputChannel,
  what: What,
  sources: readonly Uri[],
): Promise<void> {
  const [first, ...others] = sources;
  if (!first) return;
  if (what === 'platforms' && others.length > 0) {
    void window.showErrorMessage('Platforms are imported from one file at a time.');
    return;
  }
  const into = what === 'platforms' ? await organizationFor(client, first) : 'new';
  if (into === undefined) return;
  const name = nameOf(first).replace(/\.\w+$/, '');
  const folder =
    into === 'new' || isIn(first.toString(), into.root)
      ? Uri.joinPath(first, '..', name)
      : Uri.joinPath(Uri.parse(into.root), name);
  const { files, report } = await window.withProgress(
    { location: ProgressLocation.Window, title: `Importing ${nameOf(first)}…` },
    async () => {
      const params: ImportParams = {
        what,
        files: await Promise.all(sources.map(payload)),
        folder: folder.toString(),
        ...(into !== 'new' && { root: into.root }),
      };
      return client.sendRequest<ImportAnswer>(importRequest, params);
    },
  );
  channel.replace(`${sources.map(nameOf).join(', ')}\n\n${report}`);
  const targets = files.map(({ path, text }) => ({ uri: Uri.joinPath(folder, ...path.split('/')), text }));
  const main = targets.find(({ uri }) => nameOf(uri) === `${what}.mktorg`) ?? targets[0];
  if (!main) {
    channel.show(true);
    void window.showErrorMessage(`Nothing in ${nameOf(first)} could be imported. The output says why.`);
    return;
  }
  if (!(await mayReplace(targets.map(({ uri }) => uri)))) return;
  for (const { uri, text } of targets) await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await window.showTextDocument(main.uri, { preview: false });
  channel.show(true);
  await commands.executeCommand('mktorg.openPreviewToSide', main.uri);
}

/** The organization that platforms belong to: the nearest one around the file, or the one that somebody picks. */
async function organizationFor(
  client: BaseLanguageClient,
  file: Uri,
): Promise<OrganizationName | 'new' | undefined> {
  const all = await client.sendRequest<OrganizationsAnswer>(organizationsRequest, {});
  // A lone file is no place to add files to.
  const folders = all.filter(({ root }) => !root.endsWith('.mktorg'));
  const around = folders.filter(({ root }) => isIn(file.toString(), root));
  const [nearest] = around.sort((a, b) => b.root.length - a.root.length);
  if (nearest) return nearest;
  if (folders.length === 0) return 'new';
  const picked = await window.showQuickPick(
    [
      ...folders.map((organization) => ({ label: organization.name, organization })),
      { label: 'A new organization', description: 'beside the file', organization: 'new' as const },
    ],
    { title: 'To which organization do these platforms belong?' },
  );
  return picked?.organization;
}

function isIn(uri: string, folder: string): boolean {
  return uri.startsWith(`${folder}/`);
}

async function payload(uri: Uri): Promise<ImportParams['files'][number]> {
  return { name: nameOf(uri), base64: base64(await workspace.fs.readFile(uri)) };
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** An earlier import may have been worked on since. */
async function mayReplace(uris: readonly Uri[]): Promise<boolean> {
  const there = await Promise.all(uris.map(exists));
  const taken = uris.filter((_, index) => there[index]).map((uri) => workspace.asRelativePath(uri));
  if (taken.length === 0) return true;
  const detail = `${taken.join('\n')}\n\nWhat was changed there since the last import is lost.`;
  const answer = await window.showWarningMessage(
    'Replace what an earlier import wrote?',
    { modal: true, detail },
    'Replace',
  );
  return answer === 'Replace';
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}
