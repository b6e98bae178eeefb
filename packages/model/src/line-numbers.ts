import type { ElementId } from './elements.ts';
import { pathOf } from './namesakes.ts';

/** How many dotted lines between the same ends stand in a document, and in those before it. */
export interface LineCount {
  readonly here: number;
  readonly before: number;
}

/** Gives dotted lines their paths, and those between the same ends their numbers. */
export class LineNumbers {
  readonly counts = new Map<string, LineCount>();
  readonly #before: (path: string) => number;

  constructor(before: (path: string) => number) {
    this.#before = before;
  }

  path(from: ElementId, to: ElementId): string {
    const path = `${pathOf(from)}..>${pathOf(to)}`;
    const { before, here } = this.counts.get(path) ?? { before: this.#before(path), here: 0 };
    this.counts.set(path, { before, here: here + 1 });
    return numbered(path, before + here + 1);
  }
}

/** The path of the first, second … dotted line between the same ends. */
export function numbered(path: string, number: number): string {
  return number === 1 ? path : `${path}#${number}`;
}
