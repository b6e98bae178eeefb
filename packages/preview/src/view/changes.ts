import { button, fill, focused, make } from '../dom.ts';
import type { ChartMessage, ComparedChanges, ComparedTarget } from '../protocol.ts';
import { changeList, type MakeLink } from './change-list.ts';
import { headlineOf } from './headline.ts';

export interface ChangesActions {
  /** Shows an element in the chart, and its line where there is a source to go to. */
  readonly go: (target: ComparedTarget) => void;
  /** Takes the comparison back; absent where there is nothing but the comparison. */
  readonly stop: (() => void) | undefined;
}

/** What is different, beside the chart. */
export class Changes {
  readonly element = make('aside', {
    class: 'changes',
    attributes: { 'aria-label': 'Changes', hidden: true },
  });
  private readonly actions: ChangesActions;
  private shown: string | undefined;
  /** What is selected in the chart. */
  private marked: string | undefined;
  /** What leads to which element. */
  private links: { readonly link: HTMLElement; readonly targets: readonly ComparedTarget[] }[] = [];
  /** Where entries lead, by element. */
  private targets: ReadonlyMap<string, ComparedTarget> = new Map();

  constructor(actions: ChangesActions) {
    this.actions = actions;
    this.element.addEventListener('keydown', (event) => this.key(event));
    this.element.addEventListener('focusin', ({ target }) => this.enterAt(target));
  }

  /** Without a comparison the list is hidden. What is focused or scrolled to stays so while somebody types. */
  draw({ changes, scene }: Pick<ChartMessage, 'changes' | 'scene'>): void {
    const unmarked = changes && !scene.difference ? unmarkedText : undefined;
    const shown = JSON.stringify([changes, unmarked]);
    if (changes !== undefined && shown === this.shown) return;
    this.shown = shown;
    this.element.hidden = changes === undefined;
    const at = this.stops().indexOf(focused());
    const { scrollTop } = this.element;
    this.links = [];
    this.targets = targetsIn(changes);
    if (!changes) {
      fill(this.element);
      return;
    }
    const link: MakeLink = (content, target, targets) => this.link(content, target, targets);
    fill(
      this.element,
      this.head(changes),
      unmarked !== undefined && make('p', { class: 'unmarked' }, unmarked),
      ...changeList(changes, link),
    );
    this.element.scrollTop = scrollTop;
    this.enterAt(this.element.querySelector(stops));
    if (at >= 0) this.focus(Math.min(at, this.stops().length - 1));
  }

  /** Marks the entries of what is selected in the chart, and brings the first into view. */
  mark(id: string | undefined, gone: boolean): void {
    let first: HTMLElement | undefined;
    for (const { link, targets } of this.links) {
      const same = targets.some((target) => target.id === id && target.gone === gone);
      if (same) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      if (same) first ??= link;
    }
    // Whoever scrolls elsewhere meanwhile stays there.
    const other = this.marked !== id;
    this.marked = id;
    if (first && other && document.activeElement !== first) first.scrollIntoView({ block: 'nearest' });
  }

  /** Where the entry of an element leads. */
  find(id: string, gone: boolean): ComparedTarget | undefined {
    return this.targets.get(keyOf({ id, gone }));
  }

  private head(changes: ComparedChanges): HTMLElement {
    const { from, to, totals: shifted, findings } = changes;
    const totals = findings.before === findings.after ? shifted : [...shifted, inAll(findings)];
    return make(
      'header',
      {},
      make('h2', { attributes: { dir: 'auto' } }, from, ' → ', to),
      this.actions.stop !== undefined &&
        button('×', 'Stop comparing', this.actions.stop, { class: 'quiet', 'aria-label': 'Stop comparing' }),
      headlineOf(changes),
      totals.length > 0 &&
        make(
          'dl',
          { class: 'totals' },
          ...totals.map(({ label, before, after, difference }) =>
            make(
              'div',
              {},
              make('dt', {}, label),
              make('dd', {}, `${before} → ${after}`),
              difference !== '' && make('dd', { class: 'difference' }, difference),
            ),
          ),
        ),
    );
  }

  private link(
    content: readonly (Node | string)[],
    target: ComparedTarget,
    targets: readonly ComparedTarget[],
  ): HTMLElement {
    const link = make(
      'button',
      {
        class: 'row',
        attributes: { type: 'button', dir: 'auto' },
        on: { click: () => this.actions.go(target) },
      },
      ...content,
    );
    this.links.push({ link, targets });
    return link;
  }

  /** The Tab key comes to one entry, where somebody was last; arrows walk the others. */
  private enterAt(stop: EventTarget | null): void {
    if (!(stop instanceof HTMLElement) || !stop.matches(stops)) return;
    for (const each of this.element.querySelectorAll<HTMLElement>(stops)) each.tabIndex = -1;
    stop.tabIndex = 0;
  }

  /** What the keys walk. */
  private stops(): readonly (Element | undefined)[] {
    return [...this.element.querySelectorAll<HTMLElement>(stops)].filter((stop) => stop.checkVisibility());
  }

  private focus(index: number): void {
    const stop = this.stops()[index];
    if (stop instanceof HTMLElement) stop.focus();
  }

  private key(event: KeyboardEvent): void {
    const all = this.stops();
    const at = all.indexOf(focused());
    const steps: { readonly [key: string]: number } = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined || at < 0) return;
    this.focus(Math.max(0, Math.min(to, all.length - 1)));
    event.preventDefault();
  }
}

const stops = 'button.row, summary';
const unmarkedText = 'This chart marks no differences. They are in this list, and in the other charts.';

function keyOf({ id, gone }: Pick<ComparedTarget, 'id' | 'gone'>): string {
  return gone ? `-${id}` : id;
}

function targetsIn(changes: ComparedChanges | undefined): ReadonlyMap<string, ComparedTarget> {
  const targets = changes?.tiers.flatMap(({ rows }) => rows.flatMap((row) => row.targets)) ?? [];
  return new Map(targets.map((target) => [keyOf(target), target]));
}

function inAll({ before, after }: ComparedChanges['findings']): ComparedChanges['totals'][number] {
  const number = (value: number): string => value.toLocaleString('en');
  const sign = after < before ? '−' : '+';
  const difference = `${sign}${number(Math.abs(after - before))}`;
  return { label: 'Findings', before: number(before), after: number(after), difference };
}
