import type { CompareChoice, ComparedSource } from '@mktorg/preview';
import { type PlaceAnswer, placeRequest } from '@mktorg/server/protocol';
import { Selection, type Uri, ViewColumn, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Revisions } from '../git/revisions.ts';

/** A stretch of text. */
export interface Spot {
  readonly uri: Uri;
  readonly selection: Selection;
}

interface Known {
  readonly client: BaseLanguageClient;
  readonly revisions: Revisions;
  /** The organization that is shown, and what it is compared with. */
  readonly root: string | undefined;
  readonly compare: CompareChoice | undefined;
}

/**
 * Where an element is declared now. What is gone stands in the text of before; what a phase does, in the plan; both as
 * it is given.
 */
export async function spotOf(
  { element, at }: { readonly element: string; readonly at?: ComparedSource },
  { client, revisions, root, compare }: Known,
): Promise<Spot | undefined> {
  const asGiven = at && { uri: client.protocol2CodeConverter.asUri(at.uri), selection: cursorAt(at) };
  if (asGiven && compare?.with === 'phases') return asGiven;
  if (asGiven && at.side === 'before' && compare?.with === 'revision') {
    const uri = await revisions.addressAt(asGiven.uri, compare.ref);
    return uri && { ...asGiven, uri };
  }
  if (root === undefined) return asGiven;
  const place = await client.sendRequest<PlaceAnswer>(placeRequest, { root, id: element });
  if (!place) return asGiven;
  const { start, end } = client.protocol2CodeConverter.asRange(place.range);
  return { uri: client.protocol2CodeConverter.asUri(place.uri), selection: new Selection(start, end) };
}

function cursorAt({ line, column }: ComparedSource): Selection {
  return new Selection(line - 1, column - 1, line - 1, column - 1);
}

/** What stays as it is when a source is shown. */
export interface Keep {
  /** Who has the focus keeps it. */
  readonly focus?: boolean;
  /** A file that is not seen now stays so. */
  readonly closed?: boolean;
}

/** Shows a spot: in the column where its file is open, or else beside the chart. */
export async function showSource(
  { uri, selection }: Spot,
  chart: ViewColumn | undefined,
  keep: Keep,
): Promise<void> {
  const visible = window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === uri.toString(),
  );
  if (keep.closed && !visible) return;
  await window.showTextDocument(uri, {
    viewColumn: visible?.viewColumn ?? (chart === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One),
    preserveFocus: keep.focus === true,
    selection,
  });
}
