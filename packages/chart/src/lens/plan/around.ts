import type { Barrier, Driver, Element, Measure, OrgModel, Plan, Stakeholder, Weighed } from '@mktorg/model';
import { childrenOf, describeMeasure, findAs, label, nameIn } from '@mktorg/model';
import { blankBox } from '../blank-box.ts';
import type { Box, Fact } from '../diagram.ts';
import { nameOf } from '../words.ts';

/** Why the plan is made: in its own words, and what drives it. */
export function whyBoxes(model: OrgModel, plan: Plan): readonly Box[] {
  const { because } = plan;
  const reason = because && {
    ...blankBox(`#because:${plan.id}`, 'item', 'Because'),
    source: because.at,
    facts: [{ text: because.value, style: 'detail' as const, most: 8 }],
    label: `Because ${because.value}`,
  };
  const drivers = plan.drivenBy.flatMap(({ id }): readonly Box[] => {
    const driver = findAs(model, id, 'driver');
    if (!driver) return [];
    const title = label(driver);
    const facts = told(['Tipping point', nameOf(model, driver.term?.id)]);
    const box = blankBox(`#driver:${plan.id}:${id}`, 'item', title);
    return [{ ...box, ...origin(driver), facts, label: `Tipping point ${title}` }];
  });
  return reason ? [reason, ...drivers] : drivers;
}

/** The charter, and the goals of the plan or of its charter, each with what is measured. */
export function goalBoxes(model: OrgModel, plan: Plan): readonly Box[] {
  const charters = childrenOf(model, plan.id).filter((child) => child.kind === 'charter');
  const missions = charters.flatMap((charter): readonly Box[] => {
    const { mission } = charter;
    if (!mission) return [];
    const facts = told(['Mission', charter.sponsor ? `sponsor ${nameIn(model, charter.sponsor.id)}` : '']);
    const box = blankBox(`#mission:${charter.id}`, 'item', mission.value);
    return [{ ...box, source: charter.at, facts, label: `Mission ${mission.value}` }];
  });
  const goals = [plan, ...charters]
    .flatMap(({ id }) => childrenOf(model, id))
    .filter(({ kind }) => kind === 'goal');
  return [...missions, ...goals.map((goal) => goalBox(model, goal))];
}

function goalBox(model: OrgModel, goal: Element): Box {
  const title = label(goal);
  const facts = childrenOf(model, goal.id).flatMap((child): readonly Fact[] => {
    if (child.kind !== 'objective') return [];
    const { measure } = child;
    if (!measure) return [{ text: `${label(child)}: not measured`, style: 'alert', most: 3 }];
    const { from, to, by } = measure;
    const way = from && to ? `${from.text} → ${to.text}` : (to?.text ?? from?.text ?? '');
    const said = [label(child), way, by ? `by ${by.text}` : ''].filter((part) => part !== '');
    return [{ text: said.join(' · '), style: 'detail', most: 4 }];
  });
  return {
    ...blankBox(`#goal:${goal.id}`, 'item', title),
    kind: 'goal',
    source: goal.at,
    facts: [{ text: 'Goal', style: 'quiet', most: 1 }, ...facts],
    label: `Goal ${title}`,
  };
}

/** What stands in the way, of what, and what is done about it. */
export function barrierBox(model: OrgModel, barrier: Barrier): Box {
  const title = label(barrier);
  const kind = nameOf(model, barrier.term?.id);
  const affects = barrier.affects.map(({ id }) => nameIn(model, id)).join(', ');
  const parts = [kind, affects === '' ? '' : `affects ${affects}`];
  const facts = told(parts);
  if (barrier.owner)
    facts.push({ text: `owner ${nameIn(model, barrier.owner.id)}`, style: 'quiet', most: 2 });
  else facts.push({ text: 'no owner', style: 'alert', most: 1 });
  if (barrier.strategy) facts.push({ text: barrier.strategy.value, style: 'detail', most: 4 });
  else facts.push({ text: 'no strategy', style: 'alert', most: 1 });
  return { ...blankBox(barrier.id, 'item', title), ...origin(barrier), facts, label: `Barrier ${title}` };
}

/** For or against, what is in it for them, and how they hear of it. */
export function stakeholderBox(stakeholder: Stakeholder): Box {
  const title = label(stakeholder);
  const { stance, benefit, informed } = stakeholder;
  const facts: Fact[] = [];
  if (benefit) facts.push({ text: benefit.value, style: 'detail', most: 3 });
  if (informed) facts.push({ text: `informed: ${informed.value}`, style: 'quiet', most: 3 });
  return {
    ...blankBox(stakeholder.id, 'item', title),
    ...origin(stakeholder),
    facts,
    tags: stance ? [{ kind: 'status', text: stance.value, title: `Stance: ${stance.value}` }] : [],
    label: `Stakeholder ${title}`,
  };
}

export function weighedBox(plan: Plan, kind: 'risk' | 'trade-off', weighed: Weighed, index: number): Box {
  const facts = told([kind === 'risk' ? 'Risk' : 'Trade-off']);
  if (weighed.answer !== undefined) facts.push({ text: weighed.answer, style: 'detail', most: 4 });
  else facts.push({ text: kind === 'risk' ? 'not mitigated' : 'no reason', style: 'alert', most: 1 });
  const box = blankBox(`#${kind}:${plan.id}:${index}`, 'item', weighed.what);
  return {
    ...box,
    source: weighed.at,
    facts,
    label: `${kind === 'risk' ? 'Risk' : 'Trade-off'} ${weighed.what}`,
  };
}

export function measureBox(plan: Plan, measure: Measure, index: number): Box {
  const { from, to, by } = measure;
  const way = from && to ? `${from.text} → ${to.text}` : (to?.text ?? from?.text ?? '');
  const facts = told([way, by ? `by ${by.text}` : '']);
  const box = blankBox(`#benefit:${plan.id}:${index}`, 'measure', measure.what);
  return { ...box, source: measure.at, facts, label: `Benefit ${describeMeasure(measure)}` };
}

function told(parts: readonly string[]): Fact[] {
  const text = parts.filter((part) => part !== '').join(' · ');
  return text === '' ? [] : [{ text, style: 'quiet', most: 3 }];
}

function origin(element: Barrier | Driver | Stakeholder): Pick<Box, 'element' | 'kind' | 'source'> {
  return { element: element.id, kind: element.kind, source: element.at };
}
