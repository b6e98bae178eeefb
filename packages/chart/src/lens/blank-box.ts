import type { Shape } from '../scene.ts';
import type { Box } from './diagram.ts';

/** A box that says nothing but its title. */
export function blankBox(id: string, shape: Shape, title: string): Box {
  return {
    id,
    shape,
    tone: 'plain',
    states: [],
    title,
    facts: [],
    tags: [],
    label: title,
    inside: [],
    under: [],
  };
}
