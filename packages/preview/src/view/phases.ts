import { fill, focused, make } from '../dom.ts';
import type { ChartMessage, CompareChoice, PlanName } from '../protocol.ts';

/** Steps through a plan: today, and the organization after each phase, with what the phase changes. */
export class Phases {
  readonly element = make('div', {
    class: 'phases',
    attributes: { role: 'group', 'aria-label': 'Phases', hidden: true },
  });
  private readonly choose: (compare: CompareChoice | undefined) => void;
  /** The plan that is stepped through, where there are several. */
  private plan: string | undefined;
  private drawn: string | undefined;

  constructor(choose: (compare: CompareChoice | undefined) => void) {
    this.choose = choose;
  }

  draw({ plans = [], choice }: ChartMessage): void {
    const to = choice.compare?.with === 'phases' ? choice.compare.to : undefined;
    const chosen = plans.find(({ phases }) => phases.some(({ id }) => id === to));
    const plan = chosen ?? plans.find(({ id }) => id === this.plan) ?? plans[0];
    this.plan = plan?.id;
    this.element.hidden = plan === undefined;
    // What somebody drags at stays the same thing.
    const state = JSON.stringify([plans, plan?.id, to]);
    if (state === this.drawn) return;
    this.drawn = state;
    if (!plan) {
      fill(this.element);
      return;
    }
    const active = focused();
    const held = active && this.element.contains(active) ? active.tagName : undefined;
    fill(this.element, plans.length > 1 ? this.picker(plans, plan) : this.name(plan), this.slider(plan, to));
    if (held === 'INPUT') this.element.querySelector('input')?.focus();
    if (held === 'SELECT') this.element.querySelector('select')?.focus();
  }

  private name({ title }: PlanName): HTMLElement {
    return make('span', { class: 'plan-name', title, attributes: { dir: 'auto' } }, title);
  }

  private picker(plans: readonly PlanName[], plan: PlanName): HTMLElement {
    const picker = make(
      'select',
      { attributes: { 'aria-label': 'Plan' } },
      ...plans.map(({ id, title }) => {
        const option = make('option', {}, title);
        option.value = id;
        option.selected = id === plan.id;
        return option;
      }),
    );
    picker.addEventListener('change', () => {
      this.plan = picker.value;
      this.drawn = undefined;
      this.choose(undefined);
    });
    return picker;
  }

  private slider({ phases, title }: PlanName, to: string | undefined): HTMLElement {
    const points = ['Today', ...phases.map((phase) => phase.title)];
    const at = phases.findIndex(({ id }) => id === to) + 1;
    const step = (index: number): void => {
      const phase = phases[index - 1];
      const before = phases[index - 2];
      this.choose(phase && { with: 'phases', ...(before && { from: before.id }), to: phase.id });
    };
    const input = make('input', {
      attributes: {
        type: 'range',
        min: '0',
        max: String(phases.length),
        step: '1',
        value: String(at),
        'aria-label': title,
        'aria-valuetext': points[at] ?? '',
      },
    });
    input.addEventListener('input', () => {
      input.setAttribute('aria-valuetext', points[input.valueAsNumber] ?? '');
      step(input.valueAsNumber);
    });
    const labels = points.map((point, index) =>
      make(
        'button',
        {
          title: point,
          on: { click: () => step(index) },
          // The slider says the same to a screen reader, and takes the keys.
          attributes: { type: 'button', tabindex: '-1', 'aria-hidden': 'true', dir: 'auto' },
          class: index === at ? 'point is-here' : 'point',
        },
        make('span', {}, point),
      ),
    );
    const slider = make('div', { class: 'slider' }, input, make('div', { class: 'points' }, ...labels));
    slider.style.setProperty('--points', String(points.length));
    return slider;
  }
}
