import { button, fill, make } from '../dom.ts';
import type {
  ComparedChanges,
  ComparedFinding,
  ComparedPhrase,
  ComparedRow,
  ComparedTarget,
} from '../protocol.ts';

export interface ChangesActions {
  /** Shows an element in the chart, and its line where there is a source to go to. */
  readonly go: (target: ComparedTarget) => void;
  /** Takes the comparison back. */
  /** Absent where there is nothing but the comparison. */
  readonly stop: (() => void) | undefined;
}

const titles = {
  structural: 'Structure',
  commitment: 'Commitments',
  descriptive: 'Titles and wording',
} as const;

const words = { '+': 'added', '−': 'removed', '→': 'moved', '~': 'changed' } as const;

/** What is different, beside the chart: entries by tier, what follows from them, and findings. */
export class Changes {
  readonly element = make('aside', {
    class: 'changes',
    attributes: { 'aria-label': 'Changes', hidden: true },
  });
  private readonly actions: ChangesActions;
  private shown: ComparedChanges | undefined;
  /** What is selected in the chart. */
  private marked: string | undefined;
  /** What leads to which element. */
  private links: { readonly link: HTMLElement; readonly targets: readonly ComparedTarget[] }[] = [];

  constructor(actions: ChangesActions) {
    this.actions = actions;
    this.element.addEventListener('keydown', (event) => this.key(event));
  }

  /** An undefined comparison hides the list. What is focused or scrolled to stays so while somebody types. */
  draw(changes: ComparedChanges | undefined): void {
    if (changes !== undefined && JSON.stringify(changes) === JSON.stringify(this.shown)) return;
    this.shown = changes;
    this.element.hidden = changes === undefined;
    const at = this.stops().indexOf(document.activeElement);
    const { scrollTop } = this.element;
    this.links = [];
    if (!changes) {
      fill(this.element);
      return;
    }
    fill(this.element, this.head(changes), ...this.body(changes));
    this.element.scrollTop = scrollTop;
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

  private head({ from, to, totals: shifted, findings }: ComparedChanges): HTMLElement {
    const totals = findings.before === findings.after ? shifted : [...shifted, inAll(findings)];
    return make(
      'header',
      {},
      make('h2', { attributes: { dir: 'auto' } }, from, ' → ', to),
      this.actions.stop !== undefined &&
        button('×', 'Stop comparing', this.actions.stop, { class: 'quiet', 'aria-label': 'Stop comparing' }),
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

  private body({ tiers, effects, findings, unread }: ComparedChanges): readonly HTMLElement[] {
    const nothing = tiers.length === 0 && findings.new.length + findings.fixed.length === 0;
    return [
      ...unread.map(({ message, at }) =>
        make(
          'p',
          { class: 'unread', attributes: { dir: 'auto' } },
          `Not compared: ${fileName(at.uri)}, line ${at.line} ${at.side === 'before' ? 'before' : 'now'}. ${message}`,
        ),
      ),
      ...(nothing && unread.length === 0 ? [make('p', { class: 'same' }, 'Nothing is different.')] : []),
      ...tiers.map(({ tier, rows, more }) =>
        section(
          titles[tier],
          rows.length + more,
          make('ul', { class: 'rows' }, ...rows.map((row) => this.row(row))),
          more > 0 && make('p', { class: 'quiet' }, `and ${more.toLocaleString('en')} more`),
        ),
      ),
      ...(effects.length === 0
        ? []
        : [
            section(
              'What follows',
              undefined,
              ...effects.map(({ title, lines }) =>
                make(
                  'div',
                  { class: 'effect' },
                  make('h4', {}, title),
                  make('ul', {}, ...lines.map((line) => make('li', text, ...said(line)))),
                ),
              ),
            ),
          ]),
      ...this.findings(findings),
    ];
  }

  private row({ glyph, phrase, details, targets }: ComparedRow): HTMLElement {
    const [first, ...others] = targets;
    const content = [
      make('span', { class: `glyph glyph-${words[glyph]}`, attributes: { 'aria-hidden': 'true' } }, glyph),
      make('span', { class: 'words', attributes: { dir: 'auto' } }, unseen(words[glyph]), ...said(phrase)),
    ];
    return make(
      'li',
      {},
      first
        ? this.link(content, first, others.length === 0 ? targets : [])
        : make('div', { class: 'row' }, ...content),
      others.length > 0 &&
        make(
          'details',
          { class: 'each' },
          make('summary', {}, `Each of the ${targets.length}`),
          make(
            'ul',
            {},
            ...targets.map((target) => make('li', {}, this.link([target.name], target, [target]))),
          ),
        ),
      details.length > 0 &&
        make('ul', { class: 'details-of' }, ...details.map((line) => make('li', text, ...said(line)))),
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

  private findings({ new: fresh, fixed }: ComparedChanges['findings']): readonly HTMLElement[] {
    if (fresh.length + fixed.length === 0) return [];
    const list = (title: string, findings: readonly ComparedFinding[], gone: boolean): HTMLElement | false =>
      findings.length > 0 &&
      make(
        'div',
        { class: 'effect' },
        make('h4', {}, title, count(findings.length)),
        make(
          'ul',
          { class: 'rows' },
          ...findings.map((finding) => make('li', {}, this.finding(finding, gone))),
        ),
      );
    return [section('Findings', undefined, list('New', fresh, false), list('Fixed', fixed, true))];
  }

  private finding({ rule, severity, message, element, at }: ComparedFinding, fixed: boolean): HTMLElement {
    const content = [
      make(
        'span',
        { class: `sign sign-${severity}`, attributes: { 'aria-hidden': 'true' } },
        fixed ? '✓' : (signs[severity] ?? 'i'),
      ),
      make(
        'span',
        { class: 'words', attributes: { dir: 'auto' } },
        unseen(fixed ? 'fixed' : severity),
        message,
        ' ',
        make('span', { class: 'quiet' }, rule),
      ),
    ];
    if (element === undefined) return make('div', { class: 'row' }, ...content);
    return this.link(content, { id: element, name: message, gone: false, at }, []);
  }

  /** What the keys walk. */
  private stops(): readonly (Element | null)[] {
    return [...this.element.querySelectorAll<HTMLElement>('button.row, summary')].filter((stop) =>
      stop.checkVisibility(),
    );
  }

  private focus(index: number): void {
    const stop = this.stops()[index];
    if (stop instanceof HTMLElement) stop.focus();
  }

  private key(event: KeyboardEvent): void {
    const stops = this.stops();
    const at = stops.indexOf(document.activeElement);
    const steps: { readonly [key: string]: number } = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: stops.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined || at < 0) return;
    this.focus(Math.max(0, Math.min(to, stops.length - 1)));
    event.preventDefault();
  }
}

const text = { attributes: { dir: 'auto' } } as const;
const signs: { readonly [severity: string]: string } = { error: '×', warning: '!', info: 'i' };

function section(
  title: string,
  number: number | undefined,
  ...content: readonly (HTMLElement | false)[]
): HTMLElement {
  return make('section', {}, make('h3', {}, title, number !== undefined && count(number)), ...content);
}

function count(number: number): HTMLElement {
  return make('span', { class: 'count' }, ` ${number.toLocaleString('en')}`);
}

/** A word that the sign says to those who see it. */
function unseen(word: string): HTMLElement {
  return make('span', { class: 'unseen' }, `${word}: `);
}

function inAll({ before, after }: ComparedChanges['findings']): ComparedChanges['totals'][number] {
  const number = (value: number): string => value.toLocaleString('en');
  const sign = after < before ? '−' : '+';
  const difference = `${sign}${number(Math.abs(after - before))}`;
  return { label: 'Findings', before: number(before), after: number(after), difference };
}

const tags = { name: 'strong', old: 'del', new: 'ins', quiet: 'span' } as const;

function said(phrase: ComparedPhrase): readonly (Node | string)[] {
  return phrase.map((word) =>
    typeof word === 'string' ? word : make(tags[word.as], { class: `said-${word.as}` }, word.text),
  );
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
