import { resolveAdditions } from './additions.ts';
import { buildElement } from './build.ts';
import type { Element, ElementId } from './elements.ts';
import { inheritFrom, isTerm } from './inherit.ts';
import type { Issue } from './issues.ts';
import type { LineCount } from './line-numbers.ts';
import { repeatedDeclaration } from './misstatements.ts';
import type { Mention } from './model.ts';
import type { Outline } from './outline.ts';
import { claimOf } from './outline.ts';
import { comparePlaces } from './place.ts';
import { same } from './same.ts';
import { unknownWords } from './words.ts';
import type { Surroundings } from './work.ts';
import { Work } from './work.ts';

/** What one document contributes to its organization, its names resolved. */
export interface Part {
  readonly outline: Outline;
  /** Source order; of what is declared twice here, the first. Another document may have declared it before. */
  readonly elements: readonly Element[];
  readonly byId: ReadonlyMap<ElementId, Element>;
  /** What the phases of its plans add. */
  readonly added: readonly Element[];
  /** Source order. */
  readonly mentions: readonly Mention[];
  /** The names on which the document depends, see `dependencies`. */
  readonly dependsOn: ReadonlySet<string>;
  readonly issues: readonly Issue[];
  /** Dotted lines by path: how many are alike here, and how many of them stand in earlier documents. */
  readonly lines: ReadonlyMap<string, LineCount>;
}

/** Resolves a document. An element that comes out as it was in the former part keeps its identity. */
export function resolvePart(outline: Outline, around: Surroundings, former?: Part): Part {
  const { fragment, ids, paths, parents, added, firsts } = outline;
  const standard = fragment.standard === true;
  const work = new Work(around);
  const additions = resolveAdditions(outline, work);
  const elements: Element[] = [];
  for (const [index, declaration] of fragment.declarations.entries()) {
    if (added.has(index)) continue;
    const id = ids[index] ?? '';
    const path = paths[index] ?? '';
    const parent = ids[parents[index] ?? -1];
    if (declaration.kind === 'dotted-line') {
      const line = work.line(declaration, parent, work.standpoint(parent ?? '', path));
      if (line) elements.push(line);
      continue;
    }
    if (id === '') {
      work.discard(declaration, work.standpoint(parent ?? '', path));
      continue;
    }
    const resolver = work.resolver(work.standpoint(id, path));
    const inside = work.inside(declaration, id);
    let element = buildElement(declaration, { id, path, parent: inside?.id ?? parent }, resolver, standard);
    if (inside) element = { ...element, inside };
    if (element.kind === 'phase') element = { ...element, changes: additions.changes.get(index) ?? [] };
    if (isTerm(element) && !standard) element = inheritFrom(element, around.standardTerm(id));
    const first = firsts.get(claimOf(declaration.kind, id));
    const earlier = fragment.declarations[first ?? index];
    if (first === index || !earlier) elements.push(element);
    else work.problem(repeatedDeclaration(declaration, earlier));
  }
  for (const problem of [...fragment.problems, ...unknownWords(fragment)]) work.problem(problem);

  const kept = elements.map((element) => keep(element, former?.byId.get(element.id)));
  const formerAdded = new Map(former?.added.map((element) => [element.id, element]));
  return {
    outline,
    elements: kept,
    byId: new Map(kept.map((element) => [element.id, element])),
    added: additions.elements.map((element) => keep(element, formerAdded.get(element.id))),
    mentions: work.mentions.sort((a, b) => comparePlaces(a.at, b.at)),
    dependsOn: work.dependsOn,
    issues: work.issues,
    lines: work.lines,
  };
}

function keep(element: Element, former: Element | undefined): Element {
  return former && same(element, former) ? former : element;
}
