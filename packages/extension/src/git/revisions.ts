import type { TextBefore } from '@mktorg/server/protocol';
import { Disposable, extensions, type Uri, workspace } from 'vscode';
import { isModel } from '../client.ts';
import { Listeners } from '../listeners.ts';
import { type GitApi, type GitRepository, gitExtension } from './api.ts';

/** The texts of an organization at a revision. */
export interface Revision {
  /** `Last commit`, or the name of the branch. */
  readonly name: string;
  readonly texts: readonly TextBefore[];
}

/** Reads texts of other revisions, where the editor has git. */
export class Revisions {
  /** Told when a commit, a branch or the files on disk may be others now. */
  readonly changed = new Listeners<void>();
  private api: GitApi | undefined;
  /** What differs on disk, by repository and revision, until something happens to either. */
  private readonly differing = new Map<string, Promise<Differing>>();
  /** Texts by commit and path: they never change. Null where there is none. */
  private readonly texts = new Map<string, Promise<string | null>>();
  /** Repositories that are listened to, by their folders. */
  private readonly watched = new Set<string>();
  private readonly listening: Disposable[] = [];

  async start(): Promise<void> {
    const git = await gitExtension();
    if (!git) {
      // It comes when the folder is trusted.
      const coming = extensions.onDidChange(() => {
        coming.dispose();
        void this.start();
      });
      this.listening.push(coming);
      return;
    }
    const take = (): void => {
      this.api = git.enabled ? git.getAPI(1) : undefined;
      if (this.api) this.listening.push(...listenTo(this.api, () => this.forgetRepositories()));
      this.forget();
    };
    this.listening.push(
      // It tells of that before it can be asked.
      git.onDidChangeEnablement(() => void Promise.resolve().then(take)),
      workspace.onDidSaveTextDocument((document) => {
        if (isModel(document)) this.forget();
      }),
    );
    take();
  }

  dispose(): void {
    Disposable.from(...this.listening).dispose();
  }

  /** Why there are no revisions for a file or folder; undefined where there are some. */
  why(uri: Uri): string | undefined {
    if (!this.api) {
      if (!workspace.isTrusted) return 'Comparing with commits needs a folder that is trusted.';
      return 'This editor has no git here, or it is switched off: there are no commits to compare with.';
    }
    if (this.api.state !== 'initialized') return 'The editor is still looking for git repositories.';
    return this.repository(uri)
      ? undefined
      : 'These files are in no git repository that the editor has open.';
  }

  /** Branches, the newest commit first where the editor sorts them so. */
  async branches(uri: Uri): Promise<readonly string[]> {
    const found = await this.repository(uri)?.getBranches({ remote: true });
    return (found ?? []).flatMap(({ name }) => (name === undefined || name.endsWith('/HEAD') ? [] : [name]));
  }

  /**
   * The texts of an organization at a revision, as far as they differ from what they are now. Of a branch, it is the
   * commit at which the current one left it.
   * @throws where git has no such revision, or does not hand out its texts
   */
  async before(uri: Uri, ref: string): Promise<Revision> {
    const repository = this.repository(uri);
    if (!repository) throw new Error(this.why(uri));
    const { commit, paths } = await this.differingFrom(repository, ref);
    const wanted = new Map(paths.map((path) => [path.toString(), path]));
    for (const document of workspace.textDocuments) {
      if (isModel(document) && document.isDirty && this.isIn(repository, document.uri))
        wanted.set(document.uri.toString(), document.uri);
    }
    const texts = await Promise.all(
      [...wanted].map(async ([address, path]) => ({
        uri: address,
        text: await this.textIn(repository, commit, path),
      })),
    );
    return { name: nameOf(ref), texts };
  }

  /** The text of one file at a revision: null where it was not there, undefined where that cannot be told. */
  async textAt(uri: Uri, ref: string): Promise<string | null | undefined> {
    const repository = this.repository(uri);
    if (!repository) return undefined;
    try {
      const { commit } = await this.differingFrom(repository, ref);
      return await this.textIn(repository, commit, uri);
    } catch {
      return undefined;
    }
  }

  /** The address at which the editor shows the text of a revision. */
  async addressAt(uri: Uri, ref: string): Promise<Uri | undefined> {
    const repository = this.repository(uri);
    return repository && this.api?.toGitUri(uri, (await this.differingFrom(repository, ref)).commit);
  }

  private repository(uri: Uri): GitRepository | undefined {
    const found = this.api?.getRepository(uri) ?? undefined;
    const folder = found?.rootUri.toString();
    if (found && folder !== undefined && !this.watched.has(folder)) {
      this.watched.add(folder);
      this.listening.push(found.state.onDidChange(() => this.forget()));
    }
    return found;
  }

  /** The same repository is another object each time. */
  private isIn({ rootUri }: GitRepository, uri: Uri): boolean {
    return this.repository(uri)?.rootUri.toString() === rootUri.toString();
  }

  /** One that is closed and opened again is another. */
  private forgetRepositories(): void {
    this.watched.clear();
    this.forget();
  }

  private forget(): void {
    this.differing.clear();
    this.changed.tell();
  }

  private differingFrom(repository: GitRepository, ref: string): Promise<Differing> {
    const key = `${repository.rootUri.toString()} ${ref}`;
    const known = this.differing.get(key) ?? differingIn(repository, ref);
    this.differing.set(key, known);
    known.catch(() => this.differing.delete(key));
    return known;
  }

  private textIn(repository: GitRepository, commit: string, uri: Uri): Promise<string | null> {
    const key = `${commit} ${uri.toString()}`;
    if (this.texts.size > mostTexts) this.texts.clear();
    const known = this.texts.get(key) ?? read(repository, commit, uri);
    this.texts.set(key, known);
    known.catch(() => this.texts.delete(key));
    return known;
  }
}

/** More texts of other commits than this are not kept. */
const mostTexts = 2000;

interface Differing {
  readonly commit: string;
  readonly paths: readonly Uri[];
}

/** What git calls the newest commit. */
export const lastCommit = 'HEAD';

export function nameOf(ref: string): string {
  return ref === lastCommit ? 'Last commit' : ref;
}

function listenTo(api: GitApi, tell: () => void): readonly Disposable[] {
  return [api.onDidChangeState(tell), api.onDidOpenRepository(tell), api.onDidCloseRepository(tell)];
}

async function differingIn(repository: GitRepository, ref: string): Promise<Differing> {
  const { hash: tip } = await repository.getCommit(ref).catch(() => {
    throw new Error(
      ref === lastCommit ? 'There is no commit to compare with yet.' : `git knows no revision ${ref}.`,
    );
  });
  // Of a branch, what it went on to do since is not undone here.
  const base =
    ref === lastCommit ? undefined : await repository.getMergeBase(tip, lastCommit).catch(() => '');
  const commit = base?.trim() || tip;
  const changes = [
    ...(await repository.diffWith(commit)),
    ...repository.state.workingTreeChanges,
    ...(repository.state.untrackedChanges ?? []),
  ];
  const paths = new Map<string, Uri>();
  for (const { uri, originalUri, renameUri } of changes) {
    for (const path of [uri, originalUri, renameUri])
      if (path?.path.endsWith('.mktorg')) paths.set(path.toString(), path);
  }
  return { commit, paths: [...paths.values()] };
}

async function read(repository: GitRepository, commit: string, uri: Uri): Promise<string | null> {
  try {
    await repository.getObjectDetails(commit, uri.fsPath);
  } catch (error) {
    if (typeof error === 'object' && error !== null && Reflect.get(error, 'gitErrorCode') === 'UnknownPath')
      return null;
    throw error;
  }
  return (await repository.show(commit, uri.fsPath)).replace(/^\uFEFF/, '');
}
