import type { MarkType, SceneEdge, SceneNode } from '../scene.ts';

const radius = 7;
/** From the edge of a node to the ring around it. */
const offset = 2;

/** What goes around a node that is not as it was, and its sign. */
export function drawMark(node: SceneNode): string {
  const { mark, states, x, y, width, height } = node;
  if (!mark) return '';
  const ghost = states.includes('gone') || states.includes('former');
  const ring = ghost
    ? ''
    : `<rect class="mk-ring mk-ring-${mark.type}" x="${x - offset}" y="${y - offset}" width="${width + 2 * offset}" height="${height + 2 * offset}" rx="8.5"/>`;
  return ring + sign(mark.type, x, y);
}

/** The sign of a line that no card tells of: where it starts, off the card. */
export function drawEdgeMark({ mark, kind, stray, points, curve }: SceneEdge): string {
  if (!mark || curve || (kind !== 'dotted' && !stray)) return '';
  const [x = 0, y = 0, nextX = x, nextY = y] = stray ? points.slice(-4).toReversed() : points;
  const [fromX, fromY, toX, toY] = stray ? [y, x, nextY, nextX] : [x, y, nextX, nextY];
  const length = Math.abs(toX - fromX) + Math.abs(toY - fromY);
  const along = Math.min(radius + 6, length / 2);
  return sign(mark.type, fromX + Math.sign(toX - fromX) * along, fromY + Math.sign(toY - fromY) * along);
}

/** A sign in a circle around a point. */
export function sign(type: MarkType, x: number, y: number): string {
  return `<circle class="mk-sign mk-sign-${type}" cx="${x}" cy="${y}" r="${radius}"/><path class="mk-sign-glyph" d="M${x} ${y}${strokes[type]}"/>`;
}

/** From the middle of the circle. */
const strokes: { readonly [type in MarkType]: string } = {
  added: 'm-3.5 0h7m-3.5 -3.5v7',
  removed: 'm-3.5 0h7',
  moved: 'm-3.7 0h7m-2.8 -2.8l2.8 2.8l-2.8 2.8',
  changed: 'm-3.8 1c1.3 -2.7 2.6 -2.7 3.8 -1s2.5 1.7 3.8 -1',
};
