import {
  type ChartChoice,
  type ChartMessage,
  type CompareChoice,
  type ComparedSource,
  type HostMessage,
  type PlanName,
  type PreviewCommand,
  type PreviewMessage,
  protocolVersion,
  type RevealMessage,
} from '@mktorg/preview';
import type { ChangedParams, Chart, ChartAnswer, ChartParams, CompareAnswer } from '@mktorg/server/protocol';
import { Uri, type WebviewOptions, type WebviewPanel, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Revisions } from '../git/revisions.ts';
import { ask, comparableAt } from './ask.ts';
import { exportChart } from './export.ts';
import { previewHtml } from './html.ts';
import type { Kept } from './kept.ts';
import { pickRevision } from './pick.ts';
import { type Keep, showSource, spotOf } from './source.ts';

/** Beyond this many cards a chart is drawn with its deeper teams closed: it stays readable, and quick. */
const maxCards = 500;

/** One chart in a webview. It draws what the server answers, and asks again when the organization changed. */
export class ChartPanel {
  private readonly panel: WebviewPanel;
  readonly client: BaseLanguageClient;
  readonly revisions: Revisions;
  /** Told when what is chosen to be compared with is another. */
  private readonly compared: () => void;
  private plans: readonly PlanName[] = [];
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
    revisions: Revisions,
    compared: () => void,
    uri: string | undefined,
    kept: Kept | undefined,
  ) {
    this.panel = panel;
    this.client = client;
    this.revisions = revisions;
    this.compared = compared;
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

  get comparing(): boolean {
    return this.choice.compare !== undefined;
  }

  /** The plans with phases of the organization that is shown. */
  get phases(): readonly PlanName[] {
    return this.plans;
  }

  /** A file or folder of the organization that is shown. */
  get place(): Uri | undefined {
    const address = this.root ?? this.uri;
    return address === undefined ? undefined : Uri.parse(address);
  }

  /** Shows what is different; undefined ends that. */
  compare(compare: CompareChoice | undefined): void {
    const { compare: _, ...rest } = this.choice;
    this.choice = compare ? { ...rest, compare } : rest;
    this.compared();
    void this.draw();
  }

  /** Commits, branches or files on disk may be others now. */
  revised(): void {
    if (this.panel.visible) void this.draw();
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
    this.leavePlan();
    void this.draw();
    return true;
  }

  /** Shows this organization, whatever is chosen. */
  goTo(root: string): void {
    if (this.root === root) return;
    this.root = root;
    this.uri = undefined;
    this.leavePlan();
    void this.draw();
  }

  /** Another organization has other phases. */
  private leavePlan(): void {
    const { compare, ...rest } = this.choice;
    if (compare?.with === 'phases') this.choice = rest;
  }

  changed(change: ChangedParams): void {
    // A webview that is hidden is gone; it asks for its chart when it comes back.
    if (!this.panel.visible) return;
    if (change.plansDiffer && this.choice.lens !== 'plan') return;
    if (this.root === undefined || this.root === change.root || change.gone) void this.draw();
  }

  private async receive(message: PreviewMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        if (message.choice) this.choose(message.choice);
        await this.draw();
        break;
      case 'choose':
        this.choose(message.choice);
        await this.draw();
        break;
      case 'open':
        await this.open(message.element, message.at, {});
        break;
      case 'select':
        await this.open(message.element, message.at, { focus: true, closed: message.must !== true });
        break;
      case 'pick': {
        const { place } = this;
        const picked = place && (await pickRevision(this.revisions, place));
        if (picked) this.compare(picked);
        break;
      }
      case 'export':
        await exportChart(message);
        break;
    }
  }

  private choose(choice: ChartChoice): void {
    this.choice = choice;
    if (choice.root !== undefined) this.root = choice.root;
    this.compared();
  }

  /** Shows where something stands in the source, see `showSource`. */
  private async open(element: string, at: ComparedSource | undefined, keep: Keep): Promise<void> {
    const { client, revisions, choice, root } = this;
    const spot = await spotOf(
      { element, ...(at && { at }) },
      { client, revisions, root, compare: choice.compare },
    );
    if (spot) await showSource(spot, this.panel.viewColumn, keep);
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
        const { answer, uncompared } = await ask(this.request(), this.choice.compare, this);
        this.take(answer, uncompared);
      } while (this.again);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.send({ type: 'nothing', reason: `The language server did not answer: ${reason}` });
    } finally {
      this.drawing = false;
    }
  }

  private take(chart: ChartAnswer | CompareAnswer, uncompared: string | undefined): void {
    if (this.disposed) return;
    if (!chart) {
      this.send({ type: 'nothing', reason: nothingYet });
      return;
    }
    this.root = chart.organization.root;
    this.roots = chart.organizations.map(({ root }) => root);
    this.panel.title = chart.organization.name;
    this.plans = chart.plans;
    this.compared();
    this.send({
      type: 'chart',
      version: protocolVersion,
      choice: this.choice,
      comparable: comparableAt(this.place, this.choice.compare, this.revisions),
      ...pick(chart),
      ...('changes' in chart && { changes: chart.changes }),
      ...(uncompared !== undefined && { uncompared }),
    });
    const { waiting } = this;
    this.waiting = undefined;
    for (const message of waiting ?? []) this.send(message);
  }

  private request(): ChartParams {
    const root = this.choice.root ?? (this.uri === undefined ? this.root : undefined);
    const { compare: _, ...choice } = this.choice;
    return {
      ...choice,
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
  plans,
  stale,
}: Chart): Pick<ChartMessage, 'organization' | 'organizations' | 'scene' | 'findings' | 'plans' | 'stale'> {
  return { organization, organizations, scene, findings, plans, ...(stale !== undefined && { stale }) };
}

function firstChoice(): ChartChoice {
  const wish = workspace.getConfiguration('mktorg').get<string>('preview.lens');
  const lens = wish === 'stack' || wish === 'plan' ? wish : 'reporting';
  return { lens, collapsed: [], expanded: [], show: {} };
}
