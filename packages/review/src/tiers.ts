import type { Change, ElementKind } from '@mktorg/model';

/**
 * How much a change asks of whoever reviews it. `structural`: who reports to whom, who leads, who holds a seat, who
 * owns; teams and roles that come, go or move, and all that goes. `commitment`: platforms, processes, programs, money,
 * phases, who answers for what. `descriptive`: words.
 */
export type Tier = 'structural' | 'commitment' | 'descriptive';
export const tiers: readonly Tier[] = ['structural', 'commitment', 'descriptive'];

/** What decides who reports to whom, who leads, who sits where and for how long, and who owns. */
const structuralFields: ReadonlySet<string> = new Set([
  'lead',
  'reportsTo',
  'holders',
  'interim',
  'owner',
  'budgetOwner',
  'workflowOwner',
  'chair',
  'sponsor',
]);
const descriptiveFields: ReadonlySet<string> = new Set([
  'title',
  'description',
  'notes',
  'links',
  'tags',
  'sourceId',
  'previously',
  'aliases',
  'location',
  'hubs',
  'strategy',
  'caseStudies',
]);
const words: ReadonlySet<ElementKind> = new Set([
  'challenge',
  'view',
  'charter',
  'goal',
  'objective',
  'driver',
  // Who leaves a seat is told of the seat, and of the people.
  'person',
]);
/** What hangs in reporting lines. */
const placed: ReadonlySet<ElementKind> = new Set(['team', 'role', 'external']);
/** Parts of processes and plans: no change of one is graver than that of a process. */
const inner: ReadonlySet<ElementKind> = new Set(['step', 'barrier', 'stakeholder', 'phase']);

export function tierOf(change: Change): Tier {
  switch (change.type) {
    case 'settings':
      return 'commitment';
    case 'added':
      if (words.has(change.element.kind)) return 'descriptive';
      return placed.has(change.element.kind) ? 'structural' : 'commitment';
    case 'removed':
      if (words.has(change.element.kind)) return 'descriptive';
      return change.element.kind === 'dotted-line' || inner.has(change.element.kind)
        ? 'commitment'
        : 'structural';
    case 'moved':
      return placed.has(kindIn(change.after)) ? 'structural' : 'commitment';
    case 'renamed':
      return 'descriptive';
    case 'changed': {
      const { field, minus, plus } = change;
      if (structuralFields.has(field)) return inner.has(kindIn(change.after)) ? 'commitment' : 'structural';
      if (field === 'seats' && isFewer(minus, plus)) return 'structural';
      return descriptiveFields.has(field) ? 'descriptive' : 'commitment';
    }
  }
}

export function graver(a: Tier, b: Tier): Tier {
  return tiers.indexOf(a) <= tiers.indexOf(b) ? a : b;
}

function kindIn(id: string): ElementKind {
  return id.slice(0, id.indexOf(':')) as ElementKind;
}

function isFewer(minus: readonly unknown[], plus: readonly unknown[]): boolean {
  return numberIn(plus) < numberIn(minus);
}

function numberIn([value]: readonly unknown[]): number {
  const number: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'value') : 1;
  return typeof number === 'number' ? number : 1;
}
