import type { Change, Changed, Element, ElementId, ElementKind, OrgModel } from '@mktorg/model';
import { fieldOf, find, managerOf, nameIn, sayField, sayValue } from '@mktorg/model';
import type { Mark } from '../scene.ts';

/** What happens to each element, in the words that stand on its card. */
export interface Marks {
  /** By id after. */
  readonly after: ReadonlyMap<ElementId, Mark>;
  /** What is gone, by id before. */
  readonly gone: ReadonlyMap<ElementId, Element>;
  /** What stands elsewhere: ids before, and what they are after. */
  readonly moved: ReadonlyMap<ElementId, ElementId>;
  /** By id after: to whom it reported before, where what it says of that has changed. */
  readonly rePointed: ReadonlyMap<ElementId, ElementId>;
  /** Dotted lines that start or end elsewhere: ids before, and what they are after. */
  readonly reEnded: ReadonlyMap<ElementId, ElementId>;
}

/**
 * Changes that lead from one model to another, as marks. O(changes).
 *
 * @param placing the fields that decide where the card of a kind stands
 */
export function marksOf(
  before: OrgModel,
  after: OrgModel,
  changes: readonly Change[],
  placing: Placing = placingByOwner,
): Marks {
  const marks = new Map<ElementId, Mark>();
  const gone = new Map<ElementId, Element>();
  const moved = new Map<ElementId, ElementId>();
  const rePointed = new Map<ElementId, ElementId>();
  const reEnded = new Map<ElementId, ElementId>();
  const say = (id: ElementId, type: 'moved' | 'changed', text: string): void => {
    if (text === '') return;
    const known = marks.get(id);
    if (known) {
      const texts = type === 'moved' ? [text, known.text] : [known.text, text];
      marks.set(id, { type: known.type === 'changed' ? type : known.type, text: texts.join('; ') });
    } else marks.set(id, { type, text });
  };
  for (const change of changes) {
    if (change.type === 'added') marks.set(change.element.id, { type: 'added', text: '' });
    if (change.type === 'removed') gone.set(change.element.id, change.element);
    if (change.type === 'moved') {
      moved.set(change.before, change.after);
      say(
        change.after,
        'moved',
        `from ${change.from === undefined ? 'the top' : nameIn(before, change.from)}`,
      );
    }
    if (change.type === 'renamed' && !find(after, change.after)?.title) {
      say(change.after, 'changed', `was ${change.from}`);
    }
    if (change.type !== 'changed') continue;
    const was = refIn(change.minus);
    if (was !== undefined && placing[kindOf(change.after)]?.has(change.field)) {
      moved.set(change.before, change.after);
      say(change.after, 'moved', `from ${nameIn(before, was)}`);
      continue;
    }
    if (was !== undefined && ends.has(change.field) && kindOf(change.after) === 'dotted-line') {
      reEnded.set(change.before, change.after);
      const way = change.field === 'from' ? 'started from' : 'led to';
      say(change.after, 'moved', `${way} ${nameIn(before, was)}`);
      continue;
    }
    if (change.field === 'reportsTo') {
      const manager = managerOf(before, change.before);
      if (manager) rePointed.set(change.after, manager.id);
    }
    say(change.after, 'changed', changedInWords(before, after, change));
  }
  return { after: marks, gone, moved, rePointed, reEnded };
}

export type Placing = { readonly [kind in ElementKind]?: ReadonlySet<string> };

/** In a chart of reporting lines, things hang under those who own them. */
const placingByOwner: Placing = {
  platform: new Set(['owner']),
  partner: new Set(['workflowOwner']),
};

const ends: ReadonlySet<string> = new Set(['from', 'to']);

/** What a card need not say: nobody sees it in a chart, or another word says it. */
const silent: ReadonlySet<string> = new Set(['previously', 'sourceId']);
/** Of these, a card says that they changed, and not how: they are long. */
const long: ReadonlySet<string> = new Set(['text', 'link', 'weighed', 'allow', 'change', 'measure']);

/** `lead: A → B`, `used by + C, − D`, `seats 2 → 3`. */
function changedInWords(before: OrgModel, after: OrgModel, change: Changed): string {
  if (change.field === 'order') return 'another order';
  const field = fieldOf(kindOf(change.after), change.field);
  if (!field || silent.has(field.name)) return '';
  const word = sayField(field);
  if (field.name === 'title') return `was “${String(change.minus[0] ?? nameIn(before, change.before))}”`;
  if (long.has(field.type) || field.name === 'description') return word;
  const minus = change.minus.map((value) => sayValue(before, field.type, value));
  const plus = change.plus.map((value) => sayValue(after, field.type, value));
  if (states.has(field.type)) return stateInWords(field.name, word, minus, plus);
  if (field.many === 'one' || field.name === 'reportsTo') {
    if (plus.length === 0) return `${word}: no longer ${minus.join(', ')}`;
    return minus.length === 0
      ? `${word}: ${plus.join(', ')}`
      : `${word}: ${minus.join(', ')} → ${plus.join(', ')}`;
  }
  return `${word}: ${[...plus.map((each) => `+ ${each}`), ...minus.map((each) => `− ${each}`)].join(', ')}`;
}

/** What holds by being said, and may say more: how long, or under which regulation. */
const states: ReadonlySet<string> = new Set(['flag', 'interim', 'personal-data']);
/** Of these, what something has; of all others, what it is. */
const had: ReadonlySet<string> = new Set(['approval', 'personalData']);

/** `now interim`, `no longer interim`, `interim: until 2027-01-01`. */
function stateInWords(
  field: string,
  word: string,
  minus: readonly string[],
  plus: readonly string[],
): string {
  const state = had.has(field) ? `with ${word}` : word;
  const [was, is] = [minus, plus].map((said) => said.find((each) => each !== 'yes'));
  if (plus.length === 0) return `no longer ${state}`;
  if (is === undefined) return was === undefined ? `now ${state}` : `${word}: no longer ${was}`;
  return was === undefined ? `${word}: ${is}` : `${word}: ${was} → ${is}`;
}

function refIn([value]: readonly unknown[]): ElementId | undefined {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined;
  return typeof id === 'string' ? id : undefined;
}

function kindOf(id: ElementId): ElementKind {
  return id.slice(0, id.indexOf(':')) as ElementKind;
}
