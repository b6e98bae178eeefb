import {
  type FilesAnswer,
  type FilesParams,
  filesRequest,
  type ReadAnswer,
  type ReadParams,
  readRequest,
} from '@mktorg/server/protocol';
import { type FileSystem, type TextDocument, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

export const languageId = 'mktorg';
/** The scheme of the standard vocabulary's documents, which live in the server. */
export const vocabularyScheme = 'mktorg';

export function clientOptions(files: FileSystem): LanguageClientOptions {
  return {
    // Every scheme but the vocabulary's: virtual workspaces and unsaved files are checked as well.
    documentSelector: [{ language: languageId }],
    synchronize: { configurationSection: 'mktorg' },
    initializationOptions: {
      files: files !== undefined,
      suggestCommand: 'editor.action.triggerSuggest',
      revealCommand: 'mktorg.reveal',
    },
  };
}

/** Answers what the server asks where it cannot read files by itself: folders of schemes that only the editor knows. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(filesRequest, async ({ folder }: FilesParams): Promise<FilesAnswer> => {
    const found = await workspace.findFiles('**/*.mktorg', '**/{node_modules,.git,dist}/**');
    const within = found.filter((uri) => uri.toString().startsWith(folder));
    const texts = await Promise.all(
      within.map(async (uri) => ({ uri: uri.toString(), text: await read(uri) })),
    );
    return texts.flatMap(({ uri, text }) => (text === undefined ? [] : [{ uri, text }]));
  });
  client.onRequest(
    readRequest,
    async ({ uri }: ReadParams): Promise<ReadAnswer> => (await read(Uri.parse(uri))) ?? null,
  );
}

async function read(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined; // gone since it was listed: a watcher will say so
  }
}

export function isModel(document: TextDocument | undefined): document is TextDocument {
  return document?.languageId === languageId && document.uri.scheme !== vocabularyScheme;
}
