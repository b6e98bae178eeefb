/** What the server asks of where it runs. What is gone or unreadable is left out: nothing throws. */
export interface Host {
  /** Whether it reads documents like this by itself; the others come from the editor. */
  reads(uri: string): boolean;
  /** Every `.mktorg` document in these folders and below, a portion at a time. */
  files(folders: readonly string[]): AsyncIterable<readonly FileText[]>;
  /** The text of a document; undefined where there is none. */
  read(uri: string): Promise<string | undefined>;
  /** The folders that hold the organization of a document that lies in no folder of the workspace. */
  foldersAround(uri: string): Promise<readonly string[]>;
  /** ISO date. */
  today(): string;
}

export interface FileText {
  readonly uri: string;
  readonly text: string;
}

/** Folders that hold no organization of the user's own. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist']);

export function localDay(date: Date): string {
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Where there is no file system: everything comes from the editor. */
export function createBareHost(): Host {
  return {
    reads: () => false,
    async *files() {},
    read: async () => undefined,
    foldersAround: async () => [],
    today: () => localDay(new Date()),
  };
}
