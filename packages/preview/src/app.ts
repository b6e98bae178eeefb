import { isDifferenceLens, type SceneNode, toMermaid, toSvg, withFindings } from '@mktorg/chart';
import { type ChoiceChange, closing, opening, showing, teamsAround, withChange } from './choice.ts';
import { make } from './dom.ts';
import { countsOf } from './findings.ts';
import type { Host } from './hosts/host.ts';
import type {
  ChartMessage,
  ComparedSource,
  ComparedTarget,
  HostMessage,
  PreviewCommand,
  RevealMessage,
} from './protocol.ts';
import { currentTheme, onThemeChange } from './theme.ts';
import { type Approach, Canvas } from './view/canvas.ts';
import { Changes } from './view/changes.ts';
import { Details } from './view/details.ts';
import { Notices } from './view/notices.ts';
import { type Outline, outlineOf, type Step, stepFrom } from './view/outline.ts';
import { Phases } from './view/phases.ts';
import { Search } from './view/search.ts';
import { Toolbar } from './view/toolbar.ts';
import { AccessibleTree } from './view/tree.ts';
import { ZoomButtons } from './view/zoom-buttons.ts';

/** The preview: what the host sends is drawn, what the reader does is answered here or sent to the host. */
export class App {
  private readonly host: Host;
  private readonly canvas: Canvas;
  private readonly toolbar: Toolbar;
  private readonly search: Search;
  private readonly phases: Phases;
  private readonly changes: Changes;
  private readonly details = new Details();
  private readonly tree = new AccessibleTree();
  private readonly heading = make('h1', { class: 'unseen' });
  private readonly notices = new Notices((stale) => this.canvas.element.classList.toggle('is-stale', stale));
  private message: ChartMessage | undefined;
  private outline: Outline | undefined;
  private selected: string | undefined;
  /** An element to show that is not drawn yet, because it stands in a collapsed team. */
  private wanted: RevealMessage | undefined;
  /** Until the reader moves the chart, it keeps filling its panel. */
  private untouched = true;

  constructor(root: HTMLElement, host: Host) {
    this.host = host;
    this.search = new Search((node) => {
      this.select(node, 'zoom');
      this.tree.element.focus({ preventScroll: true });
    });
    this.toolbar = new Toolbar(host.abilities, this.search.element, {
      choose: (change) => this.choose(change),
      export: (command) => this.command(command),
      pick: () => host.send({ type: 'pick' }),
    });
    this.phases = new Phases((compare) => this.choose({ compare }));
    this.changes = new Changes({
      go: (target) => this.goTo(target),
      stop: host.abilities.choose ? () => this.choose({ compare: undefined }) : undefined,
    });
    const stage = make('div', { class: 'stage' });
    this.canvas = new Canvas(stage, {
      select: (node) => this.click(node),
      open: (node) => this.open(node),
      expand: (node) => this.expand(node),
      moved: () => {
        this.untouched = false;
      },
    });
    const zoom = new ZoomButtons({
      zoom: (factor) => {
        this.untouched = false;
        this.canvas.zoomBy(factor);
      },
      fit: () => this.fit(),
    });
    stage.append(this.notices.nothing, this.notices.notice, zoom.element, this.details.element);
    const beside = make('div', { class: 'beside' }, stage, this.changes.element);
    root.append(this.heading, this.toolbar.element, this.phases.element, beside, this.tree.element);
    document.addEventListener('keydown', (event) => this.key(event));
    onThemeChange(() => this.canvas.restyle(currentTheme()));
    new ResizeObserver(() => {
      if (this.untouched) this.canvas.fit();
    }).observe(stage);
    void this.begin();
  }

  private async begin(): Promise<void> {
    const { host } = this;
    const keeps = (): boolean => this.message !== undefined;
    this.notices.wait(host.waiting, keeps);
    await host.start((received) => this.receive(received));
    this.notices.wait('The chart is being drawn…', keeps);
    host.send(host.kept ? { type: 'ready', choice: host.kept } : { type: 'ready' });
  }

  private receive(message: HostMessage): void {
    switch (message.type) {
      case 'chart':
        this.draw(message);
        break;
      case 'nothing':
        this.notices.sayNothing(message.reason, this.message !== undefined);
        break;
      case 'reveal':
        this.reveal(message);
        break;
      case 'command':
        this.command(message.command);
        break;
    }
  }

  private command(command: PreviewCommand): void {
    if (command === 'fit') this.fit();
    else if (command === 'search') this.search.focus();
    else if (command === 'save-svg') this.export('svg', 'file');
    else if (command === 'copy-svg') this.export('svg', 'clipboard');
    else this.export('mermaid', 'clipboard');
  }

  private fit(): void {
    this.untouched = true;
    this.canvas.fit();
  }

  private draw(message: ChartMessage): void {
    const before = this.message;
    const other = before?.organization.root !== message.organization.root;
    if (other || before.choice.lens !== message.choice.lens || before.choice.of !== message.choice.of) {
      this.untouched = true;
      this.canvas.clear();
    }
    if (other) {
      this.selected = undefined;
      this.search.clear();
    }
    this.message = message;
    this.notices.drawn();
    this.host.keep(message.choice, message.organization.root);
    this.outline = outlineOf(message.scene);
    this.search.fill(message.scene.nodes);
    this.toolbar.draw(message);
    this.phases.draw(message);
    this.changes.draw(message);
    this.tree.draw(this.outline);
    this.canvas.draw(withFindings(message.scene, countsOf(message.findings)), currentTheme());
    if (this.untouched && this.selected === undefined) this.canvas.fit();
    this.notices.sayStale(message.stale);
    if (message.uncompared !== undefined) this.notices.say(message.uncompared);
    document.title = message.organization.name;
    this.heading.textContent = message.scene.title;
    const { wanted } = this;
    if (wanted && this.canvas.has(wanted.element)) {
      this.wanted = undefined;
      this.reveal(wanted);
    } else this.select(this.selectedNode(), 'mark');
  }

  private choose(change: ChoiceChange): void {
    if (!this.message || !this.host.abilities.choose) {
      if (this.message && change.lens)
        this.host.send({ type: 'choose', choice: { ...this.message.choice, lens: change.lens } });
      return;
    }
    this.host.send({ type: 'choose', choice: withChange(this.message.choice, change) });
  }

  private click(node: SceneNode | undefined): void {
    this.wanted = undefined;
    this.select(node, 'mark');
    this.tree.element.focus({ preventScroll: true });
    const element = node && elementOf(node);
    if (node && element !== undefined && this.host.abilities.open)
      this.host.send({ type: 'select', element, ...this.sourceOf(node) });
  }

  private open(node: SceneNode): void {
    const element = elementOf(node);
    if (element !== undefined && this.host.abilities.open)
      this.host.send({ type: 'open', element, ...this.sourceOf(node) });
  }

  /**
   * In a comparison a card may stand for what is only in the text of before; what a phase does to it stands in the
   * plan.
   */
  private sourceOf(node: SceneNode): { readonly at?: ComparedSource } {
    const { changes, choice } = this.message ?? {};
    const { source, states } = node;
    if (!changes || !source) return {};
    const entry = this.changes.find(elementOf(node) ?? '', states.includes('gone'));
    if (choice?.compare?.with === 'phases' && entry?.at) return { at: entry.at };
    const { uri, line, column } = source;
    const side = states.includes('gone') || states.includes('former') ? 'before' : 'after';
    return { at: { uri, line: line + 1, column: column + 1, side } };
  }

  /** Shows what an entry of the list is about: its card, or that of what it is in, and its line. */
  private goTo({ id, gone, at }: ComparedTarget): void {
    this.wanted = undefined;
    const drawn = gone ? `#was:${id}` : id;
    const node = this.outline?.byId.get(drawn);
    if (node) this.select(node, 'zoom');
    else this.reveal({ type: 'reveal', element: drawn, outer: teamsAround(id), asked: !gone });
    this.changes.mark(id, gone);
    if (this.host.abilities.open)
      this.host.send({ type: 'select', element: id, must: true, ...(at && { at }) });
  }

  private select(node: SceneNode | undefined, approach: Approach): void {
    this.selected = node?.id;
    this.canvas.show(node?.id, approach);
    this.describe();
  }

  private selectedNode(): SceneNode | undefined {
    return this.selected === undefined ? undefined : this.outline?.byId.get(this.selected);
  }

  /** Where an element is in a closed team, that is marked, or opened if somebody asks to see the element. */
  private reveal(wanted: RevealMessage): void {
    const { element, outer, asked } = wanted;
    const approach = asked ? 'zoom' : 'pan';
    if (this.canvas.has(element)) {
      this.select(this.outline?.byId.get(element), approach);
      return;
    }
    const around = outer.find((each) => this.canvas.has(each));
    if (around !== undefined) this.select(this.outline?.byId.get(around), approach);
    const { message } = this;
    const shows = message && showing(element, message.choice);
    // The marks of a comparison are not left for a chart that has none.
    const leaves = message?.scene.difference && !(shows?.lens && isDifferenceLens(shows.lens));
    if (!asked || leaves || !shows || !this.host.abilities.choose) return;
    this.wanted = wanted;
    const teams = outer.filter((each) => each.startsWith('team:'));
    this.choose({ ...shows, of: undefined, ...opening(teams, message.choice) });
  }

  private describe(): void {
    const node = this.selectedNode();
    this.tree.select(node?.id);
    this.changes.mark(node && elementOf(node), node?.states.includes('gone') === true);
    const found = node?.element ? (this.message?.findings[node.element] ?? []) : [];
    const { abilities } = this.host;
    this.details.show(node, found, {
      open: abilities.open ? (each) => this.open(each) : undefined,
      collapse: abilities.choose ? (each) => this.collapse(each) : undefined,
      expand: abilities.choose ? (each) => this.expand(each) : undefined,
      focus: abilities.choose ? (each) => this.choose({ of: each.element }) : undefined,
      close: () => this.select(undefined, 'mark'),
    });
  }

  private collapse({ element }: SceneNode): void {
    if (this.message && element) this.choose(closing(element, this.message.choice));
  }

  private expand({ element }: SceneNode): void {
    if (this.message && element) this.choose(opening([element], this.message.choice));
  }

  private export(format: 'svg' | 'mermaid', to: 'file' | 'clipboard'): void {
    if (!this.message) return;
    const { scene, organization } = this.message;
    const text = format === 'svg' ? toSvg(scene, { theme: 'auto' }) : toMermaid(scene);
    const what = this.message.changes ? 'changes' : scene.lens;
    const name = `${organization.name} ${what}`.replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-').toLowerCase();
    this.host.send({ type: 'export', format, to, name, text });
  }

  private key(event: KeyboardEvent): void {
    if (event.target instanceof Element && event.target.closest('input, select, .menu, .changes')) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const node = this.selectedNode();
    const steps: { readonly [key: string]: Step } = {
      ArrowUp: 'up',
      ArrowDown: 'down',
      ArrowRight: 'next',
      ArrowLeft: 'previous',
    };
    const step = steps[event.key];
    if (step && this.outline) {
      const to = stepFrom(this.outline, this.selected, step);
      if (to) this.select(to, 'pan');
    } else if (event.key === '/') this.search.focus();
    else if (event.key === '0') this.fit();
    else if (event.key === 'Escape') this.select(undefined, 'mark');
    else if (event.key === 'Enter' && node && !(event.target instanceof HTMLButtonElement)) this.open(node);
    else if ((event.key === '+' || event.key === '=') && node?.hidden) this.expand(node);
    else if (event.key === '-' && node?.shape === 'team') this.collapse(node);
    else return;
    event.preventDefault();
  }
}

/** What a card stands for; where it shows what was, the element of before. */
function elementOf({ id, element }: SceneNode): string | undefined {
  return element ?? (id.startsWith('#was:') ? id.slice('#was:'.length) : undefined);
}
