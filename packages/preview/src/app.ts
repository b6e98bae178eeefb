import { type SceneNode, toMermaid, toSvg } from '@mktorg/chart';
import { make } from './dom.ts';
import type { Host } from './hosts/host.ts';
import type { ChartChoice, ChartMessage, HostMessage } from './protocol.ts';
import { currentTheme, onThemeChange } from './theme.ts';
import { Canvas } from './view/canvas.ts';
import { Details } from './view/details.ts';
import { type Outline, outlineOf, type Step, stepFrom } from './view/outline.ts';
import { Search } from './view/search.ts';
import { Toolbar } from './view/toolbar.ts';
import { AccessibleTree } from './view/tree.ts';

type Change = { readonly [key in keyof ChartChoice]?: ChartChoice[key] | undefined };

/** The preview: what the host sends is drawn, what the reader does is answered here or sent to the host. */
export class App {
  private readonly host: Host;
  private readonly canvas: Canvas;
  private readonly toolbar: Toolbar;
  private readonly search: Search;
  private readonly details = new Details();
  private readonly tree = new AccessibleTree();
  private readonly notice = make('div', { class: 'notice', attributes: { role: 'status', hidden: true } });
  private message: ChartMessage | undefined;
  private outline: Outline | undefined;
  private selected: string | undefined;
  /** An element to show that is not drawn yet, because it stands in a collapsed team. */
  private wanted: string | undefined;

  constructor(root: HTMLElement, host: Host) {
    this.host = host;
    this.search = new Search((node) => this.select(node, true));
    this.toolbar = new Toolbar(host.abilities, this.search.element, {
      choose: (change) => this.choose(change),
      zoom: (factor) => this.canvas.zoomBy(factor),
      fit: () => this.canvas.fit(),
      export: (format, to) => this.export(format, to),
    });
    const stage = make('div', { class: 'stage' });
    this.canvas = new Canvas(stage, {
      select: (node) => this.click(node),
      open: (node) => this.open(node),
    });
    root.append(this.toolbar.element, this.notice, stage, this.details.element, this.tree.element);
    document.addEventListener('keydown', (event) => this.key(event));
    onThemeChange(() => {
      if (this.message) this.canvas.restyle(this.message.scene, currentTheme());
    });
    new ResizeObserver(() => {
      if (this.untouched) this.canvas.fit();
    }).observe(stage);
    stage.addEventListener('pointerdown', () => this.touch());
    stage.addEventListener('wheel', () => this.touch(), { passive: true });
    host.start((received) => this.receive(received));
    host.send(host.kept ? { type: 'ready', choice: host.kept } : { type: 'ready' });
  }

  /** Until the reader moves the chart, it keeps filling its panel. */
  private untouched = true;

  private touch(): void {
    this.untouched = false;
  }

  private receive(message: HostMessage): void {
    switch (message.type) {
      case 'chart':
        this.draw(message);
        break;
      case 'nothing':
        this.say(message.reason);
        break;
      case 'reveal':
        this.reveal(message.element);
        break;
      case 'command':
        if (message.command === 'fit') this.canvas.fit();
        else if (message.command === 'search') this.search.focus();
        else if (message.command === 'save-svg') this.export('svg', 'file');
        else this.export('mermaid', 'clipboard');
        break;
    }
  }

  private draw(message: ChartMessage): void {
    this.message = message;
    this.host.keep(message.choice);
    this.outline = outlineOf(message.scene);
    this.search.fill(message.scene.nodes);
    this.toolbar.draw(message);
    this.tree.draw(this.outline);
    this.canvas.draw(message.scene, currentTheme());
    this.say(message.stale);
    document.title = message.organization.name;
    if (this.wanted !== undefined && this.canvas.has(this.wanted)) {
      this.selected = this.wanted;
      this.wanted = undefined;
      this.canvas.show(this.selected);
    }
    this.describe();
  }

  private say(text: string | undefined): void {
    this.notice.hidden = text === undefined;
    this.notice.textContent = text ?? '';
  }

  private choose(change: Change): void {
    if (!this.message || !this.host.abilities.choose) {
      if (this.message && change.lens)
        this.host.send({ type: 'choose', choice: { ...this.message.choice, lens: change.lens } });
      return;
    }
    const merged = { ...this.message.choice, ...change };
    const choice = Object.fromEntries(
      Object.entries(merged).filter(([, value]) => value !== undefined),
    ) as unknown as ChartChoice;
    if (change.lens && change.lens !== this.message.choice.lens) this.untouched = true;
    this.host.send({ type: 'choose', choice });
  }

  private click(node: SceneNode | undefined): void {
    this.select(node, false);
    this.tree.element.focus({ preventScroll: true });
    if (node?.element && this.host.abilities.open) this.host.send({ type: 'select', element: node.element });
  }

  private open(node: SceneNode): void {
    if (node.element && this.host.abilities.open) this.host.send({ type: 'open', element: node.element });
  }

  private select(node: SceneNode | undefined, show: boolean): void {
    this.selected = node?.id;
    if (show) {
      this.touch();
      this.canvas.show(node?.id);
    } else this.canvas.mark(node?.id);
    this.describe();
  }

  /** Brings an element into view; where its team is collapsed, the team around it is marked instead. */
  private reveal(element: string): void {
    if (this.canvas.has(element)) {
      this.select(this.outline?.byId.get(element), true);
      return;
    }
    this.wanted = element;
    const path = element.slice(element.indexOf(':') + 1);
    const around = this.message?.scene.nodes
      .filter(
        (node) =>
          node.shape === 'team' &&
          node.element &&
          path.startsWith(`${node.element.slice(node.element.indexOf(':') + 1)}.`),
      )
      .at(-1);
    if (around) this.select(around, true);
  }

  private describe(): void {
    const node = this.selected === undefined ? undefined : this.outline?.byId.get(this.selected);
    this.tree.select(node?.id);
    const found = node?.element ? (this.message?.findings[node.element] ?? []) : [];
    const { abilities } = this.host;
    this.details.show(node, found, {
      open: abilities.open ? (each) => this.open(each) : undefined,
      collapse: abilities.choose ? (each) => this.collapse(each) : undefined,
      expand: abilities.choose ? (each) => this.expand(each) : undefined,
      focus: abilities.choose ? (each) => this.choose({ of: each.element }) : undefined,
      close: () => this.select(undefined, false),
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
    const name = `${organization.name} ${scene.lens}`.replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-').toLowerCase();
    this.host.send({ type: 'export', format, to, name, text });
  }

  private key(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const node = this.selected === undefined ? undefined : this.outline?.byId.get(this.selected);
    const steps: { readonly [key: string]: Step } = {
      ArrowUp: 'up',
      ArrowDown: 'down',
      ArrowRight: 'next',
      ArrowLeft: 'previous',
    };
    const step = steps[event.key];
    if (step && this.outline) {
      const to = stepFrom(this.outline, this.selected, step);
      if (to) this.select(to, true);
    } else if (event.key === '/') this.search.focus();
    else if (event.key === '0') this.canvas.fit();
    else if (event.key === 'Escape') this.select(undefined, false);
    else if (event.key === 'Enter' && node && !(event.target instanceof HTMLButtonElement)) this.open(node);
    else if ((event.key === '+' || event.key === '=') && node?.hidden) this.expand(node);
    else if (event.key === '-' && node?.shape === 'team') this.collapse(node);
    else return;
    event.preventDefault();
  }
}
