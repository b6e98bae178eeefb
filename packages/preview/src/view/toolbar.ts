import type { LensName, Show } from '@mktorg/chart';
import type { ChoiceChange } from '../choice.ts';
import { button, fill, focused, make } from '../dom.ts';
import type { ChartChoice, ChartMessage, CompareChoice, HostAbilities, PreviewCommand } from '../protocol.ts';

export interface ToolbarActions {
  /** Undefined takes a choice back. */
  readonly choose: (change: ChoiceChange) => void;
  readonly export: (command: PreviewCommand) => void;
  /** Lets the reader choose a revision to compare with. */
  readonly pick: () => void;
}

const lenses: readonly { readonly lens: LensName; readonly label: string; readonly title: string }[] = [
  { lens: 'reporting', label: 'Reporting', title: 'Who reports to whom' },
  { lens: 'stack', label: 'Stack', title: 'Platforms in layers' },
  { lens: 'plan', label: 'Plan', title: 'Phases in time' },
];

const shows: {
  readonly [lens in LensName]: readonly {
    readonly key: keyof Show;
    readonly label: string;
    readonly otherwise: boolean;
  }[];
} = {
  reporting: [
    { key: 'dottedLines', label: 'Dotted lines', otherwise: true },
    { key: 'holders', label: 'Names of holders', otherwise: true },
    { key: 'platforms', label: 'Platforms', otherwise: false },
    { key: 'partners', label: 'Partners', otherwise: false },
    { key: 'externals', label: 'Other departments', otherwise: false },
    { key: 'governance', label: 'Committees and initiatives', otherwise: false },
    { key: 'legend', label: 'Legend', otherwise: true },
  ],
  stack: [
    { key: 'integrations', label: 'Integrations', otherwise: true },
    { key: 'legend', label: 'Legend', otherwise: true },
  ],
  plan: [{ key: 'legend', label: 'Legend', otherwise: true }],
};

/** Organization, lens, search, what is shown, and export. */
export class Toolbar {
  readonly element = make('div', {
    class: 'toolbar',
    attributes: { role: 'toolbar', 'aria-label': 'Chart' },
  });
  private readonly actions: ToolbarActions;
  private readonly abilities: HostAbilities;
  private readonly search: HTMLElement;

  constructor(abilities: HostAbilities, search: HTMLElement, actions: ToolbarActions) {
    this.abilities = abilities;
    this.actions = actions;
    this.search = search;
  }

  draw(message: ChartMessage): void {
    const { choice, organizations, organization, scene } = message;
    const known = lenses.filter(({ lens }) => this.abilities.lenses?.includes(lens) ?? true);
    // Where there are many, they are drawn only if somebody asks for them.
    const integrated = scene.edges.some(({ kind }) => kind === 'integrates');
    // A search that is under way keeps its place and its focus.
    const active = focused();
    const held = active instanceof HTMLElement && this.element.contains(active) ? active : undefined;
    // So does a menu in which several things are chosen, one after another.
    const open = this.menus().map((menu) =>
      menu.open
        ? Array.from<Element | undefined>(menu.querySelectorAll('button')).indexOf(active)
        : undefined,
    );
    fill(
      this.element,
      organizations.length > 1 && this.picker(organizations, organization.root, choice),
      known.length > 1 &&
        make(
          'div',
          { class: 'segments', attributes: { role: 'group', 'aria-label': 'Lens' } },
          ...known.map(({ lens, label, title }) =>
            button(label, title, () => this.actions.choose({ lens }), {
              'aria-pressed': String(choice.lens === lens),
            }),
          ),
        ),
      choice.of !== undefined &&
        button('‹ Everything', 'Draw the whole organization', () => this.actions.choose({ of: undefined })),
      this.search,
      this.abilities.choose &&
        this.menu('Show', [
          ...(scene.difference
            ? [
                this.check('Only what changes', choice.focus === true, () =>
                  this.actions.choose({ focus: choice.focus !== true }),
                ),
              ]
            : []),
          ...shows[choice.lens].map(({ key, label, otherwise }) => {
            const on = choice.show[key] ?? (key === 'integrations' ? integrated : otherwise);
            return this.check(label, on, () => this.actions.choose({ show: { ...choice.show, [key]: !on } }));
          }),
        ]),
      this.comparing(message),
      this.abilities.export &&
        this.menu('Export', [
          this.item('Save as SVG', () => this.actions.export('save-svg')),
          this.item('Copy as SVG', () => this.actions.export('copy-svg')),
          this.item('Copy as Mermaid', () => this.actions.export('copy-mermaid')),
        ]),
    );
    if (held) this.sameAs(held)?.focus();
    for (const [index, menu] of this.menus().entries()) {
      const item = open[index];
      if (item === undefined) continue;
      menu.open = true;
      menu.querySelectorAll('button').item(item)?.focus();
    }
  }

  /** What the organization can be compared with; nothing where there is nothing. */
  private comparing({ choice, comparable, plans = [], changes }: ChartMessage): HTMLElement | undefined {
    if (!this.abilities.choose || (!comparable && plans.length === 0)) return undefined;
    const { compare } = choice;
    const entry = (label: string, other: CompareChoice | undefined): HTMLElement =>
      this.check(label, isSame(compare, other), () => this.actions.choose({ compare: other }));
    const known = comparable?.revisions ?? [];
    const phases = plans.flatMap((plan) => plan.phases);
    const menu = this.menu('Compare', [
      entry('Off', undefined),
      ...known.map(({ ref, label }) => entry(`With ${label}`, { with: 'revision', ref })),
      ...(comparable?.pick ? [this.item('With a branch or commit…', this.actions.pick)] : []),
      ...phases.map(({ id, title }) => entry(`Today with ${title}`, { with: 'phases', to: id })),
      ...(comparable?.why === undefined ? [] : [make('p', { class: 'menu-note' }, comparable.why)]),
    ]);
    menu.classList.toggle('is-on', changes !== undefined);
    // One thing is chosen here, and then it is time to look at it.
    menu.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element && target.closest('button'))) return;
      menu.querySelector('summary')?.focus();
      menu.open = false;
    });
    return menu;
  }

  /** What somebody had the focus on, or what stands for it now. */
  private sameAs(held: HTMLElement): HTMLElement | undefined {
    if (this.element.contains(held)) return held;
    const { tagName, textContent } = held;
    return [...this.element.querySelectorAll<HTMLElement>(':scope > * button, summary, select')].find(
      (each) => each.tagName === tagName && each.textContent === textContent && each.checkVisibility(),
    );
  }

  private menus(): readonly HTMLDetailsElement[] {
    return [...this.element.querySelectorAll('details')];
  }

  private picker(
    organizations: ChartMessage['organizations'],
    root: string,
    { compare }: ChartChoice,
  ): HTMLElement {
    const picker = make(
      'select',
      { attributes: { 'aria-label': 'Organization' } },
      ...organizations.map((each) => {
        const option = make('option', {}, each.name);
        option.value = each.root;
        option.selected = each.root === root;
        return option;
      }),
    );
    picker.addEventListener('change', () =>
      this.actions.choose({
        root: picker.value,
        of: undefined,
        collapsed: [],
        expanded: [],
        // Another organization has other phases.
        compare: compare?.with === 'phases' ? undefined : compare,
      }),
    );
    return picker;
  }

  private menu(label: string, items: readonly HTMLElement[]): HTMLDetailsElement {
    const menu = make(
      'details',
      { class: 'menu' },
      make('summary', {}, label),
      make('div', { class: 'menu-list', attributes: { role: 'group', 'aria-label': label } }, ...items),
    );
    menu.addEventListener('focusout', (event) => {
      if (!(event.relatedTarget instanceof Node && menu.contains(event.relatedTarget))) menu.open = false;
    });
    menu.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') menu.open = false;
    });
    return menu;
  }

  private check(label: string, on: boolean, act: () => void): HTMLElement {
    return make(
      'button',
      {
        class: 'menu-item',
        on: { click: act },
        attributes: { type: 'button', 'aria-pressed': String(on) },
      },
      make('span', { class: 'tick', attributes: { 'aria-hidden': 'true' } }, on ? '✓' : ''),
      label,
    );
  }

  private item(label: string, act: () => void): HTMLElement {
    return make('button', { class: 'menu-item', on: { click: act }, attributes: { type: 'button' } }, label);
  }
}

function isSame(a: CompareChoice | undefined, b: CompareChoice | undefined): boolean {
  if (a?.with === 'revision' && b?.with === 'revision') return a.ref === b.ref;
  if (a?.with === 'phases' && b?.with === 'phases') return a.from === b.from && a.to === b.to;
  return a === b;
}
