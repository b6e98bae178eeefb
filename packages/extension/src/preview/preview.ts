import { type ChartChoice, type CompareChoice, type PreviewCommand, teamsAround } from '@mktorg/preview';
import {
  type ChangedParams,
  type ElementAddress,
  type ElementAtAnswer,
  elementAtRequest,
  type PlansAnswer,
  plansRequest,
} from '@mktorg/server/protocol';
import {
  commands,
  Disposable,
  type ExtensionContext,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isModel } from '../client.ts';
import { lastCommit, type Revisions } from '../git/revisions.ts';
import type { Listeners } from '../listeners.ts';
import { isAddress, keptOf } from './kept.ts';
import { ChartPanel } from './panel.ts';
import { pickPhases, pickRevision } from './pick.ts';

const viewType = 'mktorg.preview';
/** While somebody types, the chart stays where it is. In milliseconds after the last key. */
const typing = 400;
/** A cursor that is on its way somewhere else is not followed. In milliseconds. */
const resting = 120;

/** The charts beside the source: opened, restored after a reload, and kept in step with the cursor. */
export function registerPreview(
  context: ExtensionContext,
  client: BaseLanguageClient,
  changed: Listeners<ChangedParams>,
  revisions: Revisions,
): Disposable {
  const panels = new Set<ChartPanel>();
  let active: ChartPanel | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;

  /** What commands can do, for the menus: they offer nothing that would do nothing. */
  function tellMenus(): void {
    clearTimeout(asking);
    asking = setTimeout(() => void tell(), resting);
  }

  async function tell(): Promise<void> {
    const place = placeOf();
    set('mktorg.comparing', active?.comparing === true);
    set('mktorg.canCompareRevisions', place !== undefined && revisions.why(place) === undefined);
    set('mktorg.hasPhases', (await plansAt(place)).length > 0);
  }

  /** The organization that is meant: that of the chart in front, or of the text. */
  function placeOf(): Uri | undefined {
    const uri = activeModel();
    return active?.place ?? (uri === undefined ? undefined : Uri.parse(uri));
  }

  async function plansAt(place: Uri | undefined): Promise<PlansAnswer> {
    if (!place || !client.isRunning()) return [];
    const uri = client.code2ProtocolConverter.asUri(place);
    return client.sendRequest<PlansAnswer>(plansRequest, { uri });
  }

  function compare(choice: CompareChoice | undefined, target?: unknown): void {
    (target instanceof Uri ? open(ViewColumn.Beside, target) : (active ?? open(ViewColumn.Beside))).compare(
      choice,
    );
  }

  async function compareWithBranch(): Promise<void> {
    const place = placeOf();
    const picked = place && (await pickRevision(revisions, place));
    if (picked) compare(picked);
  }

  async function compareWithPhase(): Promise<void> {
    const picked = await pickPhases(await plansAt(placeOf()));
    if (picked) compare(picked);
  }

  function adopt(webview: WebviewPanel, uri: string | undefined, kept?: Kept): ChartPanel {
    const panel = new ChartPanel(webview, context.extensionUri, client, revisions, tellMenus, uri, kept);
    panels.add(panel);
    active = panel;
    webview.onDidDispose(() => {
      panels.delete(panel);
      if (active === panel) active = [...panels].at(-1);
      tellMenus();
    });
    webview.onDidChangeViewState(() => {
      if (webview.active) active = panel;
      tellMenus();
    });
    return panel;
  }

  function create(column: ViewColumn, uri: string | undefined, choice?: ChartChoice): ChartPanel {
    const webview = window.createWebviewPanel(
      viewType,
      'Organization',
      { viewColumn: column, preserveFocus: column === ViewColumn.Beside },
      ChartPanel.options(context.extensionUri),
    );
    return adopt(webview, uri, choice && { choice });
  }

  /** One that shows the organization already comes to the front; another one is opened by a command of its own. */
  function open(column: ViewColumn, target?: unknown): ChartPanel {
    const uri = target instanceof Uri ? target.toString() : activeModel();
    const shown = [...panels].find((panel) => uri === undefined || panel.shows(uri) || panel.follow(uri));
    if (!shown) return create(column, uri);
    shown.reveal();
    return shown;
  }

  async function show(address: ElementAddress, asked: boolean): Promise<void> {
    const { root, id } = address;
    const outer =
      'outer' in address && Array.isArray(address.outer) ? address.outer.map(String) : teamsAround(id);
    const showing = [...panels].filter((panel) => panel.draws(root));
    if (showing.length === 0 && asked) {
      const panel = open(ViewColumn.Beside);
      panel.goTo(root);
      showing.push(panel);
    }
    for (const panel of showing) panel.show({ type: 'reveal', element: id, outer, asked });
  }

  async function atCursor(asked: boolean): Promise<void> {
    const found = await elementAtCursor(client);
    if (found) await show(found, asked);
    else if (asked) open(ViewColumn.Beside);
  }

  const command = (each: PreviewCommand) => () => (active ?? open(ViewColumn.Beside)).command(each);
  let lastTyped = 0;
  let pointed: ReturnType<typeof setTimeout> | undefined;
  tellMenus();
  return Disposable.from(
    commands.registerCommand('mktorg.compareWithLastCommit', (uri?: unknown) =>
      compare({ with: 'revision', ref: lastCommit }, uri),
    ),
    commands.registerCommand('mktorg.compareWithBranch', compareWithBranch),
    commands.registerCommand('mktorg.compareWithPhase', compareWithPhase),
    commands.registerCommand('mktorg.stopComparing', () => active?.compare(undefined)),
    commands.registerCommand('mktorg.openPreview', (uri?: unknown) => void open(ViewColumn.Active, uri)),
    commands.registerCommand(
      'mktorg.openPreviewToSide',
      (uri?: unknown) => void open(ViewColumn.Beside, uri),
    ),
    commands.registerCommand(
      'mktorg.openAnotherPreview',
      () => void create(ViewColumn.Active, active?.source ?? activeModel(), active?.chosen),
    ),
    commands.registerCommand('mktorg.saveChart', command('save-svg')),
    commands.registerCommand('mktorg.copySvg', command('copy-svg')),
    commands.registerCommand('mktorg.copyMermaid', command('copy-mermaid')),
    commands.registerCommand('mktorg.reveal', async (address: unknown) => {
      if (isAddress(address)) await show(address, true);
    }),
    commands.registerCommand('mktorg.revealInPreview', async (node?: { readonly element?: unknown }) => {
      if (isAddress(node?.element)) await show(node.element, true);
      else await atCursor(true);
    }),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (webview, state: unknown) => {
        webview.webview.options = ChartPanel.options(context.extensionUri);
        adopt(webview, undefined, keptOf(state));
      },
    }),
    changed.add((change) => {
      for (const panel of panels) panel.changed(change);
      tellMenus();
    }),
    revisions.changed.add(() => {
      for (const panel of panels) panel.revised();
      tellMenus();
    }),
    workspace.onDidChangeTextDocument((event) => {
      if (isModel(event.document) && event.contentChanges.length > 0) lastTyped = Date.now();
    }),
    window.onDidChangeTextEditorSelection((event) => {
      clearTimeout(pointed);
      if (!isModel(event.textEditor.document) || panels.size === 0 || event.selections.length > 1) return;
      if (!workspace.getConfiguration('mktorg').get('preview.followCursor', true)) return;
      if (Date.now() - lastTyped < typing) return;
      pointed = setTimeout(() => void atCursor(false), resting);
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (isModel(editor?.document)) for (const panel of panels) panel.follow(editor.document.uri.toString());
      tellMenus();
    }),
    {
      dispose: () => {
        clearTimeout(pointed);
        clearTimeout(asking);
      },
    },
  );
}

function set(key: string, value: boolean): void {
  void commands.executeCommand('setContext', key, value);
}

type Kept = NonNullable<ReturnType<typeof keptOf>>;

/** The document whose organization is meant where nobody says which. */
function activeModel(): string | undefined {
  const { activeTextEditor, visibleTextEditors } = window;
  const documents = [activeTextEditor, ...visibleTextEditors].map((editor) => editor?.document);
  return (documents.find(isModel) ?? workspace.textDocuments.find(isModel))?.uri.toString();
}

async function elementAtCursor(client: BaseLanguageClient): Promise<ElementAtAnswer> {
  const editor = window.activeTextEditor;
  if (!editor || !isModel(editor.document) || !client.isRunning()) return null;
  return client.sendRequest<ElementAtAnswer>(elementAtRequest, {
    uri: editor.document.uri.toString(),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  });
}
