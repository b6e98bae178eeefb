import type { Scene, SceneNode, ThemeName } from '@mktorg/chart';
import { type Selection, select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { drawScene } from './drawing.ts';
import { cardScale, farScale, Overview } from './overview.ts';

const space = 'http://www.w3.org/2000/svg';

/** From this scale on, everything on a card can be read. */
const readableScale = 0.6;
/** Where the buttons for zooming lie. */
const belowChart = 44;

export interface CanvasEvents {
  readonly select: (node: SceneNode | undefined) => void;
  readonly open: (node: SceneNode) => void;
  /** The sign of what is hidden was clicked. */
  readonly expand: (node: SceneNode) => void;
  /** The chart was moved by its reader, or to what is looked for. */
  readonly moved: () => void;
}

/** How strongly an element is brought into view. */
export type Approach = 'mark' | 'pan' | 'zoom';

/** The drawn chart: pan, zoom, selection. Holds the place of what is looked at when the chart changes. */
export class Canvas {
  readonly element: HTMLElement;
  private readonly svg: SVGSVGElement;
  private readonly layer: SVGGElement;
  private readonly selection: Selection<SVGSVGElement, unknown, null, undefined>;
  private readonly zoom: ZoomBehavior<SVGSVGElement, unknown>;
  private readonly sheet = new CSSStyleSheet();
  private readonly overview = new Overview();
  private transform: ZoomTransform = zoomIdentity;
  private scene: Scene | undefined;
  private nodes = new Map<string, SceneNode>();
  private groups = new Map<string, SVGGElement>();
  private readonly events: CanvasEvents;
  private selected: string | undefined;

  constructor(element: HTMLElement, events: CanvasEvents) {
    this.element = element;
    this.events = events;
    this.svg = document.createElementNS(space, 'svg');
    this.svg.setAttribute('class', 'mktorg-chart canvas-svg');
    this.svg.setAttribute('role', 'graphics-document');
    this.layer = document.createElementNS(space, 'g');
    this.svg.append(this.layer);
    element.append(this.svg, this.overview.element);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
    this.selection = select(this.svg);
    this.zoom = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.02, 4])
      // The wheel pans, as in a document; with Ctrl, ⌘ or a pinch it zooms.
      .filter((event: Event) =>
        event instanceof WheelEvent
          ? event.ctrlKey || event.metaKey
          : !(event instanceof MouseEvent && event.button !== 0),
      )
      .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if (event.sourceEvent) events.moved();
        this.apply(event.transform);
      });
    this.selection.call(this.zoom).on('dblclick.zoom', null);
    this.svg.addEventListener(
      'wheel',
      (event) => {
        this.pan(event);
        events.moved();
      },
      { passive: false },
    );
    this.svg.addEventListener('click', (event) => {
      const node = this.nodeOf(event);
      if (node && isSignOfHidden(event)) events.expand(node);
      else events.select(node);
    });
    this.svg.addEventListener('dblclick', (event) => {
      const node = this.nodeOf(event);
      if (node && !isSignOfHidden(event)) events.open(node);
    });
  }

  /** Draws a scene. Where something stays selected or in the middle of the view, it stays where it is on the screen. */
  draw(scene: Scene, theme: ThemeName): void {
    const first = this.scene === undefined || this.scene.lens !== scene.lens;
    const anchor = first ? undefined : this.anchor();
    this.scene = scene;
    this.nodes = new Map(scene.nodes.map((node) => [node.id, node]));
    const { styles, content } = drawScene(scene, theme);
    this.sheet.replaceSync(styles);
    this.svg.setAttribute('aria-label', `${scene.title}. ${scene.description}`);
    this.layer.replaceChildren(...content);
    this.groups = new Map();
    for (const group of this.layer.querySelectorAll<SVGGElement>('g[data-id]')) {
      const id = group.dataset['id'];
      if (id) this.groups.set(id, group);
    }
    this.overview.draw(scene.nodes);
    const moved = anchor && this.nodes.get(anchor.id);
    if (first || !moved) this.fit();
    else {
      const { k, x, y } = this.transform;
      this.move(zoomIdentity.translate(x + (anchor.x - moved.x) * k, y + (anchor.y - moved.y) * k).scale(k));
    }
    this.show(this.selected, 'mark');
  }

  restyle(theme: ThemeName): void {
    if (this.scene) this.sheet.replaceSync(drawScene(this.scene, theme).styles);
  }

  clear(): void {
    this.scene = undefined;
    this.nodes = new Map();
    this.groups = new Map();
    this.layer.replaceChildren();
    this.overview.draw([]);
  }

  fit(): void {
    const { scene } = this;
    const { clientWidth: width, clientHeight } = this.element;
    const height = clientHeight - belowChart;
    if (!scene || width <= 0 || height <= 0) return;
    const scale = Math.min(width / scene.width, height / scene.height, 1);
    const left = (width - scene.width * scale) / 2;
    const top = Math.max(0, (height - scene.height * scale) / 2);
    // A chart that is much wider than the panel starts nearer to its top, where people begin to read.
    this.move(zoomIdentity.translate(left, Math.min(top, height * 0.2)).scale(scale));
  }

  zoomBy(factor: number): void {
    this.selection.call(this.zoom.scaleBy, factor);
  }

  /** Marks a node, and brings it into view where it is not. */
  show(id: string | undefined, approach: Approach): void {
    if (this.selected !== undefined) this.groups.get(this.selected)?.classList.remove('is-selected');
    this.selected = id;
    const node = id === undefined ? undefined : this.nodes.get(id);
    this.overview.mark(node);
    if (id === undefined) return;
    this.groups.get(id)?.classList.add('is-selected');
    if (node && approach !== 'mark') this.bringIntoView(node, approach === 'zoom');
  }

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  private bringIntoView(node: SceneNode, readable: boolean): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    const { k: now } = this.transform;
    const k = readable && now < readableScale ? 0.8 : now;
    const [x, y] = this.transform.apply([node.x, node.y]);
    const margin = 24;
    const seen =
      x >= margin &&
      y >= margin &&
      x + Math.min(node.width * k, width / 2) <= width - margin &&
      y + Math.min(node.height * k, 60) <= height - margin;
    if (seen && k === now) return;
    const middle = zoomIdentity
      .translate(
        width / 2 - (node.x + Math.min(node.width, width / k) / 2) * k,
        height / 2 - (node.y + Math.min(node.height, 80) / 2) * k,
      )
      .scale(k);
    this.events.moved();
    this.move(middle);
  }

  private nodeOf(event: MouseEvent): SceneNode | undefined {
    const named = this.overview.nodeAt(event.clientX, event.clientY);
    if (named) return named;
    // Where the chart was drawn anew under a pressed button, the event has lost what it was about: the place tells.
    const under = [event.target, document.elementFromPoint(event.clientX, event.clientY)];
    for (const element of under) {
      const group = element instanceof Element ? element.closest<SVGGElement>('g[data-id]') : undefined;
      const node = this.nodes.get(group?.dataset['id'] ?? '');
      if (node) return node;
    }
    return undefined;
  }

  private pan(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    const [dx, dy] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    this.selection.call(
      this.zoom.translateBy,
      (-dx * unit) / this.transform.k,
      (-dy * unit) / this.transform.k,
    );
  }

  /** What holds still when the chart changes: the selected node, or the one nearest to the middle of the view. */
  private anchor(): SceneNode | undefined {
    const selected = this.selected === undefined ? undefined : this.nodes.get(this.selected);
    if (selected) return selected;
    const [x, y] = this.transform.invert([this.element.clientWidth / 2, this.element.clientHeight / 2]);
    let best: SceneNode | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const node of this.nodes.values()) {
      const distance = Math.hypot(node.x + node.width / 2 - x, node.y + node.height / 2 - y);
      if (distance < least) [best, least] = [node, distance];
    }
    return best;
  }

  private move(transform: ZoomTransform): void {
    this.selection.call(this.zoom.transform, transform);
  }

  private apply(transform: ZoomTransform): void {
    this.transform = transform;
    this.layer.setAttribute('transform', transform.toString());
    this.svg.classList.toggle('is-far', transform.k < farScale);
    this.svg.classList.toggle('is-farther', transform.k < cardScale);
    this.overview.move(transform);
  }
}

/** The badge on a closed team that says how much is in it. */
function isSignOfHidden(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('g:has(> .mk-pill-hidden)') !== null;
}
