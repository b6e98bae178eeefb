import type { Element, ElementId, OrgModel, Role } from '@mktorg/model';
import {
  directReports,
  documentsThatDiffer,
  elementsIn,
  find,
  isTermKind,
  managerOf,
  mentionsIn,
  mentionsOf,
  occurrencesOf,
  perList,
  teamsLedBy,
} from '@mktorg/model';
import { elementsBelow } from './below.ts';

/** What differs between two models of one organization, as far as findings can tell. */
export interface Change {
  /** Documents that came, went, or were read anew: whatever stands in them has new places. */
  readonly documents: ReadonlySet<string>;
  /** Elements that say something else than before, and what stands inside them: before and after. */
  readonly pairs: ReadonlyMap<ElementId, Pair>;
  /** Elements of other documents with a changed neighborhood, by document. */
  readonly touched: ReadonlyMap<string, ReadonlySet<ElementId>>;
  /** Roles that others report to, and that have another manager than before: reporting lines below are other ones. */
  readonly linesMoved: readonly ElementId[];
  /** Roles and teams with another reporting line than before, anywhere along it, and the dotted lines from them. */
  readonly below: () => readonly Element[];
  readonly vocabularyChanged: boolean;
}
export interface Pair {
  readonly before?: Element;
  readonly after?: Element;
  /** Something around it changed that it may be placed, led or scoped by: more than a title. */
  readonly moved: boolean;
}

/** Nothing, where so much is new that looking for what differs does not pay. */
export function changeBetween(before: OrgModel, after: OrgModel): Change | undefined {
  const documents = changedDocuments(before, after);
  if (documents.size * 2 > after.documents.length) return undefined;
  for (const uri of documents) {
    if (isEntangled(before, uri) || isEntangled(after, uri)) return undefined;
  }
  const changed = changedPairs(before, after, documents);
  const pairs = withInside(before, after, changed, documents);
  const touched = new Set<ElementId>();
  for (const id of withAround(before, after, pairs.keys())) {
    for (const { from } of mentionsOf(before, id)) touched.add(from);
    for (const { from } of mentionsOf(after, id)) touched.add(from);
  }
  for (const uri of documents) {
    for (const model of [before, after]) {
      for (const { from, to } of mentionsIn(model, uri)) if (pairs.has(from)) touched.add(to);
    }
  }
  const linesMoved = new Set<ElementId>();
  const moved = new Set<ElementId>();
  for (const id of [...pairs.keys(), ...touched]) {
    const [old, now] = [managerOf(before, id), managerOf(after, id)];
    if (old) touched.add(old.id);
    if (now) touched.add(now.id);
    if (old?.id === now?.id) continue;
    moved.add(id);
    for (const model of [before, after]) {
      const role = roleOf(model, id);
      if (!role) continue;
      moved.add(role.id);
      if (isAbove(model, role.id)) linesMoved.add(role.id);
    }
  }
  let below: readonly Element[] | undefined;
  const vocabularyChanged = [...pairs.values()].some((pair) =>
    [pair.before, pair.after].some((element) => element && isTermKind(element.kind)),
  );
  return {
    documents,
    pairs,
    touched: byDocument(after, touched, documents),
    linesMoved: [...linesMoved],
    below: () => {
      below ??= elementsBelow(after, moved);
      return below;
    },
    vocabularyChanged,
  };
}

/** Whether lines lead to a role: of roles, or of the teams that it leads. */
function isAbove(model: OrgModel, roleId: ElementId): boolean {
  return teamsLedBy(model, roleId).length > 0 || directReports(model, roleId).length > 0;
}

/** Of a team its lead. */
function roleOf(model: OrgModel, id: ElementId): Role | undefined {
  const element = find(model, id);
  const role = element?.kind === 'team' ? find(model, element.lead?.id) : element;
  return role?.kind === 'role' ? role : undefined;
}

function changedDocuments(before: OrgModel, after: OrgModel): ReadonlySet<string> {
  const differing = documentsThatDiffer(before, after);
  return new Set(
    differing.filter((uri) => elementsIn(before, uri).length > 0 || elementsIn(after, uri).length > 0),
  );
}

/** Nesting leaves a document only by a header that names a path, or where two documents declare the same element. */
function isEntangled(model: OrgModel, uri: string): boolean {
  const elements = elementsIn(model, uri);
  if (parentsElsewhere(elements).length > 0) return true;
  const entangled = entangledParents(model);
  return !entangled.isEmpty && elements.some(({ id }) => entangled.has(id));
}

/** What elements of a document stand in that is not in it. */
const parentsElsewhere = perList((elements): readonly ElementId[] => {
  const ids = new Set(elements.map(({ id }) => id));
  return elements.flatMap(({ parent }) => (parent === undefined || ids.has(parent) ? [] : [parent]));
});

const entangledParents = occurrencesOf(parentsElsewhere);

function changedPairs(
  before: OrgModel,
  after: OrgModel,
  documents: ReadonlySet<string>,
): ReadonlyMap<ElementId, Pair> {
  const pairs = new Map<ElementId, Pair>();
  for (const uri of documents) {
    for (const element of elementsIn(before, uri)) {
      const now = find(after, element.id);
      if (!now) pairs.set(element.id, { before: element, moved: false });
      else if (!saysTheSame(element, now))
        pairs.set(element.id, { before: element, after: now, moved: false });
    }
    for (const element of elementsIn(after, uri)) {
      if (!find(before, element.id)) pairs.set(element.id, { after: element, moved: false });
    }
  }
  return pairs;
}

const places: ReadonlySet<string> = new Set(['at', 'nameAt']);
const remarks: ReadonlySet<string> = new Set([...places, 'title', 'description', 'notes', 'links']);

/** Whether two pieces of plain data are the same but for their places, or for what else is not to count. */
export function saysTheSame(a: unknown, b: unknown, but: ReadonlySet<string> = places): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a).filter((key) => !but.has(key));
  if (keys.length !== Object.keys(b).filter((key) => !but.has(key)).length) return false;
  return keys.every((key) => saysTheSame(Reflect.get(a, key), Reflect.get(b, key), but));
}

/** What stands inside a changed element is led, placed and named by it. */
function withInside(
  before: OrgModel,
  after: OrgModel,
  changed: ReadonlyMap<ElementId, Pair>,
  documents: ReadonlySet<string>,
): ReadonlyMap<ElementId, Pair> {
  const pairs = new Map(changed);
  for (const model of [before, after]) {
    for (const uri of documents) {
      // An element stands before what is inside it.
      for (const { id, parent } of elementsIn(model, uri)) {
        const around = parent === undefined ? undefined : pairs.get(parent);
        if (!around) continue;
        const moved = around.moved || !saysTheSame(around.before, around.after, remarks);
        const known = pairs.get(id);
        if (known) pairs.set(id, { ...known, moved: known.moved || moved });
        else pairs.set(id, pairOf(find(before, id), find(after, id), moved));
      }
    }
  }
  return pairs;
}

function pairOf(before: Element | undefined, after: Element | undefined, moved: boolean): Pair {
  return { moved, ...(before && { before }), ...(after && { after }) };
}

function withAround(before: OrgModel, after: OrgModel, ids: Iterable<ElementId>): ReadonlySet<ElementId> {
  const all = new Set(ids);
  for (const id of [...all]) {
    for (const model of [before, after]) {
      let parent = find(model, id)?.parent;
      while (parent !== undefined && !all.has(parent)) {
        all.add(parent);
        parent = find(model, parent)?.parent;
      }
    }
  }
  return all;
}

/** Those that are still there, in documents that are judged only in part, each with what stands around it. */
function byDocument(
  model: OrgModel,
  ids: ReadonlySet<ElementId>,
  without: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<ElementId>> {
  const found = new Map<string, Set<ElementId>>();
  for (const id of ids) {
    for (let element = find(model, id); element; element = find(model, element.parent)) {
      const { uri } = element.at;
      if (without.has(uri)) break;
      const inside = found.get(uri) ?? new Set();
      if (inside.has(element.id)) break;
      inside.add(element.id);
      found.set(uri, inside);
    }
  }
  return found;
}
