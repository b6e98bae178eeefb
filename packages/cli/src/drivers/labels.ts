import { existsSync, readFileSync } from 'node:fs';

/** What the sides of a merge are called in conflict markers. */
export type Labels = readonly [ours: string, base: string, theirs: string];

export interface GivenLabels {
  readonly ours?: string;
  readonly base?: string;
  readonly theirs?: string;
}

/**
 * The names that git gives the sides, as without a driver. Git before 2.44 tells a driver none and hands over the
 * placeholders: then a merge says in the environment what is merged, and a rebase in a file which commit it is at.
 * @param stateFile path of a file that git keeps for what it is doing; asked only where names are missing
 */
export function labelsOf(
  given: GivenLabels,
  env: { readonly [name: string]: string | undefined },
  stateFile: (name: string) => string | undefined,
): Labels {
  const [ours, base, theirs] = [named(given.ours), named(given.base), named(given.theirs)];
  if (ours !== undefined && theirs !== undefined) return [ours, base ?? 'base', theirs];
  const other = mergedHead(env) ?? rebasedCommit(stateFile('rebase-merge/done'));
  return other === undefined ? ['ours', 'base', 'theirs'] : ['HEAD', 'base', other];
}

function named(label: string | undefined): string | undefined {
  return label === undefined || label === '' || /^%[SXY]$/.test(label) ? undefined : label;
}

function mergedHead(env: { readonly [name: string]: string | undefined }): string | undefined {
  const heads = Object.keys(env).filter((name) => /^GITHEAD_[0-9a-f]{40,64}$/.test(name));
  const [only] = heads;
  return heads.length === 1 && only !== undefined ? named(env[only]) : undefined;
}

/** As git calls it: `1a2b3c4 (Its subject)`. */
function rebasedCommit(file: string | undefined): string | undefined {
  if (file === undefined || !existsSync(file)) return undefined;
  const last = readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
  const [, commit, subject] = /^\w+ (?:-[cC] )?([0-9a-f]{7,64}) (?:# )?(.*)$/.exec(last) ?? [];
  return commit === undefined ? undefined : `${commit.slice(0, 7)} (${subject})`;
}
