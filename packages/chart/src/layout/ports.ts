import type { Box } from '../lens/diagram.ts';
import type { Rect } from './rect.ts';
import type { Port } from './route-grid.ts';

/** Where lines may touch a box: away from the places where solid lines do. */
export function portsOf(box: Box, at: Rect): readonly Port[] {
  const open = box.inside.length > 0;
  const side = open ? 30 : Math.round(at.height * 0.72);
  const across = Math.round(at.width * 0.72);
  return [
    { x: at.x + at.width, y: at.y + (open ? 18 : Math.round(at.height / 2)), side: 'right' },
    { x: at.x, y: at.y + side, side: 'left' },
    { x: at.x + across, y: at.y, side: 'top' },
    { x: at.x + across, y: at.y + at.height, side: 'bottom' },
  ];
}
