import {
  type ChartChoice,
  type ChartMessage,
  type HostMessage,
  type PreviewCommand,
  type PreviewMessage,
  protocolVersion,
  type RevealMessage,
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
import { Uri, ViewColumn, type WebviewOptions, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { exportChart } from './export.ts';
import { previewHtml } from './html.ts';
import type { Kept } from './kept.ts';

/** Beyond this many cards a chart is drawn with its deeper teams closed: it stays readable, and quick. */
const maxCards = 500;

/** One chart in a webview. It draws what the server answers, and asks again when the organization changed. */
export class ChartPanel {
  private readonly panel: WebviewPanel;
  private readonly client: BaseLanguageClient;
  /** A document of the organization to show, where the reader chose none. */
  private uri: string | undefined;
  /** The organization that is shown, and all there are. */
  private root: string | undefined;
  private roots: readonly string[] = [];
  private choice: ChartChoice;
  private disposed = false;
  /** Whether the page is there to take messages. */
  private ready = false;
  private drawing = false;
  private again = false;
  /** Messages that wait for the first chart. */
  private waiting: HostMessage[] | undefined = [];

  constructor(
    panel: WebviewPanel,
    extension: Uri,
    client: BaseLanguageClient,
    uri: string | undefined,
    kept: Kept | undefined,
  ) {
    this.panel = panel;
    this.client = client;
    this.uri = uri;
    this.root = kept?.shown;
    this.choice = kept?.choice ?? firstChoice();
    const icon = (theme: string): Uri => Uri.joinPath(extension, 'media', `file-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.onDidDispose(() => {
      this.disposed = true;
    });
    panel.webview.onDidReceiveMessage((message: PreviewMessage) => this.receive(message));
    panel.webview.html = previewHtml(panel.webview, extension);
  }

  static options(extension: Uri): WebviewOptions {
    return { enableScripts: true, localResourceRoots: [Uri.joinPath(extension, 'dist')] };
  }

  get source(): string | undefined {
    return this.uri;
  }

  get chosen(): ChartChoice {
    return this.choice;
  }

  /** Whether it shows the organization of this document: the nearest one around it. */
  shows(uri: string): boolean {
    if (this.root === undefined) return uri === this.uri;
    const around = [...this.roots, this.root].filter((root) => uri === root || uri.startsWith(`${root}/`));
    return (
      around.reduce((nearest, root) => (root.length > nearest.length ? root : nearest), '') === this.root
    );
  }

  draws(root: string): boolean {
    return this.root === root;
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  /** Highlights an element and brings it into view, as soon as there is a chart. */
  show(message: RevealMessage): void {
    void this.post(message);
  }

  /** Asks the preview for what it shows; it answers with an export. */
  command(command: PreviewCommand): void {
    void this.post({ type: 'command', command });
  }

  /** The organization of the active file is shown, unless the reader chose another: then the answer is no. */
  follow(uri: string): boolean {
    if (this.choice.root !== undefined) return false;
    if (this.shows(uri)) return true;
    this.uri = uri;
    void this.draw();
    return true;
  }

  /** Shows this organization, whatever is chosen. */
  goTo(root: string): void {
    if (this.root === root) return;
    this.root = root;
    this.uri = undefined;
    void this.draw();
  }

  changed(change: ChangedParams): void {
    // A webview that is hidden is gone; it asks for its chart when it comes back.
    if (!this.panel.visible) return;
    if (this.root === undefined || this.root === change.root || change.gone) void this.draw();
  }

  private async receive(message: PreviewMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        if (message.choice) this.choice = message.choice;
        await this.draw();
        break;
      case 'choose':
        this.choose(message.choice);
        await this.draw();
        break;
      case 'open':
        await this.open(message.element, false);
        break;
      case 'select':
        await this.open(message.element, true);
        break;
      case 'export':
        await exportChart(message);
        break;
    }
  }

  private choose(choice: ChartChoice): void {
    this.choice = choice;
    if (choice.root !== undefined) this.root = choice.root;
  }

  /** Shows the declaration in the source: in the column where the file is open, or else beside the chart. */
  private async open(id: string, keepFocus: boolean): Promise<void> {
    if (this.root === undefined) return;
    const place = await this.client.sendRequest<PlaceAnswer>(placeRequest, { root: this.root, id });
    if (!place) return;
    const uri = this.client.protocol2CodeConverter.asUri(place.uri);
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
    if (!this.ready) return;
    if (this.drawing) {
      this.again = true;
      return;
    }
    this.drawing = true;
    try {
      do {
        this.again = false;
        this.take(await this.client.sendRequest<ChartAnswer>(chartRequest, this.request()));
      } while (this.again);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.send({ type: 'nothing', reason: `The language server did not answer: ${reason}` });
    } finally {
      this.drawing = false;
    }
  }

  private take(chart: ChartAnswer): void {
    if (this.disposed) return;
    if (!chart) {
      this.send({ type: 'nothing', reason: nothingYet });
      return;
    }
    this.root = chart.organization.root;
    this.roots = chart.organizations.map(({ root }) => root);
    this.panel.title = chart.organization.name;
    this.send({ type: 'chart', version: protocolVersion, choice: this.choice, ...pick(chart) });
    const { waiting } = this;
    this.waiting = undefined;
    for (const message of waiting ?? []) this.send(message);
  }

  private request(): ChartParams {
    const root = this.choice.root ?? (this.uri === undefined ? this.root : undefined);
    return {
      ...this.choice,
      ...(root !== undefined && { root }),
      ...(this.uri !== undefined && { uri: this.uri }),
      maxCards,
    };
  }

  private post(message: HostMessage): void {
    if (this.waiting) this.waiting.push(message);
    else this.send(message);
  }

  private send(message: HostMessage): void {
    if (!this.disposed) void this.panel.webview.postMessage(message);
  }
}

const nothingYet =
  'There is no organization in this workspace yet. Run “mktorg: New Organization”, or open a .mktorg file.';

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
  const wish = workspace.getConfiguration('mktorg').get<string>('preview.lens');
  const lens = wish === 'stack' || wish === 'plan' ? wish : 'reporting';
  return { lens, collapsed: [], expanded: [], show: {} };
}
