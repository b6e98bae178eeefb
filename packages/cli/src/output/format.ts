import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../failure.ts';
import { clean } from '../terminal/clean.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** The endings of file names that say a format. `pretty` and `text` are both text, and no command has both. */
const endings = {
  svg: ['.svg'],
  png: ['.png'],
  html: ['.html', '.htm'],
  mermaid: ['.mmd', '.mermaid'],
  markdown: ['.md', '.markdown'],
  csv: ['.csv'],
  json: ['.json'],
  text: ['.txt'],
  pretty: ['.txt'],
} as const;

export type FileFormat = keyof typeof endings;

export interface FormatWish<F extends FileFormat> {
  readonly format?: F;
  /** A file; `-` is standard output. */
  readonly output?: string;
}

/**
 * The format of a result: what the call says, or else the ending of the file's name, or else the usual one. Where the
 * two contradict each other, the call wins, and the reader is told.
 * @param formats those of the command
 * @param usual for standard output
 * @throws {Failure} where the name of the file says no format that the command has
 */
export function formatFor<F extends FileFormat>(
  { format, output }: FormatWish<F>,
  formats: readonly F[],
  usual: F,
  { cwd, err }: Terminal,
): F {
  const name = output === undefined || output === '-' ? '' : path.basename(output);
  const ending = path.extname(name).toLowerCase();
  const implied = formats.find((each) => hasEnding(each, ending));
  if (format !== undefined) {
    if (isKnown(ending) && !hasEnding(format, ending)) {
      err.write(
        `${err.style(['bold', 'yellow'], 'warning')} ${clean(name)} holds ${format}: --format wins over the ending ${ending}.\n`,
      );
    }
    return format;
  }
  if (implied !== undefined) return implied;
  if (name === '') return usual;
  // One format needs no ending, and a device or a pipe has none that could say anything.
  const others = formats.length > 1;
  if (ending === '' && (!others || isSpecial(path.resolve(cwd, output ?? '')))) return usual;
  throw new Failure(
    `${output ?? name} does not say which format to make${ending === '' ? '' : `: there is none for ${ending}`}.`,
    `Endings that do: ${formats.map((each) => endings[each][0]).join(', ')}`,
    ...(others ? [`Or say it: --format ${formats.join(', ')}`] : []),
  );
}

function hasEnding(format: FileFormat, ending: string): boolean {
  return endings[format].some((each) => each === ending);
}

function isKnown(ending: string): boolean {
  return Object.values(endings).some((known) => known.some((each) => each === ending));
}

function isSpecial(file: string): boolean {
  return existsSync(file) && !statSync(file).isFile() && !statSync(file).isDirectory();
}
