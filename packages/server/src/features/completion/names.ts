import {
  type Element,
  type ElementId,
  type ElementKind,
  isTermKind,
  kindNoun,
  type OrgModel,
  shortestName,
} from '@mktorg/model';
import { matcherOf } from '../../text/fuzzy.ts';
import type { Draft } from './items.ts';

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
}

/** Names of elements of these kinds, the closest ones first: those around the cursor, its document, the standard ones. */
export function nameDrafts(wanted: NamesWanted): { readonly drafts: Draft[]; readonly incomplete: boolean } {
  const { model, kinds, prefix } = wanted;
  const dot = prefix.lastIndexOf('.');
  const qualifier = dot < 0 ? '' : prefix.slice(0, dot);
  const matcher = matcherOf(prefix.slice(dot + 1));
  const distances = new Map(wanted.around.map((id, steps) => [id, Math.min(steps, 5)]));
  /** By rank: there may be very many, and only the first ones count. */
  const ranks: { readonly element: Element; readonly score: number }[][] = [];
  for (const kind of kinds) {
    for (const element of model.byKind[kind]) {
      if (element.name === '' || (qualifier !== '' && !isInside(element.path, qualifier))) continue;
      const score = matcher.fit(element.name) ?? matcher.fit(element.title ?? '');
      if (score === undefined) continue;
      const rank = rankOf(element, wanted.uri, distances);
      const list = ranks[rank];
      if (list) list.push({ element, score });
      else ranks[rank] = [{ element, score }];
    }
  }
  const found: { readonly element: Element; readonly rank: number }[] = [];
  let all = 0;
  for (const [rank, list] of ranks.entries()) {
    all += list?.length ?? 0;
    const room = most - found.length;
    if (!list || room <= 0) continue;
    const best = list.length > room && prefix !== '' ? list.sort((a, b) => b.score - a.score) : list;
    for (const { element } of best.slice(0, room)) found.push({ element, rank });
  }
  const drafts = found.map(({ element, rank }) => draftOf(element, rank, qualifier, wanted));
  return { drafts, incomplete: all > found.length };
}

/** Whether the element stands right inside something whose path ends like the qualifier. */
function isInside(path: string, qualifier: string): boolean {
  const outer = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  return outer === qualifier || outer.endsWith(`.${qualifier}`);
}

/** 0 in the same element, one more for every step out; then the same document, the rest, the standard terms. */
function rankOf(element: Element, uri: string, distances: ReadonlyMap<ElementId, number>): number {
  if ('standard' in element) return element.standard ? 9 : 7;
  const distance = element.parent === undefined ? undefined : distances.get(element.parent);
  return distance ?? (element.at.uri === uri ? 6 : 8);
}

function draftOf(element: Element, rank: number, qualifier: string, wanted: NamesWanted): Draft {
  const { model, kinds, around } = wanted;
  const written = qualifier === '' ? undefined : `${qualifier}.${element.name}`;
  const name = written ?? shortestName(model, element.id, around[0], kinds);
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
