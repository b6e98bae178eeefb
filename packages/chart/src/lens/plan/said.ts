import type { Element, ElementId, ElementKind, OrgModel, Phase, PhaseChange, Stated } from '@mktorg/model';
import {
  belongingField,
  containersOf,
  fieldOf,
  findPlanned,
  kindNoun,
  nameIn,
  sayField,
  sayValue,
} from '@mktorg/model';
import type { Fact } from '../diagram.ts';
import { counted, nameOf } from '../words.ts';
import { isDetail } from './parts.ts';

/** How it is called by itself: a step means little without its process. */
export function calledIn(model: OrgModel, id: ElementId): string {
  const element = findPlanned(model, id);
  const process = element?.kind === 'step' ? element.parent : undefined;
  return process === undefined ? nameIn(model, id) : `${nameIn(model, process)}: ${nameIn(model, id)}`;
}

/** What an addition brings that has a card, each with what comes along in it and has none: `with 3 steps`. */
export function bringingIn({ adds }: PhaseChange): ReadonlyMap<ElementId, string> {
  const owners = new Map<ElementId, ElementId>();
  const along = new Map<ElementId, Map<ElementKind, number>>();
  for (const { id, kind, parent } of adds) {
    const owner = isDetail(kind) && parent !== undefined ? owners.get(parent) : undefined;
    owners.set(id, owner ?? id);
    const counts = along.get(owner ?? id) ?? new Map<ElementKind, number>();
    along.set(owner ?? id, counts);
    if (owner !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return new Map(
    [...along].map(([id, counts]) => {
      const said = [...counts].map(([kind, count]) => counted(count, kindNoun(kind)));
      return [id, said.length === 0 ? '' : `with ${said.join(', ')}`];
    }),
  );
}

/** What else is worth knowing of what comes: where it stands, and what it is. */
export function factsOf(
  model: OrgModel,
  phase: Phase,
  change: PhaseChange,
  id: ElementId,
  along: string,
): readonly Fact[] {
  if (change.type !== 'add') return [];
  const element = findPlanned(model, id);
  if (!element) return [];
  if (element.kind === 'dotted-line') {
    return element.purpose ? [{ text: element.purpose.value, style: 'quiet', most: 3 }] : [];
  }
  const owner = 'owner' in element && element.owner ? nameIn(model, element.owner.id) : '';
  const said = [
    nameOf(model, element.term?.id),
    owner === '' ? '' : `owner ${owner}`,
    ...(element.kind === 'step' ? stepFacts(model, element, change) : [placeOf(model, phase, element)]),
    along,
  ];
  const text = said.filter((part) => part !== '').join(' · ');
  return text === '' ? [] : [{ text, style: 'quiet', most: 3 }];
}

/** The plan itself is around all that is drawn. */
function placeOf(model: OrgModel, phase: Phase, { parent }: Element): string {
  return parent === undefined || parent === phase.parent ? '' : `in ${nameIn(model, parent)}`;
}

/** Its process stands in its title. */
function stepFacts(
  model: OrgModel,
  { by, via, within, approval }: Element & { readonly kind: 'step' },
  { order }: PhaseChange,
): readonly string[] {
  return [
    order ? orderText(model, order) : '',
    by ? `by ${nameIn(model, by.id)}` : '',
    via ? `via ${nameIn(model, via.id)}` : '',
    within ? `within ${sayValue(model, 'duration', within)}` : '',
    approval ? 'approval' : '',
  ];
}

function orderText(model: OrgModel, { where, step }: NonNullable<PhaseChange['order']>): string {
  return `${where} ${nameIn(model, step.id)}`;
}

/** Where something goes, and what takes its place; nothing of what is only said anew. */
export function wayOf(model: OrgModel, change: PhaseChange, id: ElementId): string {
  const target = change.target ? nameIn(model, change.target.id) : '';
  switch (change.type) {
    case 'move':
      return moveText(model, change, id);
    case 'merge':
      return target === '' ? 'merged' : `merged into ${target}`;
    case 'retire':
      return target === '' ? 'retired' : `retired, replaced by ${target}`;
    case 'source':
      return target === '' ? '' : `by ${target}`;
    default:
      return '';
  }
}

/** `from A to B`; to what cannot hold it, a thing moves by another solid line, or another owner: `reports to: Head`. */
function moveText(model: OrgModel, { target, order }: PhaseChange, id: ElementId): string {
  const element = findPlanned(model, id);
  const to = target && findPlanned(model, target.id);
  const name = target ? nameIn(model, target.id) : '';
  if (element && to && !containersOf(element.kind).includes(to.kind)) {
    const field = belongingField(element.kind);
    if (field) return `${sayField(field)}: ${name}`;
  }
  const from = element?.parent;
  const stays = from !== undefined && from === target?.id;
  const way = [
    from === undefined || stays ? '' : `from ${nameIn(model, from)}`,
    name === '' || stays ? '' : `to ${name}`,
    order ? orderText(model, order) : '',
  ];
  return way.filter((part) => part !== '').join(' ');
}

/** What changes of one thing come to: `owner: Marketing Operations; used by: + Lifecycle desk; no interim`. */
export function statesOf(model: OrgModel, changes: readonly PhaseChange[], id: ElementId): string {
  const kind = findPlanned(model, id)?.kind;
  if (!kind) return '';
  const said = [...lastStates(changes)].map(([name, states]) => {
    const field = fieldOf(kind, name);
    const word = field ? sayField(field) : name;
    const values = states.flatMap(({ sign, value }) => {
      if (value === undefined) return [];
      const text = typeof value === 'string' ? value : field ? sayValue(model, field.type, value) : '';
      return [sign === undefined ? text : `${sign === '-' ? '−' : sign} ${text}`];
    });
    // What is said by standing there has no value worth reading.
    if (values.join() === 'yes') return word;
    return values.length === 0 ? `no ${word}` : `${word}: ${values.join(', ')}`;
  });
  const added = changes.flatMap(({ adds }) => adds.map((each) => `+ ${addedIn(model, each, id)}`));
  return [...said, ...added].join('; ');
}

/** By field. A value that a later change states takes the place of what an earlier one did. */
function lastStates(changes: readonly PhaseChange[]): ReadonlyMap<string, readonly Stated[]> {
  const last = new Map<string, readonly Stated[]>();
  for (const { states } of changes) {
    for (const [field, own] of Map.groupBy(states, (state) => state.field)) {
      const replaces = field !== 'allows' && own.some(({ sign, value }) => !sign || value === undefined);
      last.set(field, replaces ? own : [...(last.get(field) ?? []), ...own]);
    }
  }
  return last;
}

/** A dotted line from the thing itself says where to, and what for. */
function addedIn(model: OrgModel, added: Element, id: ElementId): string {
  if (added.kind !== 'dotted-line' || added.from.id !== id) return nameIn(model, added.id);
  const purpose = added.purpose ? ` “${added.purpose.value}”` : '';
  return `..> ${nameIn(model, added.to.id)}${purpose}`;
}
