import type { Element, ElementId, OrgModel, Phase, PhaseChange } from '@mktorg/model';
import { fieldOf, find, kindNoun, nameIn, sayField, sayValue } from '@mktorg/model';
import { markInWords } from '../../mark.ts';
import type { PhaseNote } from '../../options.ts';
import type { Mark, MarkType, Shape } from '../../scene.ts';
import type { Box, Fact } from '../diagram.ts';
import { nameOf } from '../words.ts';
import { type PartName, partOf } from './parts.ts';

export interface Item {
  readonly part: PartName;
  readonly box: Box;
  readonly mark?: Mark;
}

/** What a phase does, one card for each thing that it does something to in a part. */
export function itemsOf(model: OrgModel, phase: Phase, found: PhaseNote | undefined): readonly Item[] {
  const told = toldIn(phase);
  const deeds = new Map<string, Deed[]>();
  const note = (deed: Deed): void => {
    const key = `${deed.part} ${deed.id}`;
    const known = deeds.get(key);
    if (known) known.push(deed);
    else deeds.set(key, [deed]);
  };
  for (const change of phase.changes) {
    if (change.type === 'told') continue;
    const brings = change.type === 'add';
    for (const { id } of brings ? change.adds : change.what) {
      const part = partOf(change, id);
      if (part) note({ part, id, change, mark: markOf(model, change, id) });
    }
    for (const { from, to } of change.lines ?? []) {
      const title = `${nameIn(model, from.id)} ..> ${nameIn(model, to.id)}`;
      const id = `dotted-line:${from.id}>${to.id}`;
      note({ part: 'structure', id, title, change, mark: { type: 'removed', text: '' } });
    }
  }
  const context = { model, phase, found };
  const items = [...deeds.values()].map((same) => {
    const id = same[0]?.id ?? '';
    const news = told.get(id);
    told.delete(id);
    return itemOf(context, same, news);
  });
  for (const [id, news] of told) {
    items.push({ part: 'roles', box: boxOf(context, `#told:${phase.id}:${id}`, id, [saidOf(news)]) });
  }
  return items;
}

interface Context {
  readonly model: OrgModel;
  readonly phase: Phase;
  readonly found: PhaseNote | undefined;
}

/** What one change does to one thing. */
interface Deed {
  readonly part: PartName;
  readonly id: ElementId;
  /** Of what is no element by itself. */
  readonly title?: string;
  readonly change: PhaseChange;
  readonly mark: Mark;
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

/** A thing that comes is one that comes, whatever else is said of it in the same phase. */
const weight: readonly MarkType[] = ['changed', 'moved', 'removed', 'added'];

function itemOf(context: Context, deeds: readonly Deed[], news: string | undefined): Item {
  const { model, phase } = context;
  const [first] = deeds;
  const { part = 'roles', id = '', title } = first ?? {};
  const types = deeds.map(({ mark }) => mark.type);
  const text = deeds.flatMap(({ mark }) => (mark.text === '' ? [] : [mark.text])).join('; ');
  const mark = { type: types.sort((a, b) => weight.indexOf(b) - weight.indexOf(a))[0] ?? 'changed', text };
  const facts: Fact[] = deeds.flatMap(({ change }) => factsOf(model, change, id));
  if (text !== '') facts.push({ text, style: 'mark', most: 6 });
  for (const { change } of deeds) {
    if (change.text) facts.push({ text: change.text.value, style: 'quiet', most: 3 });
  }
  if (news !== undefined) facts.push(saidOf(news));
  const box = boxOf(context, `#item:${phase.id}:${part}:${id}`, id, facts, title);
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
function boxOf(
  { model, phase, found }: Context,
  node: string,
  id: ElementId,
  facts: readonly Fact[],
  called?: string,
): Box {
  const element = elementOf(model, id);
  const kind = element?.kind;
  const shape = (kind && shapes[kind]) ?? 'item';
  const seats = element?.kind === 'role' ? (element.seats?.value ?? 1) : 1;
  // A step means little without its process.
  const process =
    element?.kind === 'step' && element.parent !== undefined ? `${nameIn(model, element.parent)}: ` : '';
  const title = called ?? `${process}${nameIn(model, id)}`;
  const counts = found?.on?.get(id);
  const kindFact: Fact[] =
    kind && shape === 'item' && kind !== 'dotted-line'
      ? [{ text: capitalized(kindNoun(kind)), style: 'quiet', most: 1 }]
      : [];
  const isOfToday = find(model, id) !== undefined;
  return {
    id: node,
    phase: phase.id,
    ...(counts && { findings: counts }),
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
  if (element.kind === 'dotted-line') {
    return element.purpose ? [{ text: element.purpose.value, style: 'quiet', most: 3 }] : [];
  }
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
      const { order } = change;
      const stays = from !== undefined && from === change.target?.id;
      const way = [
        from === undefined || stays ? '' : `from ${nameIn(model, from)}`,
        target === '' || stays ? '' : `to ${target}`,
        order ? `${order.where} ${nameIn(model, order.step.id)}` : '',
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

/** `owner: Marketing Operations; used by: + Lifecycle desk; no interim`. */
function statesOf(model: OrgModel, change: PhaseChange, id: ElementId): string {
  const kind = elementOf(model, id)?.kind;
  if (!kind) return '';
  const said = [...Map.groupBy(change.states, ({ field }) => field)].map(([name, states]) => {
    const field = fieldOf(kind, name);
    const word = field ? sayField(field) : name;
    if (states.some(({ value }) => value === undefined)) return `no ${word}`;
    const values = states.map(({ sign, value }) => {
      const text =
        typeof value === 'string' ? value : field && value ? sayValue(model, field.type, value) : '';
      return sign === undefined ? text : `${sign === '-' ? '−' : sign} ${text}`;
    });
    return `${word}: ${values.join(', ')}`;
  });
  const added = change.adds.map((each) => `+ ${addedIn(model, each, id)}`);
  return [...said, ...added].join('; ');
}

/** A dotted line from the thing itself says where to, and what for. */
function addedIn(model: OrgModel, added: Element, id: ElementId): string {
  if (added.kind !== 'dotted-line' || added.from.id !== id) return nameIn(model, added.id);
  const purpose = added.purpose ? ` “${added.purpose.value}”` : '';
  return `..> ${nameIn(model, added.to.id)}${purpose}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
