import type { SceneNode } from '@mktorg/chart';
import fuzzysort from 'fuzzysort';
import { fill, make } from '../dom.ts';

interface Entry {
  readonly node: SceneNode;
  readonly text: string;
}

/** A field that finds nodes by title, holder and whatever else stands on them. */
export class Search {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly go: (node: SceneNode) => void;
  private entries: readonly Entry[] = [];
  private found: readonly SceneNode[] = [];
  private at = 0;

  constructor(go: (node: SceneNode) => void) {
    this.go = go;
    this.list = make('div', {
      class: 'search-list',
      attributes: { role: 'listbox', id: 'search-list', hidden: true },
    });
    this.input = make('input', {
      title: 'Search (/)',
      attributes: {
        type: 'search',
        placeholder: 'Search',
        'aria-label': 'Search the chart',
        role: 'combobox',
        'aria-controls': 'search-list',
        'aria-expanded': 'false',
        autocomplete: 'off',
        spellcheck: 'false',
      },
      on: {
        input: () => this.search(),
        keydown: (event) => this.key(event as KeyboardEvent),
        blur: () => this.close(),
      },
    });
    this.element = make('div', { class: 'search' }, this.input, this.list);
  }

  fill(nodes: readonly SceneNode[]): void {
    this.entries = nodes
      .filter((node) => node.element !== undefined)
      .map((node) => ({ node, text: [node.title, ...node.details].join(' · ') }));
  }

  clear(): void {
    this.input.value = '';
    this.close();
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private search(): void {
    const wanted = this.input.value.trim();
    const results = wanted
      ? fuzzysort.go(wanted, this.entries, { key: 'text', limit: 12, threshold: 0.3 })
      : [];
    this.found = results.map((result) => result.obj.node);
    this.at = 0;
    this.render(wanted.length > 0);
  }

  private render(searched: boolean): void {
    const rows = this.found.map((node, index) =>
      make(
        'div',
        {
          class: 'search-row',
          attributes: { role: 'option', id: `search-${index}`, 'aria-selected': String(index === this.at) },
          on: { mousedown: () => this.choose(node) },
        },
        make('strong', {}, node.title),
        make('span', {}, node.details.join(' · ')),
      ),
    );
    fill(
      this.list,
      ...(rows.length > 0
        ? rows
        : searched
          ? [make('div', { class: 'search-none' }, 'Nothing in this chart.')]
          : []),
    );
    this.list.hidden = !searched;
    this.input.setAttribute('aria-expanded', String(searched));
    if (rows.length > 0) this.input.setAttribute('aria-activedescendant', `search-${this.at}`);
    else this.input.removeAttribute('aria-activedescendant');
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.at = (this.at + step + this.found.length) % Math.max(1, this.found.length);
      this.render(true);
      event.preventDefault();
    } else if (event.key === 'Enter') {
      const node = this.found[this.at];
      if (node) this.choose(node);
    } else if (event.key === 'Escape') {
      this.input.value = '';
      this.close();
      this.input.blur();
    }
    event.stopPropagation();
  }

  private choose(node: SceneNode): void {
    this.clear();
    this.input.blur();
    this.go(node);
  }

  private close(): void {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
  }
}
