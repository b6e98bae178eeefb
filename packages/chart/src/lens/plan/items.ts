import type { Element, ElementId, OrgModel, Phase, PhaseChange } from '@mktorg/model';
import { find, findPlanned, kindNoun, nameIn } from '@mktorg/model';
import { markInWords } from '../../mark.ts';
import type { PhaseNote } from '../../options.ts';
import type { Mark, MarkType, Shape } from '../../scene.ts';
import type { Box, Fact } from '../diagram.ts';
import { type PartName, partOf } from './parts.ts';
import { bringingIn, calledIn, factsOf, statesOf, wayOf } from './said.ts';
import type { SeatsOf } from './seats.ts';

export interface Item {
  readonly part: PartName;
  readonly box: Box;
  readonly mark?: Mark;
}

/**
 * What a phase does, one card for each thing that it does something to in a part.
 *
 * @param seatsOf how many seats a role has after the phase
 */
export function itemsOf(
  model: OrgModel,
  phase: Phase,
  found: PhaseNote | undefined,
  seatsOf: SeatsOf,
): readonly Item[] {
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
    const bringing = change.type === 'add' ? bringingIn(change) : undefined;
    for (const id of bringing?.keys() ?? change.what.map((each) => each.id)) {
      const part = partOf(change, id);
      if (part) note({ part, id, change, type: types[change.type], along: bringing?.get(id) ?? '' });
    }
    for (const { from, to } of change.lines ?? []) {
      const title = `${nameIn(model, from.id)} ..> ${nameIn(model, to.id)}`;
      const id = `dotted-line:${from.id}>${to.id}`;
      note({ part: 'structure', id, title, change, type: 'removed', along: '' });
    }
  }
  const context = { model, phase, found, seatsOf };
  const items = [...deeds.values()].map((same) => {
    const id = same[0]?.id ?? '';
    const news = told.get(id) ?? [];
    told.delete(id);
    return itemOf(context, same, news);
  });
  for (const [id, news] of told) {
    items.push({ part: 'roles', box: boxOf(context, `#told:${phase.id}:${id}`, id, news) });
  }
  return items;
}

interface Context {
  readonly model: OrgModel;
  readonly phase: Phase;
  readonly found: PhaseNote | undefined;
  readonly seatsOf: SeatsOf;
}

/** What one change does to one thing. */
interface Deed {
  readonly part: PartName;
  readonly id: ElementId;
  /** Of what is no element by itself. */
  readonly title?: string;
  readonly change: PhaseChange;
  readonly type: MarkType;
  /** What comes with it and has no card. */
  readonly along: string;
}

const types: { readonly [type in Exclude<PhaseChange['type'], 'told'>]: MarkType } = {
  add: 'added',
  move: 'moved',
  merge: 'moved',
  remove: 'removed',
  retire: 'removed',
  change: 'changed',
  source: 'added',
};

/** Who is told, and each time how. */
function toldIn(phase: Phase): Map<ElementId, readonly Fact[]> {
  const told = new Map<ElementId, readonly Fact[]>();
  for (const { type, what, text } of phase.changes) {
    if (type !== 'told') continue;
    const news: Fact = { text: `told: ${text?.value ?? 'yes'}`, style: 'quiet', most: 2 };
    for (const { id } of what) told.set(id, [...(told.get(id) ?? []), news]);
  }
  return told;
}

/** A thing that comes is one that comes, whatever else is said of it in the same phase. */
const weight: readonly MarkType[] = ['changed', 'moved', 'removed', 'added'];

function itemOf(context: Context, deeds: readonly Deed[], news: readonly Fact[]): Item {
  const { model, phase } = context;
  const [first] = deeds;
  const { part = 'roles', id = '', title } = first ?? {};
  const type = deeds
    .map((deed) => deed.type)
    .reduce((most, each) => (weight.indexOf(each) > weight.indexOf(most) ? each : most), 'changed');
  const text = textOf(model, deeds, id);
  const mark = { type, text };
  const facts: Fact[] = deeds.flatMap(({ change, along }) => factsOf(model, phase, change, id, along));
  if (text !== '') facts.push({ text, style: 'mark', most: 6 });
  for (const { change } of deeds) {
    if (change.text) facts.push({ text: change.text.value, style: 'quiet', most: 3 });
  }
  facts.push(...news);
  const box = boxOf(context, `#item:${phase.id}:${part}:${id}`, id, facts, title);
  const states: Box['states'] = mark.type === 'removed' ? ['gone'] : box.states;
  return { part, mark, box: { ...box, states, label: `${box.label}, ${markInWords(mark)}` } };
}

/** What is done to one thing, in the order of the phase; all that is said of it anew is said once. */
function textOf(model: OrgModel, deeds: readonly Deed[], id: ElementId): string {
  const changes = deeds.filter(({ change }) => change.type === 'change').map(({ change }) => change);
  const said = deeds.map(({ change }) =>
    change === changes[0] ? statesOf(model, changes, id) : wayOf(model, change, id),
  );
  return said.filter((text) => text !== '').join('; ');
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

/** The card of an element, by the shape that it has in every chart. */
function boxOf(
  { model, phase, found, seatsOf }: Context,
  node: string,
  id: ElementId,
  facts: readonly Fact[],
  called?: string,
): Box {
  const element = findPlanned(model, id);
  const kind = element?.kind;
  const shape = (kind && shapes[kind]) ?? 'item';
  const seats = element?.kind === 'role' ? seatsOf(id) : 1;
  const title = called ?? calledIn(model, id);
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

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
