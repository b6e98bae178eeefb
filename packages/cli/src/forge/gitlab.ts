import path from 'node:path';
import { reviewMarkdown } from '@mktorg/review';
import { toCodeQuality } from '../check/codequality.ts';
import { toJunit } from '../check/junit.ts';
import { type ExitStatus, exit } from '../exit.ts';
import { writeWhole } from '../files/write.ts';
import { repositoryAround } from '../git/repository.ts';
import { toJson } from '../output/json.ts';
import { clean } from '../terminal/clean.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { commitsOfGitlab } from './base.ts';
import { type BuildOptions, buildOf } from './build.ts';
import { closingLine } from './log.ts';

export interface GitlabOptions extends BuildOptions {
  readonly key: string;
  /** Folder for the reports. */
  readonly out: string;
}

/**
 * What a pipeline of GitLab has to say about its commit, as files: a code quality report and JUnit XML of all findings,
 * of which GitLab itself finds out what is new; and where something was compared, the review and the body of a note.
 */
export async function ciGitlab(
  given: string | undefined,
  options: GitlabOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const repository = await repositoryAround(path.resolve(terminal.cwd, given ?? '.'));
  const commits = await commitsOfGitlab(repository, terminal.env);
  const build = await buildOf(repository, commits, given, options, terminal);
  const { checked, told, refused, review } = build;
  const { out, failLevel, key } = options;
  const write = (name: string, content: string): void =>
    writeWhole(path.resolve(terminal.cwd, out, name), content);
  write('code-quality.json', toJson(toCodeQuality(checked, repository.top, repository.top)));
  write('junit.xml', toJunit(checked, failLevel === 'never' ? 'error' : failLevel));
  if (review) {
    write('review.json', toJson(review));
    write('comment.md', reviewMarkdown(review, { key }));
  }
  if (commits.note !== undefined) terminal.out.write(`${commits.note}\n`);
  for (const message of refused) terminal.out.write(`refused ${clean(message)}\n`);
  for (const { severity, at, rule, message } of told)
    terminal.out.write(
      `${severity} ${clean(checked.show(at.uri))}:${at.line + 1} ${rule} ${clean(message)}\n`,
    );
  terminal.out.write(closingLine(build));
  return build.failing ? exit.findings : exit.clean;
}
