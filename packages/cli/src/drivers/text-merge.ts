import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Failure } from '../failure.ts';

/** Three texts: what both started from, and what either made of it. */
export interface Sides {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface MergeOptions {
  /** What the sides are called in conflict markers: ours, base, theirs. */
  readonly labels?: readonly [string, string, string];
  readonly markerSize?: number;
  /** Shows what both started from as well. */
  readonly diff3?: boolean;
  /** Takes both sides where they conflict. */
  readonly union?: boolean;
}

/**
 * Merges line by line, as git does.
 * @throws {Failure} where git cannot be run, or refuses
 */
export function mergeLines(
  sides: Sides,
  options: MergeOptions = {},
): { readonly text: string; readonly conflicts: number } {
  const folder = mkdtempSync(path.join(tmpdir(), 'mktorg-merge-'));
  try {
    const files = (['ours', 'base', 'theirs'] as const).map((side) => {
      const file = path.join(folder, side);
      writeFileSync(file, sides[side]);
      return file;
    });
    const { labels, markerSize, diff3, union } = options;
    const ran = spawnSync(
      'git',
      [
        'merge-file',
        '-p',
        '-q',
        ...(labels ?? []).flatMap((label) => ['-L', label]),
        ...(markerSize === undefined ? [] : [`--marker-size=${markerSize}`]),
        ...(diff3 ? ['--diff3'] : []),
        ...(union ? ['--union'] : []),
        '--',
        ...files,
      ],
      { encoding: 'utf8', maxBuffer: 2 ** 30 },
    );
    // The status is the number of conflicts, up to 127.
    if (ran.error || ran.status === null || ran.status > 127) {
      throw new Failure('git merge-file failed.', (ran.error?.message ?? ran.stderr).trim());
    }
    return { text: ran.stdout, conflicts: ran.status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Either text that both agree on, or a place where they do not. */
export type Hunk = string | Sides;

const markerSize = 61;

/** The merge in hunks. Markers are longer than any text has them. */
export function hunksOf(sides: Sides): readonly Hunk[] {
  const { text } = mergeLines(sides, { diff3: true, markerSize });
  const hunks: Hunk[] = [];
  let common = '';
  let part: 'ours' | 'base' | 'theirs' | undefined;
  let conflict = { base: '', ours: '', theirs: '' };
  for (const line of text.split(/(?<=\n)/)) {
    if (part === undefined && line.startsWith('<'.repeat(markerSize))) {
      hunks.push(common);
      common = '';
      conflict = { base: '', ours: '', theirs: '' };
      part = 'ours';
    } else if (part === 'ours' && line.startsWith('|'.repeat(markerSize))) part = 'base';
    else if (part === 'base' && line.startsWith('='.repeat(markerSize))) part = 'theirs';
    else if (part === 'theirs' && line.startsWith('>'.repeat(markerSize))) {
      hunks.push(conflict);
      part = undefined;
    } else if (part === undefined) common += line;
    else conflict[part] += line;
  }
  hunks.push(common);
  return hunks;
}

/** A word, a text in quotes or a comment; a comma belongs to what follows it, so that members of a list stay apart. */
const words = /(?:,\s*)?(?:"(?:\\.|[^"\\\n])*"|[\p{L}\p{N}_.-]+)|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s+|[\s\S]/gu;

/** Merges word by word, and where the words conflict takes both: a list that both made longer has what both added. */
export function mergeWords(sides: Sides): string {
  const lined = (text: string): string =>
    text
      .match(words)
      ?.map((word) => `${JSON.stringify(word)}\n`)
      .join('') ?? '';
  const { text } = mergeLines(
    { base: lined(sides.base), ours: lined(sides.ours), theirs: lined(sides.theirs) },
    { union: true },
  );
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): string => String(JSON.parse(line)))
    .join('');
}
