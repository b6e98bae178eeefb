import { afterAll, beforeAll } from 'vitest';
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientOptions, startClient, type TestClient } from './client.ts';

/** Documents that are open in the client, with the positions of the marks `<|>` in the first one that has any. */
export interface Opened {
  readonly client: TestClient;
  readonly uri: string;
  readonly positions: readonly Position[];
  /** The first of them. */
  readonly position: Position;
  uriOf(name: string): string;
  textOf(uri: string): string;
  /** Texts by name after an edit of the workspace. */
  applied(edit: WorkspaceEdit): { readonly [name: string]: string };
}

let folders = 0;

/** A server for the tests of one file. */
export function useClient(options?: ClientOptions): (source: string) => Promise<Opened> {
  let client: TestClient | undefined;
  beforeAll(async () => {
    client = await startClient(options);
  }, 60_000);
  afterAll(() => client?.stop());
  return (source) => {
    if (!client) throw new Error('the server has not started');
    return openMarked(client, source);
  };
}

/**
 * Opens documents that nothing else belongs to. Lines `-- name.mktorg` divide the source into documents of one folder;
 * without any, there is one document.
 */
export async function openMarked(client: TestClient, source: string): Promise<Opened> {
  const folder = `file:///test-${process.pid}-${folders++}`;
  const texts = new Map<string, string>();
  const parts = source.split(/^-- (\S+)$\n/m);
  if ((parts[0] ?? '').trim() !== '') texts.set('main.mktorg', parts[0] ?? '');
  for (let i = 1; i < parts.length; i += 2) texts.set(parts[i] ?? '', parts[i + 1] ?? '');
  const marked = [...texts].find(([, text]) => text.includes('<|>'));
  const name = marked?.[0] ?? [...texts.keys()][0] ?? '';
  const positions = positionsOf(marked?.[1] ?? '');
  const uriOf = (each: string): string => `${folder}/${each}`;
  const clean = new Map([...texts].map(([each, text]) => [uriOf(each), text.replaceAll('<|>', '')]));
  for (const [uri, text] of clean) await client.open(uri, text);
  const textOf = (uri: string): string => clean.get(uri) ?? '';
  return {
    client,
    uri: uriOf(name),
    positions,
    position: positions[0] ?? { line: 0, character: 0 },
    uriOf,
    textOf,
    applied: (edit) =>
      Object.fromEntries(
        [...editsOf(edit)].map(([uri, edits]) => [
          uri.slice(folder.length + 1),
          applyEdits(textOf(uri), edits),
        ]),
      ),
  };
}

function positionsOf(marked: string): Position[] {
  const pieces = marked.split('<|>');
  let before = '';
  return pieces.slice(0, -1).map((piece) => {
    before += piece;
    const lines = before.split(/\r\n|\r|\n/);
    return { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
  });
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('test:', 'mktorg', 0, text), [...edits]);
}

/** Edits by document. What the reader is to replace stands between `⟦` and `⟧`. */
function editsOf({ changes, documentChanges }: WorkspaceEdit): ReadonlyMap<string, readonly TextEdit[]> {
  if (changes) return new Map(Object.entries(changes));
  return new Map(
    (documentChanges ?? []).flatMap((change) =>
      'textDocument' in change
        ? [
            [
              change.textDocument.uri,
              change.edits.map((edit) => ('snippet' in edit ? plain(edit.range, edit.snippet.value) : edit)),
            ],
          ]
        : [],
    ),
  );
}

function plain(range: Range, snippet: string): TextEdit {
  const newText = snippet.replace(/\$\{1:((?:[^}\\]|\\.)*)\}/g, '⟦$1⟧').replace(/\\([\\$}])/g, '$1');
  return { range, newText };
}

/** The text of a range. */
export function textIn(text: string, range: Range): string {
  return TextDocument.create('test:', 'mktorg', 0, text).getText(range);
}
