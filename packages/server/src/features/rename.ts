import { isName, standardVocabulary } from '@mktorg/language';
import {
  changeSlots,
  type Element,
  type ElementId,
  type ElementKind,
  kindNoun,
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
  withArticle,
} from '@mktorg/model';
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rangeOf } from '../text/place.ts';
import type { Project, Source } from '../workspace/project.ts';
import { ownScheme } from '../workspace/sources.ts';
import { elementOf, partsOf, type Subject, subjectAt } from './subject.ts';

/** Why something cannot be renamed, in a sentence for the reader. */
export class Refusal extends Error {}

/** The name that would be renamed. */
export function prepareRename(
  project: Project,
  uri: string,
  position: Position,
): { range: Range; placeholder: string } {
  const source = project.source(uri);
  const subject = source && subjectAt(source, position);
  if (!subject) throw new Refusal('There is no name here that could be changed.');
  mustBeRenamable(project, subject.element);
  return { range: rangeOf(subject.at), placeholder: subject.element.name };
}

/** New text for every place that names the element, in all documents of its organization. */
export function rename(project: Project, uri: string, position: Position, newName: string): WorkspaceEdit {
  const source = project.source(uri);
  const subject = source && subjectAt(source, position);
  if (!source || !subject) throw new Refusal('There is no name here that could be changed.');
  mustBeRenamable(project, subject.element);
  const name = newName.normalize('NFC');
  if (!isName(name)) {
    throw new Refusal(
      `“${newName}” is no name. A name starts with a letter and goes on with letters, digits, “-” and “_”.`,
    );
  }
  if (name === subject.element.name) return {};
  const renaming = renamingOf(source, subject, name);
  mustBeFree(source.model, renaming);
  const edits = settled(project, source.model, renaming);
  return {
    changes: Object.fromEntries(
      [...byDocument(edits)].map(([document, list]) => [
        document,
        list.map(({ at, text }) => ({ range: rangeOf(at), newText: text })),
      ]),
    ),
  };
}

function mustBeRenamable(project: Project, { at, kind, name, nameAt }: Element): void {
  if (at.uri.startsWith(ownScheme) || isStandard(kind, name)) {
    throw new Refusal(`“${name}” is a standard term: every organization knows it by this name.`);
  }
  const written = project.sources.document(at.uri)?.getText(rangeOf(nameAt)).normalize('NFC');
  if (written === name) return;
  throw new Refusal(`This ${kindNoun(kind)} takes its name from its title. Change the title.`);
}

/** Also where the organization says something of its own about a standard term. */
function isStandard(kind: ElementKind, name: string): boolean {
  return standardVocabulary().some(({ declarations }) =>
    declarations.some((declared) => declared.kind === kind && declared.name === name),
  );
}

interface Renaming {
  readonly model: OrgModel;
  readonly element: Element;
  readonly from: string;
  readonly to: string;
  /** New paths begin with this where old ones begin with the path of the element. */
  readonly path: string;
}

function renamingOf({ model }: Source, { element }: Subject, to: string): Renaming {
  const outer = element.path.slice(0, element.path.length - element.name.length);
  return { model, element, from: element.name, to, path: `${outer}${to}` };
}

/** The id that an element has afterwards: that of the element itself and of everything inside it changes. */
function idAfter(id: ElementId, { model, element, path }: Renaming): ElementId {
  const start = id.indexOf(':') + 1 + element.path.length;
  for (let around = elementOf(model, id); around; around = elementOf(model, around.parent)) {
    if (around.id === element.id) return `${id.slice(0, id.indexOf(':') + 1)}${path}${id.slice(start)}`;
  }
  return id;
}

function mustBeFree(model: OrgModel, { element, path, to }: Renaming): void {
  const taken = elementOf(model, `${element.kind}:${path}`);
  if (!taken) return;
  const where = element.path === element.name ? 'here' : 'in the same place';
  throw new Refusal(`There is ${withArticle(kindNoun(taken.kind))} called “${to}” ${where} already.`);
}

interface Edit {
  readonly at: Place;
  readonly text: string;
}

/** How often names are made longer before it is given up: each round settles what the one before brought to light. */
const rounds = 4;

/** The edits after which every name means what it meant before. */
function settled(project: Project, model: OrgModel, renaming: Renaming): readonly Edit[] {
  const edits = new Map<string, Edit>();
  const put = (at: Place, text: string): void => void edits.set(keyOf(at), { at, text });
  put(renaming.element.nameAt, renaming.to);
  for (const mention of mentionsOf(model, renaming.element.id)) {
    const last = partsOf(mention).at(-1);
    if (last) put(last, renaming.to);
  }
  for (const { at } of qualifiers(model, renaming)) put(at, renaming.to);

  let first: Mention | undefined;
  for (let round = 0; round < rounds; round++) {
    const list = [...edits.values()];
    const after = attempt(project, model, list);
    if (!after) break;
    const wrong = changedMeanings(model, after, renaming, list);
    if (wrong.length === 0) return list;
    first = wrong[0]?.mention;
    for (const { mention, id } of wrong) {
      for (const part of partsOf(mention)) edits.delete(keyOf(part));
      const { scope, kinds } = standpoint(mention, renaming);
      put(mention.at, shortestName(after, id, scope, kinds));
    }
  }
  const where = first ? ` in ${fileOf(first.at.uri)}, line ${first.at.line + 1}` : '';
  throw new Refusal(`Called “${renaming.to}”, it could not be told from something else${where}.`);
}

function fileOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

function width(at: Place): number {
  return at.endColumn - at.column;
}

/** Where the element stands before a dot: `brand` in `brand.designer`. */
function qualifiers(model: OrgModel, { element, from }: Renaming): { readonly at: Place }[] {
  const found: { readonly at: Place }[] = [];
  for (const uri of model.documents) {
    for (const mention of mentionsIn(model, uri)) {
      if (mention.name === from || !mention.name.includes(from) || !mention.name.includes('.')) continue;
      let named = elementOf(model, elementOf(model, mention.to)?.parent);
      for (const at of partsOf(mention).reverse().slice(1)) {
        if (named?.id === element.id) found.push({ at });
        named = elementOf(model, named?.parent);
      }
    }
  }
  return found;
}

function attempt(project: Project, model: OrgModel, edits: readonly Edit[]): OrgModel | undefined {
  const texts = new Map<string, string>();
  for (const [uri, list] of byDocument(edits)) {
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
  edits: readonly Edit[],
): Wrong[] {
  const lines = shifts(edits);
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

/** Edits by their line. */
function shifts(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const lines = new Map<string, Edit[]>();
  for (const edit of edits) {
    const key = `${edit.at.uri}:${edit.at.line}`;
    const list = lines.get(key);
    if (list) list.push(edit);
    else lines.set(key, [edit]);
  }
  return lines;
}

/** How far what stands at the column moves. */
function shiftOf(edits: readonly Edit[] | undefined, column: number): number {
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

function byDocument(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const documents = new Map<string, Edit[]>();
  for (const edit of edits) {
    const list = documents.get(edit.at.uri);
    if (list) list.push(edit);
    else documents.set(edit.at.uri, [edit]);
  }
  return documents;
}

function keyOf({ uri, line, column }: Place): string {
  return `${uri}:${line}:${column}`;
}
