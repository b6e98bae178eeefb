import {
  type ChartChoice,
  type ChartMessage,
  type HostMessage,
  type PreviewMessage,
  protocolVersion,
} from '@mktorg/preview';
import {
  type ChangedParams,
  type Chart,
  type ChartAnswer,
  type ChartParams,
  chartRequest,
  type PlaceAnswer,
  placeRequest,
} from '@mktorg/server/protocol';
import { env, Uri, ViewColumn, type WebviewOptions, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { previewHtml } from './html.ts';

/** One chart in a webview. It draws what the server answers, and asks again when the organization changed. */
export class ChartPanel {
  private readonly panel: WebviewPanel;
  private readonly client: BaseLanguageClient;
  /** A document of the organization that is shown. */
  private uri: string | undefined;
  private root: string | undefined;
  private choice: ChartChoice;
  private drawing = false;
  private again = false;
  private ready = false;
  private pending: string | undefined;

  constructor(
    panel: WebviewPanel,
    extension: Uri,
    client: BaseLanguageClient,
    uri: string | undefined,
    choice: ChartChoice | undefined,
  ) {
    this.panel = panel;
    this.client = client;
    this.uri = uri;
    this.choice = choice ?? firstChoice();
    panel.iconPath = Uri.joinPath(extension, 'media', 'file-dark.svg');
    panel.webview.onDidReceiveMessage((message: PreviewMessage) => this.receive(message));
    panel.webview.html = previewHtml(panel.webview, extension);
  }

  static options(extension: Uri): WebviewOptions {
    return { enableScripts: true, localResourceRoots: [Uri.joinPath(extension, 'dist')] };
  }

  /** Whether it already shows the organization of this document, so that it need not be opened twice. */
  shows(uri: string | undefined): boolean {
    return (
      uri === undefined || uri === this.uri || (this.root !== undefined && uri.startsWith(`${this.root}/`))
    );
  }

  draws(root: string): boolean {
    return this.root === root;
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  /** Highlights an element and brings it into view, as soon as there is a chart. */
  show(id: string): void {
    if (this.ready) void this.post({ type: 'reveal', element: id });
    else this.pending = id;
  }

  /** The active organization is the one of the active file, unless the reader chose another. */
  follow(uri: string): void {
    if (this.choice.root !== undefined || this.shows(uri)) return;
    this.uri = uri;
    void this.draw();
  }

  changed(change: ChangedParams): void {
    if (this.root === undefined || this.root === change.root || change.gone) void this.draw();
  }

  /** Asks the preview for what it shows; it answers with an export. */
  command(command: 'save-svg' | 'copy-mermaid'): void {
    void this.post({ type: 'command', command });
  }

  private async export({ format, to, name, text }: PreviewMessage & { type: 'export' }): Promise<void> {
    if (to === 'clipboard') {
      await env.clipboard.writeText(text);
      window.setStatusBarMessage(`Chart copied as ${format === 'svg' ? 'SVG' : 'Mermaid'}`, 3000);
      return;
    }
    const ending = format === 'svg' ? 'svg' : 'mmd';
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const target = await window.showSaveDialog({
      ...(folder && { defaultUri: Uri.joinPath(folder, `${name}.${ending}`) }),
      filters: { [format.toUpperCase()]: [ending] },
    });
    if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  }

  private async receive(message: PreviewMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        if (message.choice) this.choice = message.choice;
        await this.draw();
        break;
      case 'choose':
        this.choice = message.choice;
        await this.draw();
        break;
      case 'open':
        await this.open(message.element, false);
        break;
      case 'select':
        await this.open(message.element, true);
        break;
      case 'export':
        await this.export(message);
        break;
    }
  }

  /** Shows the declaration in the source: in the column where the file is open, or else beside the chart. */
  private async open(id: string, keepFocus: boolean): Promise<void> {
    if (this.root === undefined) return;
    const place = await this.client.sendRequest<PlaceAnswer>(placeRequest, { root: this.root, id });
    if (!place) return;
    const uri = Uri.parse(place.uri);
    const visible = window.visibleTextEditors.find(
      (editor) => editor.document.uri.toString() === uri.toString(),
    );
    if (keepFocus && !visible) return;
    await window.showTextDocument(uri, {
      viewColumn:
        visible?.viewColumn ??
        (this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One),
      preserveFocus: keepFocus,
      selection: this.client.protocol2CodeConverter.asRange(place.range),
    });
  }

  /** One request at a time: what changes meanwhile is drawn once, afterwards. */
  private async draw(): Promise<void> {
    if (this.drawing) {
      this.again = true;
      return;
    }
    this.drawing = true;
    try {
      do {
        this.again = false;
        const answer = await this.client.sendRequest<ChartAnswer>(chartRequest, this.request());
        this.root = answer?.organization.root;
        if (answer) {
          this.panel.title = answer.organization.name;
          this.ready = true;
          await this.post({ type: 'chart', version: protocolVersion, choice: this.choice, ...pick(answer) });
        } else
          await this.post({ type: 'nothing', reason: 'There is no organization in this workspace yet.' });
      } while (this.again);
      if (this.ready && this.pending) {
        await this.post({ type: 'reveal', element: this.pending });
        this.pending = undefined;
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await this.post({ type: 'nothing', reason: `The language server did not answer: ${reason}` });
    } finally {
      this.drawing = false;
    }
  }

  private request(): ChartParams {
    return { ...(this.uri !== undefined && { uri: this.uri }), ...this.choice, maxCards };
  }

  private async post(message: HostMessage): Promise<void> {
    await this.panel.webview.postMessage(message);
  }
}

/** Beyond this many cards a chart is drawn with its deeper teams closed: it stays readable, and quick. */
const maxCards = 1200;

function pick({
  organization,
  organizations,
  scene,
  findings,
  stale,
}: Chart): Pick<ChartMessage, 'organization' | 'organizations' | 'scene' | 'findings' | 'stale'> {
  return { organization, organizations, scene, findings, ...(stale !== undefined && { stale }) };
}

function firstChoice(): ChartChoice {
  const lens =
    workspace.getConfiguration('mktorg').get<string>('preview.lens') === 'stack' ? 'stack' : 'reporting';
  return { lens, collapsed: [], expanded: [], show: {} };
}
