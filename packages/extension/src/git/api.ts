import { type Event, extensions, type Uri } from 'vscode';

/** What is used of the API, version 1, that the editor's own extension for git offers. */
export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<unknown>;
  readonly onDidOpenRepository: Event<unknown>;
  readonly onDidCloseRepository: Event<unknown>;
  getRepository(uri: Uri): GitRepository | null;
  /** The address of a text at a revision. */
  toGitUri(uri: Uri, ref: string): Uri;
}

export interface GitRepository {
  readonly rootUri: Uri;
  readonly state: {
    readonly workingTreeChanges: readonly GitChange[];
    readonly untrackedChanges?: readonly GitChange[];
    readonly onDidChange: Event<void>;
  };
  getCommit(ref: string): Promise<{ readonly hash: string }>;
  getMergeBase(ref: string, other: string): Promise<string | undefined>;
  getBranches(query: { readonly remote?: boolean }): Promise<readonly GitRef[]>;
  /** What is different between a revision and the files on disk. */
  diffWith(ref: string): Promise<readonly GitChange[]>;
  getObjectDetails(ref: string, path: string): Promise<unknown>;
  show(ref: string, path: string): Promise<string>;
}

export interface GitChange {
  readonly uri: Uri;
  readonly originalUri: Uri;
  readonly renameUri?: Uri;
}

export interface GitRef {
  readonly name?: string;
  readonly commit?: string;
}

interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  getAPI(version: 1): GitApi;
}

/** Undefined where there is none: in a browser, and in a folder that is not trusted. */
export async function gitExtension(): Promise<GitExtension | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  try {
    return await extension?.activate();
  } catch {
    return undefined;
  }
}
