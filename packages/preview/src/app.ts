import { type SceneNode, toMermaid, toSvg, withFindings } from '@mktorg/chart';
import { make } from './dom.ts';
import { countsOf } from './findings.ts';
import type { Host } from './hosts/host.ts';
import type {
  ChartChoice,
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
import { type Outline, outlineOf, type Step, stepFrom } from './view/outline.ts';
import { Phases } from './view/phases.ts';
import { Search } from './view/search.ts';
import { Toolbar } from './view/toolbar.ts';
import { AccessibleTree } from './view/tree.ts';
import { ZoomButtons } from './view/zoom-buttons.ts';

/** How long text is broken before that is said, in milliseconds. */
const broken = 700;

/** How long a reader waits before that is said, in milliseconds. */
const patience = 400;

type Change = { readonly [key in keyof ChartChoice]?: ChartChoice[key] | undefined };

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
  private readonly notice = make('div', { class: 'notice', attributes: { role: 'status', hidden: true } });
  private readonly nothing = make('div', { class: 'nothing', attributes: { role: 'status', hidden: true } });
  private message: ChartMessage | undefined;
  private outline: Outline | undefined;
  private selected: string | undefined;
  /** An element to show that is not drawn yet, because it stands in a collapsed team. */
  private wanted: RevealMessage | undefined;
  /** Until the reader moves the chart, it keeps filling its panel. */
  private untouched = true;
  private saying: ReturnType<typeof setTimeout> | undefined;

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
    this.phases = new Phases((compare) =>
      this.choose(compare ? { compare, lens: 'reporting' } : { compare: undefined }),
    );
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
    stage.append(this.nothing, this.notice, zoom.element, this.details.element);
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
    this.wait(host.waiting);
    await host.start((received) => this.receive(received));
    this.wait('The chart is being drawn…');
    host.send(host.kept ? { type: 'ready', choice: host.kept } : { type: 'ready' });
  }

  private receive(message: HostMessage): void {
    switch (message.type) {
      case 'chart':
        this.draw(message);
        break;
      case 'nothing':
        this.sayNothing(message.reason);
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
    this.nothing.hidden = true;
    this.host.keep(message.choice, message.organization.root);
    this.outline = outlineOf(message.scene);
    this.search.fill(message.scene.nodes);
    this.toolbar.draw(message);
    this.phases.draw(message);
    this.changes.draw(message.changes);
    this.tree.draw(this.outline);
    this.canvas.draw(withFindings(message.scene, countsOf(message.findings)), currentTheme());
    if (this.untouched && this.selected === undefined) this.canvas.fit();
    this.sayStale(message.stale);
    if (message.uncompared !== undefined) this.say(message.uncompared);
    document.title = message.organization.name;
    this.heading.textContent = message.scene.title;
    const { wanted } = this;
    if (wanted && this.canvas.has(wanted.element)) {
      this.wanted = undefined;
      this.reveal(wanted);
    } else this.select(this.selectedNode(), 'mark');
  }

  /** Without a chart to keep, the reason stands in its place. */
  private sayNothing(reason: string): void {
    clearTimeout(this.saying);
    if (this.message) {
      this.say(reason);
      return;
    }
    this.nothing.textContent = reason;
    this.nothing.hidden = false;
  }

  private wait(text: string): void {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => this.sayNothing(text), patience);
  }

  private say(text: string | undefined): void {
    clearTimeout(this.saying);
    this.notice.hidden = text === undefined;
    this.notice.textContent = text ?? '';
  }

  /** Text is broken at every second key of somebody who types, so that is said only where it stays. */
  private sayStale(reason: string | undefined): void {
    const show = (): void => {
      this.say(reason);
      this.canvas.element.classList.toggle('is-stale', reason !== undefined);
    };
    clearTimeout(this.saying);
    if (reason === undefined || !this.notice.hidden) show();
    else this.saying = setTimeout(show, broken);
  }

  private choose(change: Change): void {
    if (!this.message || !this.host.abilities.choose) {
      if (this.message && change.lens)
        this.host.send({ type: 'choose', choice: { ...this.message.choice, lens: change.lens } });
      return;
    }
    this.host.send({ type: 'choose', choice: changed(this.message.choice, change) });
  }

  private click(node: SceneNode | undefined): void {
    this.wanted = undefined;
    this.select(node, 'mark');
    this.tree.element.focus({ preventScroll: true });
    if (node?.element && this.host.abilities.open)
      this.host.send({ type: 'select', element: node.element, ...this.sourceOf(node) });
  }

  private open(node: SceneNode): void {
    if (node.element && this.host.abilities.open)
      this.host.send({ type: 'open', element: node.element, ...this.sourceOf(node) });
  }

  /** In a comparison a card may stand for what is only in the text of before, or in a plan. */
  private sourceOf({ source, states }: SceneNode): { readonly at?: ComparedSource } {
    if (!this.message?.changes || !source) return {};
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
    else this.reveal({ type: 'reveal', element: drawn, outer: outerOf(id), asked: !gone });
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
    // A comparison is not left to show something that it does not draw.
    const leaves = message?.changes !== undefined && shows?.lens !== 'reporting';
    if (!asked || leaves || !shows || !this.host.abilities.choose) return;
    this.wanted = wanted;
    const teams = outer.filter((each) => each.startsWith('team:'));
    this.choose({
      ...shows,
      of: undefined,
      expanded: [...new Set([...message.choice.expanded, ...teams])],
      collapsed: message.choice.collapsed.filter((each) => !teams.includes(each)),
    });
  }

  private describe(): void {
    const node = this.selectedNode();
    this.tree.select(node?.id);
    this.changes.mark(node?.element, node?.states.includes('gone') === true);
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

  private collapse(node: SceneNode): void {
    const { choice } = this.message ?? {};
    if (!choice || !node.element) return;
    const id = node.element;
    this.choose({
      collapsed: [...choice.collapsed, id],
      expanded: choice.expanded.filter((each) => each !== id),
    });
  }

  private expand(node: SceneNode): void {
    const { choice } = this.message ?? {};
    if (!choice || !node.element) return;
    const id = node.element;
    this.choose({
      expanded: [...choice.expanded, id],
      collapsed: choice.collapsed.filter((each) => each !== id),
    });
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

/** What has to be chosen for an element to be drawn; undefined where no chart draws its kind. */
function showing(element: string, { show }: ChartChoice): Change | undefined {
  const lens = 'reporting';
  switch (element.slice(0, element.indexOf(':'))) {
    case 'team':
    case 'role':
      return { lens };
    case 'external':
      return { lens, show: { ...show, externals: true } };
    case 'partner':
      return { lens, show: { ...show, partners: true } };
    case 'committee':
    case 'initiative':
      return { lens, show: { ...show, governance: true } };
    case 'platform':
      return { lens: 'stack' };
    case 'plan':
    case 'phase':
    case 'barrier':
    case 'stakeholder':
      return { lens: 'plan' };
    default:
      return undefined;
  }
}

/** What a change names as undefined is taken back. */
function changed(choice: ChartChoice, change: Change): ChartChoice {
  const { root, of, depth, compare, focus } = { ...choice, ...change };
  return {
    lens: change.lens ?? choice.lens,
    collapsed: change.collapsed ?? choice.collapsed,
    expanded: change.expanded ?? choice.expanded,
    show: change.show ?? choice.show,
    ...(root !== undefined && { root }),
    ...(of !== undefined && { of }),
    ...(depth !== undefined && { depth }),
    ...(compare !== undefined && { compare }),
    ...(focus && { focus }),
  };
}

/** Ids of what is around an element, from the inside out, as far as names tell: a team in a team has both names. */
function outerOf(id: string): readonly string[] {
  const names = id.slice(id.indexOf(':') + 1).split('.');
  return names.slice(1).map((_, inner) => `team:${names.slice(0, names.length - 1 - inner).join('.')}`);
}
