import type { Connection, FileEvent, WorkspaceFolder } from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import type { FileText, Host } from '../host.ts';
import {
  type FilesAnswer,
  type FilesParams,
  filesRequest,
  type ReadAnswer,
  type ReadParams,
  readRequest,
} from '../protocol.ts';
import type { Organizations } from './organizations.ts';
import { ownScheme, type Sources } from './sources.ts';
import type { Spelling } from './spelling.ts';

/** Finds the documents of the workspace and follows them on disk. */
export interface Discovery {
  /** Reads every document in the folders. */
  add(folders: readonly string[]): Promise<void>;
  /** Forgets what is in the folders and in no other one. */
  remove(folders: readonly string[]): void;
  /** A document was opened: where it lies in no folder, what belongs to it is read too. */
  opened(uri: string): Promise<void>;
  closed(uri: string): Promise<void>;
  saved(uri: string): void;
  changedOnDisk(changes: readonly FileEvent[]): Promise<void>;
}

export function createDiscovery(
  connection: Connection,
  host: Host,
  sources: Sources,
  organizations: Organizations,
  spelling: Spelling,
  clientReads: () => boolean,
): Discovery {
  const folders = new Set<string>();
  const inFolders = (uri: string): boolean => [...folders].some((folder) => isIn(uri, folder));

  async function* filesIn(folder: string): AsyncIterable<readonly FileText[]> {
    if (host.reads(folder)) yield* host.files([folder]);
    else if (clientReads()) {
      const params: FilesParams = { folder: spelling.outward(folder) };
      yield spelling.inwardAll(await connection.sendRequest<FilesAnswer>(filesRequest, params));
    }
  }

  async function read(uri: string): Promise<string | undefined> {
    if (host.reads(uri)) return host.read(uri);
    const params: ReadParams = { uri: spelling.outward(uri) };
    return clientReads()
      ? ((await connection.sendRequest<ReadAnswer>(readRequest, params)) ?? undefined)
      : undefined;
  }

  async function add(added: readonly string[]): Promise<void> {
    for (const folder of added.map(withoutSlash)) {
      if (inFolders(`${folder}/`)) continue;
      folders.add(folder);
      for await (const files of filesIn(folder)) {
        for (const { uri, text } of files) sources.setDisk(uri, text);
        organizations.prepare();
        await breathe();
      }
    }
  }

  return {
    add,
    remove(removed) {
      for (const folder of removed) folders.delete(withoutSlash(folder));
      for (const uri of [...sources.uris()]) if (!inFolders(uri)) sources.setDisk(uri, undefined);
    },
    async opened(uri) {
      if (uri.startsWith(ownScheme) || inFolders(uri) || !host.reads(uri)) return;
      await add(await host.foldersAround(uri));
    },
    async closed(uri) {
      sources.close(uri);
      if (inFolders(uri)) sources.setDisk(uri, await read(uri));
    },
    saved(uri) {
      const text = sources.document(uri)?.getText();
      if (text !== undefined && inFolders(uri)) sources.setDisk(uri, text);
    },
    async changedOnDisk(changes) {
      await Promise.all(
        changes.map(async ({ uri, type }) => {
          if (type === FileChangeType.Deleted) forget(uri);
          else if (uri.endsWith('.mktorg') && inFolders(uri)) sources.setDisk(uri, await read(uri));
        }),
      );
    },
  };

  /** A deleted folder is one event, whatever was in it. */
  function forget(uri: string): void {
    for (const known of [...sources.uris()])
      if (known === uri || isIn(known, uri)) sources.setDisk(known, undefined);
  }
}

function isIn(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function withoutSlash(folder: string): string {
  return folder.endsWith('/') ? folder.slice(0, -1) : folder;
}

/** The folders of the workspace as a client tells them at `initialize`. */
export function foldersOf(params: {
  readonly workspaceFolders?: readonly WorkspaceFolder[] | null;
  readonly rootUri?: string | null;
}): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map((folder) => folder.uri);
  return params.rootUri ? [params.rootUri] : [];
}

/** Lets messages in. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
