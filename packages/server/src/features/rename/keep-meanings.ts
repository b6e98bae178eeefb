import {
  changeSlots,
  type Element,
  type ElementId,
  type ElementKind,
  lineEnds,
  type Mention,
  mentionsIn,
  mentionsOf,
  type OrgModel,
  type Place,
  propertiesOf,
  scopeKinds,
  shortestName,
  termOfKind,
} from '@mktorg/model';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rangeOf } from '../../text/place.ts';
import type { Project } from '../../workspace/project.ts';
import { elementOf, partsOf } from '../subject.ts';

export interface Renaming {
  readonly model: OrgModel;
  readonly element: Element;
  readonly name: string;
  /** The path of the element afterwards: new paths begin with this where old ones begin with the path of the element. */
  readonly path: string;
}

export interface NameEdit {
  readonly at: Place;
  readonly text: string;
}

/** The edits of a renaming, or a mention that no name would save. */
export type Outcome = { readonly edits: readonly NameEdit[] } | { readonly confused: Mention | undefined };

/** The id that an element has afterwards: that of the element itself and of everything inside it changes. */
function idAfter(id: ElementId, { model, element, path }: Renaming): ElementId {
  const start = id.indexOf(':') + 1 + element.path.length;
  for (let around = elementOf(model, id); around; around = elementOf(model, around.parent)) {
    if (around.id === element.id) return `${id.slice(0, id.indexOf(':') + 1)}${path}${id.slice(start)}`;
  }
  return id;
}

/** How often names are made longer before it is given up: each round settles what the one before brought to light. */
const rounds = 4;

/** The edits after which every name means what it meant before: tried out, and mended where it does not. */
export function keepMeanings(project: Project, renaming: Renaming): Outcome {
  const { model, element, name } = renaming;
  const edits = new Map<string, NameEdit>();
  const put = (at: Place, text: string): void => void edits.set(keyOf(at), { at, text });
  put(element.nameAt, name);
  for (const mention of mentionsOf(model, element.id)) {
    const last = partsOf(mention).at(-1);
    if (last) put(last, name);
  }
  for (const { at } of qualifiers(renaming)) put(at, name);

  let first: Mention | undefined;
  for (let round = 0; round < rounds; round++) {
    const list = [...edits.values()];
    const after = attempt(project, model, list);
    if (!after) break;
    const wrong = changedMeanings(model, after, renaming, list);
    if (wrong.length === 0) return { edits: list };
    first = wrong[0]?.mention;
    for (const { mention, id } of wrong) {
      for (const part of partsOf(mention)) edits.delete(keyOf(part));
      const { scope, kinds } = standpoint(mention, renaming);
      put(mention.at, shortestName(after, id, scope, kinds));
    }
  }
  return { confused: first };
}

function width(at: Place): number {
  return at.endColumn - at.column;
}

/** Where the element stands before a dot: `brand` in `brand.designer`. */
function qualifiers({ model, element }: Renaming): { readonly at: Place }[] {
  const found: { readonly at: Place }[] = [];
  for (const uri of model.documents) {
    for (const mention of mentionsIn(model, uri)) {
      if (!mention.name.includes('.') || !mention.name.includes(element.name)) continue;
      let named = elementOf(model, elementOf(model, mention.to)?.parent);
      for (const at of partsOf(mention).reverse().slice(1)) {
        if (named?.id === element.id) found.push({ at });
        named = elementOf(model, named?.parent);
      }
    }
  }
  return found;
}

function attempt(project: Project, model: OrgModel, edits: readonly NameEdit[]): OrgModel | undefined {
  const texts = new Map<string, string>();
  for (const [uri, list] of Map.groupBy(edits, ({ at }) => at.uri)) {
    const document = project.sources.document(uri);
    if (!document) return undefined;
    texts.set(
      uri,
      TextDocument.applyEdits(
        document,
        list.map(({ at, text }) => ({ range: rangeOf(at), newText: text })),
      ),
    );
  }
  return project.organizations.attempt(model.root, texts);
}

interface Wrong {
  readonly mention: Mention;
  /** What it should mean afterwards. */
  readonly id: ElementId;
}

/** The mentions that would mean something else, or nothing. Documents that no name touches are not looked at. */
function changedMeanings(
  before: OrgModel,
  after: OrgModel,
  renaming: Renaming,
  edits: readonly NameEdit[],
): Wrong[] {
  const lines = Map.groupBy(edits, ({ at }) => `${at.uri}:${at.line}`);
  const wrong: Wrong[] = [];
  for (const uri of before.documents) {
    const mentions = mentionsIn(before, uri);
    const now = mentionsIn(after, uri);
    if (mentions === now) continue;
    const meanings = new Map(now.map(({ at, to }) => [`${at.line}:${at.column}`, to]));
    for (const mention of mentions) {
      const { at } = mention;
      const column = at.column + shiftOf(lines.get(`${uri}:${at.line}`), at.column);
      const id = idAfter(mention.to, renaming);
      if (meanings.get(`${at.line}:${column}`) !== id) wrong.push({ mention, id });
    }
  }
  return wrong;
}

/** How far what stands at the column moves. */
function shiftOf(edits: readonly NameEdit[] | undefined, column: number): number {
  let shift = 0;
  for (const { at, text } of edits ?? []) if (at.column < column) shift += text.length - width(at);
  return shift;
}

/** From where the mention names what it names, and which kinds can stand there. */
function standpoint(
  mention: Mention,
  renaming: Renaming,
): { readonly scope: ElementId | undefined; readonly kinds: readonly ElementKind[] | undefined } {
  const element = elementOf(renaming.model, mention.from);
  const around = element?.kind === 'dotted-line' ? element.parent : mention.from;
  const scope = around === undefined || around === '' ? undefined : idAfter(around, renaming);
  return { scope, kinds: element && kindsAt(element.kind, mention) };
}

function kindsAt(kind: ElementKind, { field, slot }: Mention): readonly ElementKind[] | undefined {
  if (field === 'term') {
    const term = termOfKind[kind];
    return term && [term];
  }
  if (field === 'form') return ['form'];
  if (field === 'scope') return scopeKinds;
  if (field === 'changes') return changed;
  if (kind === 'dotted-line') return lineEnds;
  for (const property of propertiesOf(kind).values())
    if (property.field === field) return property.slots[slot];
  return undefined;
}

const changed = [...new Set(Object.values(changeSlots).flatMap(({ what, target }) => [...what, ...target]))];

function keyOf({ uri, line, column }: Place): string {
  return `${uri}:${line}:${column}`;
}
