import { type Declaration, kindNoun } from '@mktorg/model';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { rangeOf } from '../text/place.ts';
import type { Project } from '../workspace/project.ts';
import { detailOf } from './counts.ts';
import { declaredIn } from './subject.ts';
import { symbolKindOf } from './symbol-kinds.ts';

/** The outline: everything that is declared, as it is nested in the text. */
export function documentSymbols(project: Project, uri: string): DocumentSymbol[] | SymbolInformation[] {
  const source = project.source(uri);
  if (!source) return [];
  const { model, fragment } = source;
  const elements = new Map(
    declaredIn(model, uri).map((element) => [`${element.at.line}:${element.at.column}`, element]),
  );
  const top: DocumentSymbol[] = [];
  const made: (DocumentSymbol | undefined)[] = [];
  for (const declaration of fragment.declarations) {
    const { kind, at, nameAt, parent } = declaration;
    if (kind === 'dotted-line') {
      made.push(undefined);
      continue;
    }
    const element = elements.get(`${at.line}:${at.column}`);
    const symbol: DocumentSymbol = {
      name: nameOf(declaration),
      detail: element?.kind === kind ? detailOf(model, element) : kindNoun(kind),
      kind: symbolKindOf(kind),
      range: rangeOf(at),
      selectionRange: rangeOf(nameAt),
      children: [],
    };
    made.push(symbol);
    const around = made[parent];
    (around?.children ?? top).push(symbol);
  }
  return project.client.hierarchicalSymbols ? top : flat(uri, top);
}

/** Never empty, whatever is missing in the text. */
function nameOf({ title, name, kind }: Declaration): string {
  return title?.trim() || name || kindNoun(kind);
}

function flat(uri: string, symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flat(uri, children ?? [], name),
  ]);
}
