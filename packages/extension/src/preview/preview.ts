import type { ChartChoice } from '@mktorg/preview';
import {
  type ChangedParams,
  type ElementAddress,
  type ElementAtAnswer,
  elementAtRequest,
} from '@mktorg/server/protocol';
import {
  commands,
  Disposable,
  type ExtensionContext,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Listeners } from '../activate.ts';
import { isModel } from '../client.ts';
import { ChartPanel } from './panel.ts';

const viewType = 'mktorg.preview';

/** The charts beside the source: opened, restored after a reload, and kept in step with the cursor. */
export function registerPreview(
  context: ExtensionContext,
  client: BaseLanguageClient,
  changed: Listeners<ChangedParams>,
): Disposable {
  const panels = new Set<ChartPanel>();
  let active: ChartPanel | undefined;

  const adopt = (
    webview: WebviewPanel,
    uri: string | undefined,
    choice: ChartChoice | undefined,
  ): ChartPanel => {
    const panel = new ChartPanel(webview, context.extensionUri, client, uri, choice);
    panels.add(panel);
    active = panel;
    webview.onDidDispose(() => {
      panels.delete(panel);
      if (active === panel) active = undefined;
    });
    webview.onDidChangeViewState(() => {
      if (webview.active) active = panel;
    });
    return panel;
  };

  const open = async (column: ViewColumn, uri?: Uri): Promise<void> => {
    const document = uri ? await workspace.openTextDocument(uri) : window.activeTextEditor?.document;
    const source = isModel(document) ? document.uri.toString() : lastModel();
    const shown = [...panels].find((panel) => panel.shows(source));
    if (shown) {
      shown.reveal();
      return;
    }
    const webview = window.createWebviewPanel(
      viewType,
      'Organization',
      { viewColumn: column, preserveFocus: column === ViewColumn.Beside },
      ChartPanel.options(context.extensionUri),
    );
    adopt(webview, source, undefined);
  };

  let lastTyped = 0;
  let pointed: ReturnType<typeof setTimeout> | undefined;
  return Disposable.from(
    commands.registerCommand('mktorg.openPreview', (uri?: Uri) => open(ViewColumn.Active, asUri(uri))),
    commands.registerCommand('mktorg.openPreviewToSide', (uri?: Uri) => open(ViewColumn.Beside, asUri(uri))),
    commands.registerCommand('mktorg.saveChart', () => active?.command('save-svg')),
    commands.registerCommand('mktorg.copyMermaid', () => active?.command('copy-mermaid')),
    commands.registerCommand('mktorg.reveal', async (root: string, id: string) => {
      if (![...panels].some((panel) => panel.draws(root))) await open(ViewColumn.Beside);
      for (const panel of panels) if (panel.draws(root)) panel.show(id);
    }),
    commands.registerCommand(
      'mktorg.revealInPreview',
      async (node?: { readonly element?: ElementAddress }) => {
        if (panels.size === 0) await open(ViewColumn.Beside);
        const found = node?.element ?? (await elementAtCursor(client));
        if (!found) return;
        for (const panel of panels) if (panel.draws(found.root)) panel.show(found.id);
      },
    ),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (webview, state: unknown) => {
        webview.webview.options = ChartPanel.options(context.extensionUri);
        const kept = isKept(state) ? state : undefined;
        adopt(webview, kept?.uri, kept?.choice);
      },
    }),
    changed.add((change) => {
      for (const panel of panels) panel.changed(change);
    }),
    workspace.onDidChangeTextDocument((event) => {
      if (isModel(event.document)) lastTyped = Date.now();
    }),
    window.onDidChangeTextEditorSelection((event) => {
      clearTimeout(pointed);
      if (!isModel(event.textEditor.document) || panels.size === 0 || event.selections.length > 1) return;
      if (!workspace.getConfiguration('mktorg').get('preview.followCursor', true)) return;
      // While somebody types, the chart stays where it is.
      if (Date.now() - lastTyped < 400) return;
      pointed = setTimeout(async () => {
        const found = await elementAtCursor(client);
        if (found) for (const panel of panels) if (panel.draws(found.root)) panel.show(found.id);
      }, 120);
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (isModel(editor?.document)) for (const panel of panels) panel.follow(editor.document.uri.toString());
    }),
  );
}

function lastModel(): string | undefined {
  const visible = window.visibleTextEditors.find((editor) => isModel(editor.document))?.document;
  return (visible ?? workspace.textDocuments.find(isModel))?.uri.toString();
}

function asUri(value: unknown): Uri | undefined {
  return typeof value === 'object' && value !== null && 'scheme' in value ? (value as Uri) : undefined;
}

async function elementAtCursor(client: BaseLanguageClient): Promise<ElementAddress | undefined> {
  const editor = window.activeTextEditor;
  if (!editor || !isModel(editor.document) || !client.isRunning()) return undefined;
  const { line, character } = editor.selection.active;
  const answer = await client.sendRequest<ElementAtAnswer>(elementAtRequest, {
    uri: editor.document.uri.toString(),
    position: { line, character },
  });
  return answer ?? undefined;
}

interface Kept {
  readonly uri?: string;
  readonly choice?: ChartChoice;
}

function isKept(state: unknown): state is Kept {
  return typeof state === 'object' && state !== null;
}
