import type { SceneNode } from '@mktorg/chart';
import { fill, make } from '../dom.ts';
import type { Outline } from './outline.ts';

/** The chart for those who cannot see it: the same nodes as a tree, beside the picture and in step with it. */
export class AccessibleTree {
  readonly element: HTMLElement;
  private items = new Map<string, HTMLElement>();

  constructor() {
    this.element = make('div', {
      class: 'tree',
      attributes: { role: 'tree', tabindex: '0', 'aria-label': 'Organization chart' },
    });
  }

  draw(outline: Outline): void {
    this.items = new Map();
    let count = 0;
    const item = (node: SceneNode, level: number): HTMLElement => {
      const children = outline.children.get(node.id) ?? [];
      const element = make(
        'div',
        {
          attributes: {
            role: 'treeitem',
            id: `tree-${count++}`,
            'aria-level': String(level),
            'aria-label': node.label,
            'aria-selected': 'false',
            'aria-expanded': children.length > 0 ? 'true' : node.hidden ? 'false' : undefined,
          },
        },
        children.length > 0 &&
          make('div', { attributes: { role: 'group' } }, ...children.map((child) => item(child, level + 1))),
      );
      this.items.set(node.id, element);
      return element;
    };
    fill(this.element, ...outline.roots.map((root) => item(root, 1)));
  }

  select(id: string | undefined): void {
    for (const element of this.element.querySelectorAll('[aria-selected="true"]'))
      element.setAttribute('aria-selected', 'false');
    const element = id === undefined ? undefined : this.items.get(id);
    element?.setAttribute('aria-selected', 'true');
    if (element) this.element.setAttribute('aria-activedescendant', element.id);
    else this.element.removeAttribute('aria-activedescendant');
  }
}
