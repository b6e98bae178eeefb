import { type Element, kindNoun, label, type OrgModel, parentOf } from '@mktorg/model';
import type { SymbolInformation } from 'vscode-languageserver';
import { matcherOf } from '../text/fuzzy.ts';
import { locationOf } from '../text/place.ts';
import type { Project } from '../workspace/project.ts';
import { symbolKindOf } from './symbol-kinds.ts';

/** More than these nobody reads: typing on narrows them down. */
const most = 128;

/** Elements of all organizations whose name or title fits what was typed, the best first. */
export function workspaceSymbols(project: Project, query: string): SymbolInformation[] {
  const matcher = matcherOf(query);
  const found: { readonly element: Element; readonly score: number; readonly model: OrgModel }[] = [];
  for (const model of project.organizations.models()) {
    for (const element of model.elements.values()) {
      if (element.kind === 'dotted-line' || ('standard' in element && element.standard)) continue;
      const score = Math.max(matcher.fit(element.name) ?? -1, matcher.fit(element.title ?? '') ?? -1);
      // Stray letters fit almost everything.
      if (score >= (query === '' ? 0 : 1)) found.push({ element, score, model });
    }
  }
  return found
    .sort((a, b) => b.score - a.score || (a.element.id < b.element.id ? -1 : 1))
    .slice(0, most)
    .map(({ element, model }) => ({
      name: element.title === undefined ? element.name : `${element.title} (${element.name})`,
      kind: symbolKindOf(element.kind),
      location: locationOf(element.nameAt),
      containerName: `${kindNoun(element.kind)} in ${containerOf(model, element)}`,
    }));
}

function containerOf(model: OrgModel, element: Element): string {
  const parent = parentOf(model, element);
  return parent ? label(parent) : model.name;
}
