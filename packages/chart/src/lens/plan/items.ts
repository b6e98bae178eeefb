import type { Element, ElementId, OrgModel, Phase, PhaseChange } from '@mktorg/model';
import { fieldOf, find, kindNoun, nameIn, sayField, sayValue } from '@mktorg/model';
import { markInWords } from '../../mark.ts';
import type { Mark, Shape } from '../../scene.ts';
import type { Box, Fact } from '../diagram.ts';
import { nameOf } from '../words.ts';
import { type PartName, partOf } from './parts.ts';

export interface Item {
  readonly part: PartName;
  readonly box: Box;
  readonly mark?: Mark;
}

/** What a phase does, one card for each thing that it does something to. */
export function itemsOf(model: OrgModel, phase: Phase): readonly Item[] {
  const told = toldIn(phase);
  const items: Item[] = [];
  for (const [index, change] of phase.changes.entries()) {
    if (change.type === 'told') continue;
    const brings = change.type === 'add';
    for (const id of brings ? change.adds.map((each) => each.id) : change.what.map((each) => each.id)) {
      const part = partOf(change, id);
      if (!part) continue;
      const mark = markOf(model, change, id);
      const news = told.get(id);
      told.delete(id);
      items.push(itemOf(model, phase, `${index}`, change, id, part, mark, news));
    }
  }
  for (const [id, news] of told) {
    items.push({ part: 'roles', box: boxOf(model, `#told:${phase.id}:${id}`, id, [saidOf(news)], phase) });
  }
  return items;
}

/** Who is told, and how. */
function toldIn(phase: Phase): Map<ElementId, string> {
  const told = new Map<ElementId, string>();
  for (const { type, what, text } of phase.changes) {
    if (type === 'told') for (const { id } of what) told.set(id, text?.value ?? 'yes');
  }
  return told;
}

function saidOf(news: string): Fact {
  return { text: `told: ${news}`, style: 'quiet', most: 2 };
}

function itemOf(
  model: OrgModel,
  phase: Phase,
  key: string,
  change: PhaseChange,
  id: ElementId,
  part: PartName,
  mark: Mark,
  news: string | undefined,
): Item {
  const facts: Fact[] = [...factsOf(model, change, id)];
  if (mark.text !== '') facts.push({ text: mark.text, style: 'mark', most: 5 });
  if (change.text) facts.push({ text: change.text.value, style: 'quiet', most: 3 });
  if (news !== undefined) facts.push(saidOf(news));
  const box = boxOf(model, `#item:${phase.id}:${key}:${id}`, id, facts, phase);
  const states: Box['states'] = mark.type === 'removed' ? ['gone'] : box.states;
  return { part, mark, box: { ...box, states, label: `${box.label}, ${markInWords(mark)}` } };
}

const shapes: { readonly [kind in Element['kind']]?: Shape } = {
  team: 'team',
  role: 'card',
  external: 'external',
  platform: 'platform',
  partner: 'partner',
  committee: 'committee',
  initiative: 'initiative',
};

function elementOf(model: OrgModel, id: ElementId): Element | undefined {
  return find(model, id) ?? model.added.get(id);
}

/** The card of an element, by the shape that it has in every chart. */
function boxOf(model: OrgModel, node: string, id: ElementId, facts: readonly Fact[], phase: Phase): Box {
  const element = elementOf(model, id);
  const kind = element?.kind;
  const shape = (kind && shapes[kind]) ?? 'item';
  const seats = element?.kind === 'role' ? (element.seats?.value ?? 1) : 1;
  const title = nameIn(model, id);
  const kindFact: Fact[] =
    kind && shape === 'item' && kind !== 'dotted-line'
      ? [{ text: capitalized(kindNoun(kind)), style: 'quiet', most: 1 }]
      : [];
  const isOfToday = find(model, id) !== undefined;
  return {
    id: node,
    ...(isOfToday && { element: id }),
    ...(kind && { kind }),
    shape: seats > 1 ? 'pool' : shape,
    tone: element && element.scope.length > 0 ? 'local' : shape === 'team' ? 'central' : 'plain',
    states: [],
    title,
    facts: [...kindFact, ...facts],
    tags: seats > 1 ? [{ kind: 'count', text: `×${seats}`, title: `${seats} seats` }] : [],
    label: `${kind ? `${capitalized(kindNoun(kind))} ` : ''}${title}`,
    source:
      (isOfToday ? phase.changes.find(({ what }) => what.some((each) => each.id === id))?.at : undefined) ??
      element?.nameAt ??
      phase.nameAt,
    inside: [],
    under: [],
  };
}

/** What else is worth knowing of what comes: where it stands, and what it is. */
function factsOf(model: OrgModel, change: PhaseChange, id: ElementId): readonly Fact[] {
  if (change.type !== 'add') return [];
  const element = elementOf(model, id);
  if (!element) return [];
  const parent = element.parent === undefined ? '' : nameIn(model, element.parent);
  const owner = 'owner' in element && element.owner ? nameIn(model, element.owner.id) : '';
  const said = [
    nameOf(model, element.term?.id),
    owner === '' ? '' : `owner ${owner}`,
    parent === '' ? '' : `in ${parent}`,
  ];
  const text = said.filter((part) => part !== '').join(' · ');
  return text === '' ? [] : [{ text, style: 'quiet', most: 3 }];
}

function markOf(model: OrgModel, change: PhaseChange, id: ElementId): Mark {
  const target = change.target ? nameIn(model, change.target.id) : '';
  switch (change.type) {
    case 'add':
      return { type: 'added', text: '' };
    case 'move': {
      const from = elementOf(model, id)?.parent;
      const way = [
        from === undefined ? '' : `from ${nameIn(model, from)}`,
        target === '' ? '' : `to ${target}`,
      ];
      return { type: 'moved', text: way.filter((part) => part !== '').join(' ') };
    }
    case 'merge':
      return { type: 'moved', text: target === '' ? 'merged' : `merged into ${target}` };
    case 'remove':
      return { type: 'removed', text: '' };
    case 'retire':
      return { type: 'removed', text: target === '' ? 'retired' : `retired, replaced by ${target}` };
    case 'source':
      return { type: 'added', text: target === '' ? '' : `by ${target}` };
    default:
      return { type: 'changed', text: statesOf(model, change, id) };
  }
}

/** `owner: Marketing Operations; used by: + Lifecycle desk`. */
function statesOf(model: OrgModel, change: PhaseChange, id: ElementId): string {
  const kind = elementOf(model, id)?.kind;
  if (!kind) return '';
  const said = [...Map.groupBy(change.states, ({ field }) => field)].map(([name, states]) => {
    const field = fieldOf(kind, name);
    if (!field) return name;
    const values = states.map(({ sign, value }) => {
      const text = sayValue(model, field.type, value);
      return sign === undefined ? text : `${sign === '-' ? '−' : sign} ${text}`;
    });
    return `${sayField(field)}: ${values.join(', ')}`;
  });
  const added = change.adds.map((each) => `+ ${nameIn(model, each.id)}`);
  return [...said, ...added].join('; ');
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
