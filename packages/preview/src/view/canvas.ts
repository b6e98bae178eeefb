import { type Scene, type SceneNode, type ThemeName, toSvg } from '@mktorg/chart';
import { type Selection, select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';

const space = 'http://www.w3.org/2000/svg';

export interface CanvasEvents {
  readonly select: (node: SceneNode | undefined) => void;
  readonly open: (node: SceneNode) => void;
}

/** The drawn chart: pan, zoom, selection. Holds the place of what is looked at when the chart changes. */
export class Canvas {
  readonly element: HTMLElement;
  private readonly svg: SVGSVGElement;
  private readonly layer: SVGGElement;
  private readonly selection: Selection<SVGSVGElement, unknown, null, undefined>;
  private readonly zoom: ZoomBehavior<SVGSVGElement, unknown>;
  private readonly sheet = new CSSStyleSheet();
  private transform: ZoomTransform = zoomIdentity;
  private scene: Scene | undefined;
  private nodes = new Map<string, SceneNode>();
  private groups = new Map<string, SVGGElement>();
  private selected: string | undefined;

  constructor(element: HTMLElement, events: CanvasEvents) {
    this.element = element;
    this.svg = document.createElementNS(space, 'svg');
    this.svg.setAttribute('class', 'mktorg-chart canvas-svg');
    this.svg.setAttribute('role', 'graphics-document');
    this.layer = document.createElementNS(space, 'g');
    this.svg.append(this.layer);
    element.append(this.svg);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
    this.selection = select(this.svg);
    this.zoom = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.04, 4])
      // The wheel pans, as in a document; with Ctrl, ⌘ or a pinch it zooms.
      .filter((event: Event) =>
        event instanceof WheelEvent
          ? event.ctrlKey || event.metaKey
          : !(event instanceof MouseEvent && event.button !== 0),
      )
      .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => this.apply(event.transform));
    this.selection.call(this.zoom).on('dblclick.zoom', null);
    this.svg.addEventListener('wheel', (event) => this.pan(event), { passive: false });
    this.svg.addEventListener('click', (event) => events.select(this.nodeOf(event)));
    this.svg.addEventListener('dblclick', (event) => {
      const node = this.nodeOf(event);
      if (node) events.open(node);
    });
  }

  /** Draws a scene. Where something stays selected or in the middle of the view, it stays where it is on the screen. */
  draw(scene: Scene, theme: ThemeName): void {
    const first = this.scene === undefined || this.scene.lens !== scene.lens;
    const anchor = first ? undefined : this.anchor();
    this.scene = scene;
    this.nodes = new Map(scene.nodes.map((node) => [node.id, node]));
    this.restyle(scene, theme);
    const moved = anchor && this.nodes.get(anchor.id);
    if (first || !moved) this.fit();
    else {
      const { k, x, y } = this.transform;
      this.move(zoomIdentity.translate(x + (anchor.x - moved.x) * k, y + (anchor.y - moved.y) * k).scale(k));
    }
    this.mark(this.selected);
  }

  restyle(scene: Scene, theme: ThemeName): void {
    // Styles go through the style sheet: a strict policy lets no markup bring its own. Texts of a model are escaped,
    // so the only `<style>` is the chart's.
    const styles: string[] = [];
    const markup = toSvg(scene, { theme }).replace(/<style>([\s\S]*?)<\/style>/g, (_, style: string) => {
      styles.push(style);
      return '';
    });
    const drawn = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
    this.sheet.replaceSync(styles.join('\n'));
    this.svg.setAttribute('aria-label', `${scene.title}. ${scene.description}`);
    this.layer.replaceChildren(...[...drawn.childNodes].map((node) => document.adoptNode(node)));
    this.groups = new Map();
    for (const group of this.layer.querySelectorAll<SVGGElement>('g[data-id]')) {
      const id = group.dataset['id'];
      if (id) this.groups.set(id, group);
    }
    this.mark(this.selected);
  }

  fit(): void {
    const { scene } = this;
    const { clientWidth, clientHeight } = this.element;
    if (!scene || clientWidth === 0 || clientHeight === 0) return;
    const scale = Math.min(clientWidth / scene.width, clientHeight / scene.height, 1);
    const left = (clientWidth - scene.width * scale) / 2;
    this.move(
      zoomIdentity.translate(left, Math.max(0, (clientHeight - scene.height * scale) / 2)).scale(scale),
    );
  }

  zoomBy(factor: number): void {
    this.selection.call(this.zoom.scaleBy, factor);
  }

  /** Marks a node, and brings it into view where it is not. */
  show(id: string | undefined): void {
    this.mark(id);
    const node = id === undefined ? undefined : this.nodes.get(id);
    if (!node) return;
    const { clientWidth: width, clientHeight: height } = this.element;
    let { k } = this.transform;
    const [x, y] = this.transform.apply([node.x, node.y]);
    const margin = 24;
    const seen =
      x >= margin &&
      y >= margin &&
      x + Math.min(node.width * k, width / 2) <= width - margin &&
      y + Math.min(node.height * k, 60) <= height - margin;
    const readable = k >= 0.45;
    if (seen && readable) return;
    k = Math.max(k, 0.7);
    const middle = zoomIdentity
      .translate(
        width / 2 - (node.x + Math.min(node.width, width / k) / 2) * k,
        height / 2 - (node.y + Math.min(node.height, 80) / 2) * k,
      )
      .scale(k);
    this.move(middle);
  }

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  mark(id: string | undefined): void {
    if (this.selected !== undefined) this.groups.get(this.selected)?.classList.remove('is-selected');
    this.selected = id;
    if (id === undefined) return;
    this.groups.get(id)?.classList.add('is-selected');
  }

  private nodeOf(event: Event): SceneNode | undefined {
    const group =
      event.target instanceof Element ? event.target.closest<SVGGElement>('g[data-id]') : undefined;
    return this.nodes.get(group?.dataset['id'] ?? '');
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
  }
}
