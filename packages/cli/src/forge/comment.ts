import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readReview, reviewMarkdown } from '@mktorg/review';
import { type ExitStatus, exit } from '../exit.ts';
import { Failure, fileTrouble } from '../failure.ts';
import { writeWhole } from '../files/write.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { reviewOutputs, writeOutputs } from './outputs.ts';

export interface CommentOptions {
  /** A review as JSON; `-` is standard input. */
  readonly review: string;
  readonly key: string;
  readonly output?: string;
}

/** Bytes of a file that is read at all. */
const largest = 64 * 2 ** 20;

/**
 * Writes a comment from a review that somebody else worked out, who need not be trusted: nothing of it is run, and what
 * is no review is refused.
 * @throws {Failure} where it is none
 */
export async function ciComment(options: CommentOptions, terminal: Terminal): Promise<ExitStatus> {
  const result = readReview(await textOf(options.review, terminal));
  if ('trouble' in result) {
    throw new Failure(
      `${options.review} is no review of this version of mktorg: ${result.trouble}.`,
      'A review is what mktorg diff --format json writes.',
    );
  }
  const { review } = result;
  const { key, output } = options;
  const comment = reviewMarkdown(review, { key });
  const file = output === undefined || output === '-' ? '' : path.resolve(terminal.cwd, output);
  // A build has a folder for temporary files, and nothing in it.
  if (file === '') terminal.out.write(comment);
  else writeWhole(file, comment);
  writeOutputs({ ...reviewOutputs(review), 'comment-file': file }, terminal);
  return exit.clean;
}

async function textOf(given: string, terminal: Terminal): Promise<string> {
  if (given === '-') return (await terminal.readInput()).toString('utf8');
  const file = path.resolve(terminal.cwd, given);
  try {
    if (statSync(file).size > largest) throw new Failure(`${given} is too large for a review.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${given} cannot be read: ${fileTrouble(error)}.`);
  }
}
