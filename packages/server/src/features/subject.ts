import {
  contains,
  type Element,
  type ElementId,
  elementsIn,
  type Fragment,
  findPlanned,
  type Mention,
  mentionsIn,
  type OrgModel,
  type Place,
  type Somebody,
  somebodyOf,
  type Text,
} from '@mktorg/model';
import type { Position } from 'vscode-languageserver';
import { tokenAt } from '../text/tokens.ts';
import type { Project, Source } from '../workspace/project.ts';
import { ownScheme } from '../workspace/sources.ts';

/** An element that is named under the cursor. */
export interface Subject {
  readonly element: Element;
  /** The name under the cursor; of `brand.designer` only the part. */
  readonly at: Place;
  /** Absent where the element is declared here. */
  readonly mention?: Mention;
}

/** Of today, or what a plan adds. */
export function elementOf(model: OrgModel, id: ElementId | undefined): Element | undefined {
  return findPlanned(model, id);
}

/** Everything that a document declares, what plans add included, in no order that means anything. */
export function declaredIn(model: OrgModel, uri: string): readonly Element[] {
  if (uri.startsWith(ownScheme)) return [...model.elements.values()].filter(({ at }) => at.uri === uri);
  const added = [...model.added.values()].filter(({ at }) => at.uri === uri);
  return [...elementsIn(model, uri), ...added];
}

export function subjectAt(source: Source, position: Position): Subject | undefined {
  const { model, uri } = source;
  const { line, character } = position;
  for (const mention of mentionsIn(model, uri)) {
    if (contains(mention.at, line, character)) return mentioned(model, mention, character);
  }
  for (const element of declaredIn(model, uri)) {
    if (element.kind !== 'dotted-line' && element.name !== '' && contains(element.nameAt, line, character)) {
      return { element, at: element.nameAt };
    }
  }
  return uri.startsWith(ownScheme) ? standardTermAt(source, position) : undefined;
}

/** The part of a dotted name that the cursor is on, and the element that it names. */
function mentioned(model: OrgModel, mention: Mention, character: number): Subject | undefined {
  let element = elementOf(model, mention.to);
  for (const at of partsOf(mention).reverse()) {
    if (!element) return undefined;
    if (character >= at.column) return { element, at, mention };
    element = elementOf(model, element.parent);
  }
  return undefined;
}

/** The places of the parts of a dotted name. As one, where white space stands in it. */
export function partsOf({ name, at }: Pick<Mention, 'name' | 'at'>): Place[] {
  if (at.line !== at.endLine || at.endColumn - at.column !== name.length) return [at];
  let column = at.column;
  return name.split('.').map((part) => {
    const place = { ...at, column, endColumn: column + part.length };
    column += part.length + 1;
    return place;
  });
}

/** In the standard vocabulary terms stand for themselves wherever they are named. */
function standardTermAt(source: Source, position: Position): Subject | undefined {
  const token = tokenAt(source.tokens, source.offsetAt(position));
  if (token?.type !== 'name') return undefined;
  const at: Place = { ...token, uri: source.uri };
  for (const element of source.model.elements.values()) {
    if ('standard' in element && element.standard && element.name === token.text) return { element, at };
  }
  return undefined;
}

/** Somebody whose name is written in quotes under the cursor, with the places of that name in all seats. */
export interface NamedHolder {
  readonly somebody: Somebody;
  readonly at: Place;
  readonly places: readonly Place[];
}

export function namedHolderAt(
  project: Project,
  source: Source,
  { line, character }: Position,
): NamedHolder | undefined {
  const here = namesIn(source.fragment).find(({ at }) => contains(at, line, character));
  const isNamed = (name: string): boolean => name.normalize('NFC') === here?.value.normalize('NFC');
  const somebody = here && somebodyOf(source.model, { name: here.value });
  if (!somebody) return undefined;
  const documents = new Set(somebody.seats.map(({ at }) => at.uri));
  const places = [...documents].flatMap((uri) => {
    const fragment = project.organizations.fragmentOf(uri);
    const names = fragment ? namesIn(fragment) : [];
    return names.filter(({ value }) => isNamed(value)).map(({ at }) => at);
  });
  return { somebody, at: here.at, places };
}

/** The names of holders that stand in quotes. */
function namesIn({ declarations }: Fragment): readonly Text[] {
  return declarations.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.type === 'holder' && fact.name ? [fact.name] : [])),
  );
}

/** The innermost element around a position. */
export function elementAround({ model, uri }: Source, { line, character }: Position): Element | undefined {
  let innermost: Element | undefined;
  for (const element of declaredIn(model, uri)) {
    if (!contains(element.at, line, character)) continue;
    if (!innermost || contains(innermost.at, element.at.line, element.at.column)) innermost = element;
  }
  return innermost;
}
