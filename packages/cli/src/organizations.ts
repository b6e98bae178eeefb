import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseFragment, standardVocabulary } from '@mktorg/language';
import {
  createWorkspace,
  type Fragment,
  type OrgModel,
  type Place,
  type Problem,
  redactPeople,
} from '@mktorg/model';
import { Failure, fileTrouble } from './failure.ts';
import { type Decoded, decode } from './files/decode.ts';
import { relativePath, uriOf } from './files/paths.ts';
import { type Scope, scopeOf } from './files/scope.ts';
import { prepareWidths } from './terminal/fit.ts';
import { startProgress } from './terminal/progress.ts';
import type { Terminal } from './terminal/terminal.ts';

/** The organizations that a call is about, as they stand on disk. */
export interface Loaded {
  /** In the order of their folders. */
  readonly models: readonly OrgModel[];
  /** The text of a document by uri, without a byte order mark. */
  readonly texts: ReadonlyMap<string, string>;
  /** Uris of the documents that the call names. */
  readonly asked: ReadonlySet<string>;
}

/**
 * Reads the organizations that the paths belong to, each of them whole.
 * @throws {Failure} where there is none, or a file cannot be read
 */
export async function loadOrganizations(paths: readonly string[], terminal: Terminal): Promise<Loaded> {
  const scope = scopeOf(paths, terminal.cwd);
  const texts = new Map<string, string>();
  const fragments = new Map<string, Fragment>();
  const unreadable: string[] = [];
  const progress = startProgress(terminal);
  try {
    let done = 0;
    for (const file of scope.files) {
      await progress.step(
        `Reading ${(done++).toLocaleString('en')} of ${scope.files.length.toLocaleString('en')} files`,
      );
      const uri = uriOf(file);
      try {
        const decoded = decode(readFileSync(file));
        texts.set(uri, decoded.text);
        fragments.set(uri, fragmentOf(decoded, uri));
      } catch (error) {
        unreadable.push(`${relativePath(terminal.cwd, file)}: ${fileTrouble(error)}`);
      }
    }
    for (const text of texts.values()) await prepareWidths(text);
    if (unreadable.length > 0) throw unreadableFiles(unreadable);
    await progress.step('Putting the organization together');
    return { models: modelsOf(fragments, scope), texts, asked: new Set([...scope.asked].map(uriOf)) };
  } finally {
    progress.stop();
  }
}

function modelsOf(fragments: ReadonlyMap<string, Fragment>, scope: Scope): readonly OrgModel[] {
  const workspace = createWorkspace(standardVocabulary());
  workspace.update(new Map(fragments));
  const asked = new Set([...scope.asked].map(uriOf));
  return workspace.models().filter((model) => model.documents.some((uri) => asked.has(uri)));
}

/** What a text says, with a problem where its encoding is not what it should be. */
export function fragmentOf(decoded: Decoded, uri: string): Fragment {
  const fragment = parseFragment(decoded.text, uri);
  if (!decoded.trouble) return fragment;
  const { message, offset } = decoded.trouble;
  const at = placeAt(decoded.text, offset, uri);
  const problem: Problem = { rule: 'integrity/syntax', message, at };
  return { ...fragment, problems: [problem, ...fragment.problems] };
}

function placeAt(text: string, offset: number, uri: string): Place {
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  const column = offset - (before.lastIndexOf('\n') + 1);
  return { uri, line, column, endLine: line, endColumn: column + 1 };
}

function unreadableFiles(list: readonly string[]): Failure {
  const what = list.length === 1 ? 'A file' : `${list.length} files`;
  return new Failure(
    `${what} cannot be read, and without ${list.length === 1 ? 'it' : 'them'} the organization is not whole.`,
    ...list,
  );
}

/**
 * The one organization that a call is about; without its people, where the call asks for that.
 * @throws {Failure} where there are several, with how to name one
 */
export function onlyModel(
  { models }: Loaded,
  terminal: Terminal,
  command: string,
  redact: 'people' | undefined,
): OrgModel {
  const [model, ...others] = models;
  if (!model) throw new Failure('There is no organization here.');
  if (others.length === 0) return redact === 'people' ? redactPeople(model) : model;
  throw new Failure(
    `There are ${models.length} organizations here; name one:`,
    ...models.map((each) => `mktorg ${command} ${rootPath(each, terminal)}`),
  );
}

/** The folder of an organization, or its file where it is alone, as one would write it in a call. */
export function rootPath(model: OrgModel, terminal: Terminal): string {
  return relativePath(terminal.cwd, fileURLToPath(model.root));
}
