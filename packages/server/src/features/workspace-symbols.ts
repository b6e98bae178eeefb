import { type Element, kindNoun, label, parentOf } from '@mktorg/model';
import type { SymbolInformation } from 'vscode-languageserver';
import { fit } from '../text/fuzzy.ts';
import { locationOf } from '../text/place.ts';
import type { Project } from '../workspace/project.ts';
import { symbolKindOf } from './symbol-kinds.ts';

/** More than these nobody reads: typing on narrows them down. */
const most = 128;

/** Elements of all organizations whose name or title fits what was typed, the best first. */
export function workspaceSymbols(project: Project, query: string): SymbolInformation[] {
  const found: { readonly element: Element; readonly score: number; readonly container: string }[] = [];
  for (const model of project.organizations.models()) {
    for (const element of model.elements.values()) {
      if (element.kind === 'dotted-line' || ('standard' in element && element.standard)) continue;
      const score = Math.max(fit(query, element.name) ?? -1, fit(query, element.title ?? '') ?? -1);
      if (score < 0 || (query !== '' && score === 0)) continue;
      const parent = parentOf(model, element);
      found.push({ element, score, container: parent ? label(parent) : model.name });
    }
  }
  return found
    .sort((a, b) => b.score - a.score || (a.element.id < b.element.id ? -1 : 1))
    .slice(0, most)
    .map(({ element, container }) => ({
      name: element.title === undefined ? element.name : `${element.title} (${element.name})`,
      kind: symbolKindOf(element.kind),
      location: locationOf(element.nameAt),
      containerName: `${kindNoun(element.kind)} in ${container}`,
    }));
}
