import {
  type Element,
  type ElementId,
  type ElementKind,
  isTermKind,
  kindNoun,
  type OrgModel,
  shortestName,
} from '@mktorg/model';
import { fit } from '../../text/fuzzy.ts';
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
  /** Path of the element around the cursor; empty at the top. */
  readonly scope: string;
}

/** Names of elements of these kinds, the closest ones first: those around the cursor, its document, the standard ones. */
export function nameDrafts(wanted: NamesWanted): { readonly drafts: Draft[]; readonly incomplete: boolean } {
  const { model, kinds, prefix } = wanted;
  const dot = prefix.lastIndexOf('.');
  const qualifier = dot < 0 ? '' : prefix.slice(0, dot);
  const typed = prefix.slice(dot + 1);
  const found: { readonly element: Element; readonly rank: number; readonly score: number }[] = [];
  for (const kind of kinds) {
    for (const element of model.byKind[kind]) {
      if (element.name === '') continue;
      if (qualifier !== '' && !isInside(element.path, qualifier)) continue;
      const score = fit(typed, element.name) ?? fit(typed, element.title ?? '');
      if (score !== undefined) found.push({ element, score, rank: rankOf(element, wanted) });
    }
  }
  const incomplete = found.length > most;
  if (incomplete) found.sort((a, b) => b.score - a.score || a.rank - b.rank);
  const drafts = found.slice(0, most).map(({ element, rank }) => draftOf(element, rank, qualifier, wanted));
  return { drafts, incomplete };
}

/** Whether the element stands right inside something whose path ends like the qualifier. */
function isInside(path: string, qualifier: string): boolean {
  const outer = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  return outer === qualifier || outer.endsWith(`.${qualifier}`);
}

/** 0 in the same element, one more for every step out; then the same document, the rest, the standard terms. */
function rankOf(element: Element, { scope, uri }: NamesWanted): number {
  if (isTermKind(element.kind)) return 'standard' in element && element.standard ? 9 : 7;
  const outer = element.path.slice(0, Math.max(0, element.path.lastIndexOf('.')));
  let steps = 0;
  for (let around = scope; around !== ''; around = around.slice(0, Math.max(0, around.lastIndexOf('.')))) {
    if (outer === around) return Math.min(steps, 5);
    steps++;
  }
  return element.at.uri === uri ? 6 : 8;
}

function draftOf(element: Element, rank: number, qualifier: string, wanted: NamesWanted): Draft {
  const { model, kinds, scope } = wanted;
  const written = qualifier === '' ? undefined : `${qualifier}.${element.name}`;
  const name = written ?? shortestName(model, element.id, scopeId(scope), kinds);
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

/** Scopes are told by an id; only its path counts. */
function scopeId(scope: string): ElementId | undefined {
  return scope === '' ? undefined : `team:${scope}`;
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
