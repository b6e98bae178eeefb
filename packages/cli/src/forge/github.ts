import { existsSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bytesOf, type ReviewDocument, reviewMarkdown } from '@mktorg/review';
import type { Finding } from '@mktorg/rules';
import { findingsOf } from '../check/checked.ts';
import { annotationsOf } from '../check/github.ts';
import { type ExitStatus, exit } from '../exit.ts';
import { Failure, fileTrouble } from '../failure.ts';
import { writeWhole } from '../files/write.ts';
import { type Repository, repositoryAround } from '../git/repository.ts';
import { toJson } from '../output/json.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { commitsOfGithub } from './base.ts';
import { type Build, type BuildOptions, buildOf } from './build.ts';
import { changedLines } from './changed-lines.ts';
import { findingsMarkdown } from './findings-markdown.ts';
import { githubEvent } from './github-event.ts';
import { closingLine } from './log.ts';
import { append, type Outputs, reviewOutputs, writeOutputs } from './outputs.ts';

export interface GithubOptions extends BuildOptions {
  /** Tells several comments on one pull request apart. */
  readonly key: string;
  /** Folder for the comment and the review; that of the runner for temporary files where absent. */
  readonly out?: string;
}

/**
 * What a workflow of GitHub has to say about its commit: annotations, the summary of the step, outputs, and the body
 * of a comment as a file. It asks nothing of GitHub: what it knows stands in variables, in files and in the clone.
 */
export async function ciGithub(
  given: string | undefined,
  options: GithubOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const repository = await repositoryAround(path.resolve(terminal.cwd, given ?? '.'));
  const commits = await commitsOfGithub(repository, eventOf(terminal));
  const build = await buildOf(repository, commits, given, options, terminal);
  if (commits.note !== undefined) terminal.out.write(`::notice title=mktorg::${commits.note}\n`);
  const fileOf = ({ at }: Finding): string => build.checked.show(at.uri);
  const told = await changedFirst(build, repository, fileOf);
  terminal.out.write(annotationsOf(told, fileOf, build.refused));
  terminal.out.write(closingLine(build));
  writeSummary(build, options.key, terminal);
  const findings = String(findingsOf(build.checked).length);
  const files = writeFiles(build, options, terminal);
  writeOutputs({ findings, ...reviewOutputs(build.review), ...files }, terminal);
  return build.failing ? exit.findings : exit.clean;
}

function eventOf({ env }: Terminal): ReturnType<typeof githubEvent> {
  const name = env['GITHUB_EVENT_NAME'];
  const file = env['GITHUB_EVENT_PATH'];
  if (!name || !file) {
    throw new Failure(
      'This is no workflow of GitHub: GITHUB_EVENT_NAME and GITHUB_EVENT_PATH are not set.',
      'Elsewhere: mktorg check --since main, and mktorg diff main...HEAD --format markdown',
    );
  }
  try {
    return githubEvent(name, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is no JSON' : fileTrouble(error);
    throw new Failure(`The payload of the event, ${file}, cannot be read: ${why}.`);
  }
}

/** Annotations are seen best beside a change, and there is room for few. */
async function changedFirst(
  { commits: { before, after }, told }: Build,
  repository: Repository,
  fileOf: (finding: Finding) => string,
): Promise<readonly Finding[]> {
  if (!before || told.length === 0) return told;
  const isChanged = await changedLines(repository, before, after, new Set(told.map(fileOf)));
  const rank = (finding: Finding): number => (isChanged(fileOf(finding), finding.at.line) ? 0 : 1);
  return told
    .map((finding) => ({ finding, rank: rank(finding) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ finding }) => finding);
}

/** GitHub takes 1 MiB of a step, and shows none of a summary that is longer. */
const mostOfSummary = 1_000_000;

function writeSummary({ review, checked }: Build, key: string, { env }: Terminal): void {
  const file = env['GITHUB_STEP_SUMMARY'];
  if (!file) return;
  const room = mostOfSummary - (existsSync(file) ? statSync(file).size : 0);
  const text = review ? reviewMarkdown(review, { key, limit: room }) : findingsMarkdown(checked);
  if (bytesOf(text) <= room) append(file, text);
}

/** The review, and the comment made of it. */
function writeFiles({ review }: Build, { key, out }: GithubOptions, { env, cwd }: Terminal): Outputs {
  if (!review) return { 'comment-file': '', 'review-file': '' };
  const folder = path.resolve(cwd, out ?? (env['RUNNER_TEMP'] || tmpdir()));
  return writeReview(review, key, path.join(folder, `mktorg-${key}`));
}

function writeReview(review: ReviewDocument, key: string, folder: string): Outputs {
  const [comment, data] = [path.join(folder, 'comment.md'), path.join(folder, 'review.json')];
  writeWhole(comment, reviewMarkdown(review, { key }));
  writeWhole(data, toJson(review));
  return { 'comment-file': comment, 'review-file': data };
}
