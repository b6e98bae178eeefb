import { findRevision, type Repository } from '../git/repository.ts';

/** Two revisions in one argument: `main..HEAD`, or `main...HEAD` for the commit at which the second left the first. */
export interface Range {
  readonly from: string;
  readonly to: string;
  readonly dots: '..' | '...';
}

const written = /^(?<from>.*?)(?<dots>\.{2,3})(?<to>[^.].*|)$/s;

/**
 * The range that an argument means, as git reads it: one of two revisions where both are there, or else one where the
 * whole is no revision by itself (`:/Fix the lead...`, which looks for a text). An end that is not written is `HEAD`.
 */
export async function rangeIn(repository: Repository, arg: string): Promise<Range | undefined> {
  const found = written.exec(arg)?.groups;
  if (!found) return undefined;
  const [from, to] = [found['from'] || 'HEAD', found['to'] || 'HEAD'];
  const range: Range = { from, to, dots: found['dots'] === '..' ? '..' : '...' };
  const ends = [await findRevision(repository, from), await findRevision(repository, to)];
  if (ends.every((end) => end !== undefined)) return range;
  return (await findRevision(repository, arg)) ? undefined : range;
}
