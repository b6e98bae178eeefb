import { isName, standardVocabulary } from '@mktorg/language';
import { type Element, type ElementKind, kindNoun, type OrgModel, withArticle } from '@mktorg/model';
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { fileNameOf, rangeOf } from '../../text/place.ts';
import type { Project } from '../../workspace/project.ts';
import { ownScheme } from '../../workspace/sources.ts';
import { elementOf, subjectAt } from '../subject.ts';
import { keepMeanings, type Renaming } from './keep-meanings.ts';

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
  const { model } = source;
  const { element } = subject;
  if (name === element.name) return {};
  const path = `${element.path.slice(0, element.path.length - element.name.length)}${name}`;
  const renaming: Renaming = { model, element, name, path };
  mustBeFree(model, renaming);
  const outcome = keepMeanings(project, renaming);
  if ('confused' in outcome) {
    const at = outcome.confused?.at;
    const where = at ? ` in ${fileNameOf(at.uri)}, line ${at.line + 1}` : '';
    throw new Refusal(`Called “${name}”, it could not be told from something else${where}.`);
  }
  const changes: { [uri: string]: TextEdit[] } = {};
  for (const [document, edits] of Map.groupBy(outcome.edits, ({ at }) => at.uri)) {
    changes[document] = edits.map(({ at, text }) => ({ range: rangeOf(at), newText: text }));
  }
  return { changes };
}

function mustBeRenamable(project: Project, { at, kind, name, nameAt }: Element): void {
  if (at.uri.startsWith(ownScheme) || isStandard(kind, name)) {
    throw new Refusal(`“${name}” is a standard term: every organization knows it by this name.`);
  }
  const written = project.sources.document(at.uri)?.getText(rangeOf(nameAt)).normalize('NFC');
  if (written !== name) {
    throw new Refusal(`This ${kindNoun(kind)} takes its name from its title. Change the title.`);
  }
  // A charter may do without a name: its keyword stands for one.
  if (nameAt.line === at.line && nameAt.column === at.column) {
    throw new Refusal(`This ${kindNoun(kind)} has no name of its own.`);
  }
}

/** Also where the organization says something of its own about a standard term. */
function isStandard(kind: ElementKind, name: string): boolean {
  return standardVocabulary().some(({ declarations }) =>
    declarations.some((declared) => declared.kind === kind && declared.name === name),
  );
}

function mustBeFree(model: OrgModel, { element, path, name }: Renaming): void {
  const taken = elementOf(model, `${element.kind}:${path}`);
  if (!taken) return;
  const where = element.path === element.name ? 'here' : 'in the same place';
  throw new Refusal(`There is ${withArticle(kindNoun(taken.kind))} called “${name}” ${where} already.`);
}
