import {
  childrenOf,
  type Element,
  type ElementId,
  type ElementKind,
  elementsIn,
  isTermKind,
  kindNoun,
  kindsIn,
  type OrgModel,
  shortestName,
} from '@mktorg/model';
import { matcherOf, sureScore } from '../../text/fuzzy.ts';
import type { Draft } from './items.ts';
import type { Planned } from './planned.ts';

/** More names than these nobody reads: typing on narrows them down. */
const most = 200;

export interface NamesWanted {
  readonly model: OrgModel;
  /** The document that is written in. */
  readonly uri: string;
  readonly kinds: readonly ElementKind[];
  /** What is typed so far: `des`, `brand.des`. */
  readonly prefix: string;
  /** The elements around the cursor, the innermost first. */
  readonly around: readonly ElementId[];
  /** In a phase: what is different from today. */
  readonly planned?: Planned;
}

/** Names of elements of these kinds, the closest ones first: those around the cursor, its document, the standard ones. */
export function nameDrafts(wanted: NamesWanted): { readonly drafts: Draft[]; readonly incomplete: boolean } {
  const { prefix } = wanted;
  const dot = prefix.lastIndexOf('.');
  const qualifier = dot < 0 ? '' : prefix.slice(0, dot);
  const fit = fitting(prefix.slice(dot + 1), qualifier, wanted.planned?.gone);
  const near = [...nearby(wanted)].flatMap((element) => fit(element) ?? []);
  const distances = new Map(wanted.around.map((id, steps) => [id, Math.min(steps, 5)]));
  const ranks: Fit[][] = [];
  for (const found of near) {
    const rank = rankOf(found.element, wanted.uri, distances);
    const list = ranks[rank];
    if (list) list.push(found);
    else ranks[rank] = [found];
  }
  const far: Fit[] = [];
  const closer = near.length - (ranks[lastRank]?.length ?? 0);
  let good = 0;
  // There may be very many: once there are more good ones than are shown, the others need not be looked at.
  for (const element of farAway(wanted)) {
    if (good > most - closer) break;
    const found = fit(element);
    if (!found || distances.has(element.parent ?? '')) continue;
    far.push(found);
    if (found.score >= sureScore || prefix === '') good++;
  }
  ranks[farRank] = far;
  return best(ranks, qualifier, wanted);
}

/** The ranks of what is far away, and of the standard terms behind it. */
const farRank = 8;
const lastRank = 9;

interface Fit {
  readonly element: Element;
  readonly score: number;
}

function fitting(
  typed: string,
  qualifier: string,
  gone: ReadonlySet<ElementId> | undefined,
): (element: Element) => Fit | undefined {
  const matcher = matcherOf(typed);
  return (element) => {
    if (gone?.has(element.id)) return undefined;
    if (element.name === '' || (qualifier !== '' && !isInside(element.path, qualifier))) return undefined;
    const score = matcher.fit(element.name) ?? matcher.fit(element.title ?? '');
    return score === undefined ? undefined : { element, score };
  };
}

/** What stands inside the elements around the cursor or in its document, and the terms. */
function* nearby({ model, uri, kinds, around, planned }: NamesWanted): Generator<Element> {
  for (const element of planned?.coming ?? []) if (kinds.includes(element.kind)) yield element;
  for (const kind of kinds) {
    if (isTermKind(kind)) yield* model.byKind[kind];
    else yield* kindsIn(elementsIn(model, uri)).get(kind) ?? [];
  }
  for (const id of around) {
    for (const child of childrenOf(model, id)) {
      if (child.at.uri !== uri && kinds.includes(child.kind) && !isTermKind(child.kind)) yield child;
    }
  }
}

/** What stands in other documents, without the terms. */
function* farAway({ model, uri, kinds }: NamesWanted): Generator<Element> {
  for (const kind of kinds) {
    if (isTermKind(kind)) continue;
    for (const other of model.documents) {
      if (other !== uri) yield* kindsIn(elementsIn(model, other)).get(kind) ?? [];
    }
  }
}

/** The first ones of all ranks; of a rank for which there is not room enough, those that fit best. */
function best(
  ranks: readonly Fit[][],
  qualifier: string,
  wanted: NamesWanted,
): { readonly drafts: Draft[]; readonly incomplete: boolean } {
  const drafts: Draft[] = [];
  let all = 0;
  for (const [rank, list = []] of ranks.entries()) {
    all += list.length;
    const room = most - drafts.length;
    const first = list.length > room && wanted.prefix !== '' ? list.sort((a, b) => b.score - a.score) : list;
    for (const { element } of first.slice(0, room)) drafts.push(draftOf(element, rank, qualifier, wanted));
  }
  return { drafts, incomplete: all > drafts.length };
}

/** Whether the element stands right inside something whose path ends like the qualifier. */
function isInside(path: string, qualifier: string): boolean {
  const outer = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  return outer === qualifier || outer.endsWith(`.${qualifier}`);
}

/** 0 in the same element, one more for every step out; then the same document, the rest, the standard terms. */
function rankOf(element: Element, uri: string, distances: ReadonlyMap<ElementId, number>): number {
  if ('standard' in element) return element.standard ? lastRank : 7;
  const distance = element.parent === undefined ? undefined : distances.get(element.parent);
  return distance ?? (element.at.uri === uri ? 6 : farRank);
}

function draftOf(element: Element, rank: number, qualifier: string, wanted: NamesWanted): Draft {
  const { model, kinds, around } = wanted;
  const written = qualifier === '' ? undefined : `${qualifier}.${element.name}`;
  const name =
    written ??
    (model.elements.has(element.id)
      ? shortestName(model, element.id, around[0], kinds)
      : addedName(element, wanted));
  const { title } = element;
  return {
    label: name,
    kind: draftKind(element.kind),
    detail: title === undefined ? kindNoun(element.kind) : `${kindNoun(element.kind)} “${title}”`,
    snippet: name.replaceAll('$', '\\$'),
    filter: title === undefined ? name : `${name} ${title}`,
    rank: String(rank),
    data: { root: model.root, id: element.id },
    ...(title !== undefined && { title }),
  };
}

/** What a plan brings goes by its name, unless something else of these kinds is called so too. */
function addedName(element: Element, { model, kinds, planned }: NamesWanted): string {
  const isOther = ({ id, name, kind }: Element): boolean =>
    name === element.name && id !== element.id && kinds.includes(kind);
  for (const other of planned?.coming ?? []) if (isOther(other)) return element.path;
  for (const other of model.elements.values()) if (isOther(other)) return element.path;
  return element.name;
}

function draftKind(kind: ElementKind): Draft['kind'] {
  switch (kind) {
    case 'team':
    case 'committee':
    case 'initiative':
      return 'team';
    case 'role':
    case 'person':
    case 'process':
      return kind;
    case 'platform':
    case 'ai':
    case 'dataset':
      return 'platform';
    case 'external':
    case 'partner':
    case 'region':
    case 'business-line':
      return 'outside';
    default:
      return isTermKind(kind) ? 'term' : 'name';
  }
}
