import type { DottedLine, Element, ElementId } from '../elements.ts';
import { isTerm } from '../inherit.ts';
import type { OrgModel } from '../model.ts';
import { childrenOf } from '../model.ts';
import { pathOf } from '../namesakes.ts';
import type { Evidence } from './change.ts';
import { fieldsOf } from './fields.ts';
import type { Rename } from './values.ts';
import { keyOf, valuesOf } from './values.ts';

/** Which element of one model is which of another. */
export interface Matching {
  /** Ids before to ids after. */
  readonly after: ReadonlyMap<ElementId, ElementId>;
  /** Ids after to ids before. */
  readonly before: ReadonlyMap<ElementId, ElementId>;
  /** By id after, where it was inferred. */
  readonly inferred: ReadonlyMap<ElementId, Evidence>;
}

/**
 * Recognizes the elements of one model in another. What counts, in this order: the same `id` of the source; the same
 * qualified name; `previously`; inside something recognized the same name; the same name of the same kind elsewhere,
 * where there is only one; and what only one pair has in common: title, holders, all it says, or most of its members. The last is labelled
 * as inferred. Two elements with different source ids are never the same. O(size of both models).
 */
export function match(a: OrgModel, b: OrgModel): Matching {
  const matcher = new Matcher(a, b);
  matcher.bySourceId();
  matcher.byPath();
  matcher.byFormerName();
  matcher.byNameElsewhere();
  matcher.byEvidence('title', titleKey);
  matcher.byEvidence('holder', holderKey);
  matcher.byEvidence('content', contentKey);
  matcher.byMembers();
  matcher.lines();
  return matcher;
}

/** Both sides of one key. */
interface Pair {
  a: Element | undefined;
  b: Element | undefined;
  /** There is more than one on a side. */
  ambiguous: boolean;
}

class Matcher implements Matching {
  readonly after = new Map<ElementId, ElementId>();
  readonly before = new Map<ElementId, ElementId>();
  readonly inferred = new Map<ElementId, Evidence>();
  readonly #a: OrgModel;
  readonly #b: OrgModel;
  /** What is left to recognize: all but dotted lines, which are known by their ends. */
  #leftA: readonly Element[];
  #leftB: readonly Element[];

  constructor(a: OrgModel, b: OrgModel) {
    this.#a = a;
    this.#b = b;
    this.#leftA = ownElements(a);
    this.#leftB = ownElements(b);
    // There is one organization to a model, whatever it is called.
    if (a.organization && b.organization) this.#take(a.organization, b.organization);
  }

  bySourceId(): void {
    this.#pairUp(({ kind, sourceId }) => sourceId && `${kind} ${sourceId.value}`);
  }

  byPath(): void {
    for (const b of this.#leftB) {
      const a = this.#a.elements.get(b.id);
      if (a && isOwn(a) && this.#canBe(a, b)) this.#take(a, b);
    }
    this.#settle();
    // What was recognized by its source id may have what is inside it under another path.
    for (const [before, after] of [...this.after]) {
      const a = before === after ? undefined : this.#a.elements.get(before);
      const b = this.#b.elements.get(after);
      if (a && b) this.#inside(a, b);
    }
    this.#settle();
  }

  byFormerName(): void {
    if (!this.#leftB.some(({ previously }) => previously)) return;
    const former = Map.groupBy(this.#leftA, ({ kind, name }) => `${kind} ${name}`);
    for (const b of this.#leftB) {
      if (!b.previously) continue;
      const candidates = (former.get(`${b.kind} ${b.previously.value}`) ?? []).filter((a) =>
        this.#canBe(a, b),
      );
      const near = candidates.filter((a) => this.#isNear(a, b));
      const [only, another] = near.length > 0 ? near : candidates;
      if (only && !another) this.#takeWhole(only, b);
    }
    this.#settle();
  }

  byNameElsewhere(): void {
    // From the outside in: a team that moved takes along what is inside it.
    const depths = [...new Set(this.#leftB.map(depthOf))].sort((a, b) => a - b);
    for (const depth of depths) {
      const keyed = new Set(this.#leftB.filter((b) => depthOf(b) === depth).map(({ id }) => id));
      this.#pairUp(({ kind, name }) => `${kind} ${name}`, {
        accept: (a, b) => keyed.has(b.id) && this.#isLikely(a, b),
      });
    }
  }

  byEvidence(evidence: Evidence, key: (element: Element, rename: Rename) => string | undefined): void {
    const rename = (id: ElementId) => this.after.get(id) ?? id;
    const same = (id: ElementId) => id;
    const parentOf = (element: Element, side: 'a' | 'b') =>
      element.parent === undefined ? '' : side === 'a' ? rename(element.parent) : element.parent;
    // First beside the same siblings, then anywhere.
    for (const where of ['here', 'anywhere'] as const) {
      this.#pairUp(
        (element, side) => {
          const common = key(element, side === 'a' ? rename : same);
          if (common === undefined) return undefined;
          return where === 'here'
            ? `${element.kind} ${parentOf(element, side)}\n${common}`
            : `${element.kind}\n${common}`;
        },
        { evidence, accept: (a, b) => !isSomebodyElse(a, b, rename) },
      );
    }
  }

  /** A team that is gone and one that is new are the same where most of either are the same members. */
  byMembers(): void {
    const gone = new Set(this.#leftA.filter(({ kind }) => kind === 'team').map(({ id }) => id));
    if (gone.size === 0) return;
    for (const b of this.#leftB) {
      if (b.kind !== 'team') continue;
      const members = membersOf(this.#b, b.id);
      const shared = new Map<ElementId, number>();
      for (const member of members) {
        const former = this.#a.elements.get(this.before.get(member.id) ?? '')?.parent;
        if (former !== undefined && gone.has(former)) shared.set(former, (shared.get(former) ?? 0) + 1);
      }
      for (const [id, common] of shared) {
        const most = Math.max(members.length, membersOf(this.#a, id).length);
        const a = this.#a.elements.get(id);
        if (a && common > 1 && common * 2 > most && this.#canBe(a, b)) this.#takeWhole(a, b, 'members');
      }
    }
    this.#settle();
  }

  /** Dotted lines between the same ends are the same, those alike in everything first; then one end may have moved. */
  lines(): void {
    const rename = (id: ElementId) => this.after.get(id) ?? id;
    const same = (id: ElementId) => id;
    const keys: readonly [
      evidence: Evidence | undefined,
      key: (line: DottedLine, rename: Rename) => string,
    ][] = [
      [
        undefined,
        (line, name) => `${name(line.from.id)} ${name(line.to.id)} ${factsOf(line, name).join('\n')}`,
      ],
      [undefined, (line, name) => `${name(line.from.id)} ${name(line.to.id)}`],
      ['ends', (line, name) => `${name(line.from.id)} ${line.purpose?.value ?? ''}`],
      ['ends', (line, name) => `${name(line.to.id)} ${line.purpose?.value ?? ''}`],
    ];
    for (const [evidence, key] of keys) {
      const left = Map.groupBy(
        this.#a.byKind['dotted-line'].filter(({ id }) => !this.after.has(id)),
        (line) => key(line, rename),
      );
      const right = Map.groupBy(
        this.#b.byKind['dotted-line'].filter(({ id }) => !this.before.has(id)),
        (line) => key(line, same),
      );
      for (const [common, after] of right) {
        const before = left.get(common) ?? [];
        if (evidence !== undefined && (before.length !== 1 || after.length !== 1)) continue;
        for (const [index, b] of after.entries()) {
          const a = before[index];
          if (a) this.#take(a, b, evidence);
        }
      }
    }
  }

  /** Takes for the same what has the same key, where the key is that of one element on either side. */
  #pairUp(
    key: (element: Element, side: 'a' | 'b') => string | undefined,
    {
      evidence,
      accept,
    }: { readonly evidence?: Evidence; readonly accept?: (a: Element, b: Element) => boolean } = {},
  ): void {
    const pairs = new Map<string, Pair>();
    for (const a of this.#leftA) {
      const text = key(a, 'a');
      if (text === undefined) continue;
      const pair = pairs.get(text);
      if (pair) pair.ambiguous = true;
      else pairs.set(text, { a, b: undefined, ambiguous: false });
    }
    for (const b of this.#leftB) {
      const text = key(b, 'b');
      const pair = text === undefined ? undefined : pairs.get(text);
      if (!pair) continue;
      if (pair.b) pair.ambiguous = true;
      pair.b = b;
    }
    for (const { a, b, ambiguous } of pairs.values()) {
      if (a && b && !ambiguous && this.#canBe(a, b) && (!accept || accept(a, b)))
        this.#takeWhole(a, b, evidence);
    }
    this.#settle();
  }

  #canBe(a: Element, b: Element): boolean {
    if (this.after.has(a.id) || this.before.has(b.id) || a.kind !== b.kind) return false;
    return !a.sourceId || !b.sourceId || a.sourceId.value === b.sourceId.value;
  }

  /** A name alone says little where the team it stood in is gone and the one it stands in is new: `lead`, `analyst`. */
  #isLikely(a: Element, b: Element): boolean {
    if (a.parent === undefined || b.parent === undefined) return true;
    if (this.after.has(a.parent) || this.before.has(b.parent)) return true;
    return a.title !== undefined && a.title === b.title;
  }

  #isNear(a: Element, b: Element): boolean {
    return (a.parent === undefined ? undefined : this.after.get(a.parent)) === b.parent;
  }

  /** The element, and what is inside it under the same names. */
  #takeWhole(a: Element, b: Element, evidence?: Evidence): void {
    this.#take(a, b, evidence);
    this.#inside(a, b);
  }

  #inside(a: Element, b: Element): void {
    const inA = childrenOf(this.#a, a.id);
    if (inA.length === 0) return;
    const inB = childrenOf(this.#b, b.id);
    if (inB.length === 0) return;
    const named = new Map(inA.map((child) => [`${child.kind} ${child.name}`, child]));
    for (const child of inB) {
      if (child.kind === 'dotted-line') continue;
      const found = named.get(`${child.kind} ${child.name}`);
      if (found && this.#canBe(found, child)) this.#takeWhole(found, child);
    }
  }

  #take(a: Element, b: Element, evidence?: Evidence): void {
    this.after.set(a.id, b.id);
    this.before.set(b.id, a.id);
    if (evidence) this.inferred.set(b.id, evidence);
  }

  #settle(): void {
    this.#leftA = this.#leftA.filter(({ id }) => !this.after.has(id));
    this.#leftB = this.#leftB.filter(({ id }) => !this.before.has(id));
  }
}

function ownElements(model: OrgModel): readonly Element[] {
  const own: Element[] = [];
  for (const element of model.elements.values()) {
    if (isOwn(element) && element.kind !== 'dotted-line') own.push(element);
  }
  return own;
}

/** Whether the model says it, and not the standard vocabulary. */
export function isOwn(element: Element): boolean {
  return !isTerm(element) || !element.standard;
}

function membersOf(model: OrgModel, id: ElementId): readonly Element[] {
  return childrenOf(model, id).filter(({ kind }) => kind === 'role' || kind === 'team');
}

function depthOf({ id }: Element): number {
  return pathOf(id).split('.').length;
}

/** Two seats in which different people sit have a title in common, and no more. */
function isSomebodyElse(a: Element, b: Element, rename: Rename): boolean {
  if (a.kind !== 'role' || b.kind !== 'role' || a.holders.length === 0 || b.holders.length === 0)
    return false;
  const before = new Set(a.holders.map((holder) => keyOf(holder, rename)));
  return !b.holders.some((holder) => before.has(keyOf(holder, (id) => id)));
}

function titleKey({ title }: Element): string | undefined {
  return title;
}

function holderKey(element: Element, rename: Rename): string | undefined {
  if (element.kind !== 'role' || element.holders.length === 0) return undefined;
  return element.holders
    .map((holder) => keyOf(holder, rename))
    .sort()
    .join('\n');
}

/** All that it says: nothing where that is too little to recognize it by. */
function contentKey(element: Element, rename: Rename): string | undefined {
  const facts = factsOf(element, rename);
  return facts.length < 3 ? undefined : facts.join('\n');
}

function factsOf(element: Element, rename: Rename): readonly string[] {
  return fieldsOf(element.kind).flatMap((field) => {
    const values = valuesOf(element, field).map((value) => keyOf(value, rename));
    return values.length > 0 ? [`${field.name} ${values.sort().join('\n')}`] : [];
  });
}
