import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  describeReport,
  type Imported,
  importPeople,
  importPlatforms,
  type Mapping,
  parseMapping,
  readTable,
  type Table,
} from '@mktorg/exchange';
import { standardVocabulary } from '@mktorg/language';
import type { OrgModel } from '@mktorg/model';
import { detect } from 'chardet';
import { counted } from '../check/checked.ts';
import { severityStyle } from '../check/pretty.ts';
import { type ExitStatus, exit } from '../exit.ts';
import { Failure, fileTrouble } from '../failure.ts';
import { modelFilesIn } from '../files/discover.ts';
import { relativePath, titleOfFolder, uriOf } from '../files/paths.ts';
import { writeWhole } from '../files/write.ts';
import { loadOrganizations } from '../organizations.ts';
import { cleanLines } from '../terminal/clean.ts';
import { prepareWidths, wrap } from '../terminal/fit.ts';
import { startProgress } from '../terminal/progress.ts';
import type { Screen, Terminal } from '../terminal/terminal.ts';

export interface ImportOptions {
  readonly platforms?: true;
  readonly map: readonly string[];
  readonly name?: string;
  readonly out?: string;
  readonly force?: true;
  /** ISO 4217. */
  readonly currency?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** Model texts go to standard output or into a folder; the report of what became of every row to standard error. */
export async function importCommand(
  files: readonly string[],
  options: ImportOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const progress = startProgress(terminal);
  let imported: Imported;
  try {
    await progress.step('Reading the tables');
    imported = await importTables(files, options, terminal);
  } finally {
    progress.stop();
  }
  const report = describeReport(imported.report);
  await prepareWidths(report);
  writeReport(report, terminal.err);
  if (imported.files.size === 0) {
    terminal.err.write('\nNothing was written.\n');
    return exit.failure;
  }
  if (options.out === undefined) printOnly(imported.files, terminal);
  else writeAll(imported.files, options.out, options.force === true, terminal);
  return imported.report.notes.some(({ severity }) => severity === 'error') ? exit.findings : exit.clean;
}

async function importTables(
  files: readonly string[],
  options: ImportOptions,
  terminal: Terminal,
): Promise<Imported> {
  const mapping = mappingFrom(options);
  const tables = files.map((file) => tableOf(file, options, terminal));
  const shared = {
    vocabulary: standardVocabulary(),
    ...(mapping.length > 0 && { mapping }),
    ...(options.name !== undefined && { organization: options.name }),
    ...(options.out !== undefined && { otherwise: titleOfFolder(path.resolve(terminal.cwd, options.out)) }),
    ...(options.currency !== undefined && { currency: options.currency }),
  };
  if (!options.platforms) return importPeople(tables, shared);
  const [table, ...others] = tables;
  if (!table || others.length > 0) throw new Failure('Platforms are imported from one file at a time.');
  const into = await organizationIn(options.out, terminal);
  const folder = options.out === undefined ? undefined : uriOf(path.resolve(terminal.cwd, options.out));
  return importPlatforms(table, {
    ...shared,
    ...(into && { into }),
    ...(folder !== undefined && { folder }),
  });
}

function mappingFrom({ map, platforms }: ImportOptions): Mapping {
  const parsed = map.map((each) => parseMapping(each, platforms ? 'platforms' : 'people'));
  const problems = parsed.flatMap((each) => each.problems);
  const [first, ...others] = problems;
  if (first !== undefined) throw new Failure(first, ...others);
  return parsed.flatMap((each) => each.mapping);
}

function tableOf(file: string, { encoding, delimiter }: ImportOptions, { cwd }: Terminal): Table {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.resolve(cwd, file));
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${fileTrouble(error)}.`);
  }
  return readTable(bytes, {
    name: path.basename(file),
    guess: (unknown) => detect(unknown) ?? undefined,
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
  });
}

/** Platforms that go into a folder with an organization are written for its teams and people. */
async function organizationIn(out: string | undefined, terminal: Terminal): Promise<OrgModel | undefined> {
  if (out === undefined || modelFilesIn(path.resolve(terminal.cwd, out)).length === 0) return undefined;
  const { models } = await loadOrganizations([out], terminal);
  return models.length === 1 ? models[0] : undefined;
}

function printOnly(files: Imported['files'], { out }: Terminal): void {
  const [only, ...others] = [...files.values()];
  if (only === undefined || others.length > 0) {
    throw new Failure(
      `The organization comes in ${files.size} files: ${[...files.keys()].join(', ')}.`,
      'Say in which folder to write them: --out <folder>',
    );
  }
  out.write(only);
}

/** Writes everything or nothing. A file that has the very text already is left alone, whatever is said. */
function writeAll(files: Imported['files'], folder: string, force: boolean, terminal: Terminal): void {
  const { cwd, err } = terminal;
  const targets = [...files].map(([name, text]) => ({
    text,
    file: path.resolve(cwd, folder, ...name.split('/')),
  }));
  const other = targets.filter(({ file, text }) => existsSync(file) && readFileSync(file, 'utf8') !== text);
  if (other.length > 0 && !force) {
    throw new Failure(
      `${counted(other.length, 'file')} would be overwritten, so nothing was written:`,
      ...other.map(({ file }) => relativePath(cwd, file)),
      'Choose another folder, or replace them with --force.',
    );
  }
  err.write('\n');
  for (const { file, text } of targets) {
    const same = existsSync(file) && readFileSync(file, 'utf8') === text;
    if (!same) writeWhole(file, text);
    err.write(`${relativePath(cwd, file)}${same ? err.style('dim', ' (as it was)') : ''}\n`);
  }
  const shown = relativePath(cwd, path.resolve(cwd, folder));
  err.write(`\nNext: mktorg check ${shown}, or mktorg preview ${shown}\n`);
}

function writeReport(report: string, screen: Screen): void {
  for (const line of cleanLines(report).trimEnd().split('\n')) {
    const [, indent = '', text = ''] = /^( *)(.*)$/.exec(line) ?? [];
    const [first = '', ...rest] = wrap(text, Math.min(screen.columns, 110) - indent.length);
    const shown = first.replace(/^(error|warning|info)(?=: )/, (word) =>
      isSeverity(word) ? screen.style(severityStyle[word], word) : word,
    );
    screen.write(`${indent}${shown}\n`);
    for (const each of rest) screen.write(`${indent}${each}\n`);
  }
}

function isSeverity(word: string): word is keyof typeof severityStyle {
  return word in severityStyle;
}
