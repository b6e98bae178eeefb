import { vocabularyText } from '@mktorg/language';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The texts of the documents: open ones as the editor has them, the others as they are on disk. */
export interface Sources {
  /** Also a document of the standard vocabulary. */
  document(uri: string): TextDocument | undefined;
  isOpen(uri: string): boolean;
  /** Every document but those of the standard vocabulary. */
  uris(): Iterable<string>;
  /** `uri`: the one way to write its address. */
  open(uri: string, document: TextDocument): void;
  close(uri: string): void;
  /** `undefined`: there is no such file. */
  setDisk(uri: string, text: string | undefined): void;
  /** What may have changed since this was asked last. */
  takeChanged(): ReadonlySet<string>;
  /** Counts up with every change. */
  readonly version: number;
}

/** The scheme of documents that the server itself provides. */
export const ownScheme = 'mktorg:';

export function createSources(): Sources {
  const opened = new Map<string, TextDocument>();
  const disk = new Map<string, string>();
  /** Documents made of disk texts, on demand. */
  const made = new Map<string, TextDocument>();
  let changed = new Set<string>();
  let version = 0;
  const touch = (uri: string): void => {
    made.delete(uri);
    if (uri.startsWith(ownScheme)) return;
    changed.add(uri);
    version++;
  };
  return {
    document(uri) {
      const known = opened.get(uri) ?? made.get(uri);
      if (known) return known;
      const text = disk.get(uri) ?? vocabularyText(uri);
      if (text === undefined) return undefined;
      const document = TextDocument.create(uri, 'mktorg', 0, text);
      made.set(uri, document);
      return document;
    },
    isOpen: (uri) => opened.has(uri),
    *uris() {
      for (const uri of opened.keys()) if (!uri.startsWith(ownScheme)) yield uri;
      for (const uri of disk.keys()) if (!opened.has(uri)) yield uri;
    },
    open(uri, document) {
      opened.set(uri, document);
      touch(uri);
    },
    close(uri) {
      opened.delete(uri);
      touch(uri);
    },
    setDisk(uri, text) {
      if (text === undefined ? !disk.delete(uri) : disk.get(uri) === text) return;
      if (text !== undefined) disk.set(uri, text);
      touch(uri);
    },
    takeChanged() {
      const taken = changed;
      changed = new Set();
      return taken;
    },
    get version() {
      return version;
    },
  };
}
