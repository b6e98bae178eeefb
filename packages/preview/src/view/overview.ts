import type { SceneNode } from '@mktorg/chart';
import type { ZoomTransform } from 'd3-zoom';
import { make } from '../dom.ts';

/** Below this scale the texts of the chart cannot be read. */
export const farScale = 0.4;
/** From this scale on, cards have room for a name as well. */
export const cardScale = 0.28;

/** In pixels. */
const leading = 13;
const narrowest = 38;

/** How much of a box is free for its name, in units of the chart: above what is in it, or to the left of it. */
interface Room {
  readonly above: number;
  readonly left: number;
}

interface Spot {
  readonly node: SceneNode;
  readonly amongAll: Room;
  readonly amongBoxes: Room;
  readonly label: HTMLElement;
}

/** From far away, names lie over the chart in a size that can be read. */
export class Overview {
  readonly element = make('div', { class: 'overview', attributes: { 'aria-hidden': 'true', hidden: true } });
  private readonly marked = make('div', {
    class: 'overview-marked',
    attributes: { dir: 'auto', hidden: true },
  });
  private spots: readonly Spot[] = [];
  private selected: SceneNode | undefined;
  private transform: ZoomTransform | undefined;

  draw(nodes: readonly SceneNode[]): void {
    const amongAll = roomsOf(nodes);
    const amongBoxes = roomsOf(nodes.filter((node) => !isCard(node)));
    this.spots = nodes
      .filter(({ title }) => title !== '')
      .map((node) => ({
        node,
        amongAll: amongAll.get(node.id) ?? whole(node),
        amongBoxes: amongBoxes.get(node.id) ?? whole(node),
        label: make('div', { attributes: { dir: 'auto', hidden: true } }, nameOf(node)),
      }));
    this.element.replaceChildren(...this.spots.map(({ label }) => label), this.marked);
    this.place();
  }

  mark(node: SceneNode | undefined): void {
    this.selected = node;
    this.marked.textContent = node?.title ?? '';
    this.place();
  }

  move(transform: ZoomTransform): void {
    this.transform = transform;
    this.place();
  }

  /** The node whose name is seen at a place of the window. */
  nodeAt(x: number, y: number): SceneNode | undefined {
    if (this.element.hidden) return undefined;
    return this.spots.findLast(({ label }) => {
      if (label.hidden) return false;
      const { left, right, top, bottom } = label.getBoundingClientRect();
      return left <= x && x <= right && top <= y && y <= bottom;
    })?.node;
  }

  private place(): void {
    const { transform, selected } = this;
    const far = transform !== undefined && transform.k < farScale;
    this.element.hidden = !far;
    if (!far) return;
    for (const spot of this.spots) placeName(spot, transform, spot.node === selected);
    this.placeMarked(transform);
  }

  /** What is selected is always named, over its box. */
  private placeMarked(transform: ZoomTransform): void {
    const { marked, selected } = this;
    marked.hidden = selected === undefined;
    if (!selected) return;
    const [x, y] = transform.apply([selected.x + selected.width / 2, selected.y]);
    const { offsetWidth: width, offsetHeight: height } = marked;
    const most = this.element.clientWidth - width;
    marked.style.transform = `translate(${clamp(x - width / 2, most)}px,${Math.max(0, y - height)}px)`;
  }
}

function placeName({ node, amongAll, amongBoxes, label }: Spot, transform: ZoomTransform, selected: boolean) {
  const { k } = transform;
  const { above, left } = k < cardScale ? amongBoxes : amongAll;
  const beside = above * k < leading && left > 0;
  const width = (beside ? left : node.width) * k - 4;
  const lines = Math.min(3, Math.floor(((beside ? node.height : above) * k) / leading));
  label.hidden = selected || width < narrowest || lines < 1 || (isCard(node) && k < cardScale);
  if (label.hidden) return;
  label.style.maxWidth = `${width}px`;
  label.style.setProperty('-webkit-line-clamp', String(lines));
  label.style.transform = `translate(${transform.applyX(node.x) + 2}px,${transform.applyY(node.y) + 2}px)`;
}

/** What a phase does in one of its parts says more than the name of the part, which stands at its row. */
function nameOf({ shape, title, details }: SceneNode): string {
  return shape === 'part' && details.length > 0 ? details.join(' · ') : title;
}

function roomsOf(nodes: readonly SceneNode[]): ReadonlyMap<string, Room> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const rooms = new Map<string, Room>();
  for (const { parent, x, y } of nodes) {
    const around = byId.get(parent ?? '');
    if (!around) continue;
    const { above, left } = rooms.get(around.id) ?? { above: around.height, left: around.width };
    rooms.set(around.id, { above: Math.min(above, y - around.y), left: Math.min(left, x - around.x) });
  }
  return rooms;
}

function whole({ height }: SceneNode): Room {
  return { above: height, left: 0 };
}

function isCard({ shape }: SceneNode): boolean {
  return shape !== 'team' && shape !== 'band' && shape !== 'group' && shape !== 'platform';
}

/** At least 0, and at most `most` where that is more. */
function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
