import { type Command, InvalidArgumentError } from 'commander';
import type { Calls } from './calls.ts';
import { choice, outputOption, redactOption } from './options.ts';
import { shareOf } from './values.ts';

export function defineCi({ command, terminal, done }: Calls): void {
  const ci = command('ci', 'Tell a forge what a build has found', [
    'mktorg ci github organization    in a workflow: annotations, summary, outputs, comment',
    'mktorg ci gitlab organization    in a pipeline: code quality, JUnit, comment',
    'mktorg ci comment --review review.json -o comment.md',
  ]).helpCommand(false);
  const build = (name: string, summary: string): Command =>
    ci
      .command(`${name} [path]`)
      .summary(summary)
      .description(`${summary}. The network is never asked.`)
      .allowExcessArguments(false)
      .addOption(
        choice(
          '--fail-level <level>',
          'exit with 1 from this severity on',
          ['error', 'warning', 'info', 'never'],
          'error',
        ),
      )
      .addOption(
        choice('--fail-on <which>', 'findings that the change brings, or all', ['new', 'all'], 'new'),
      )
      .option('--max-removed <share>', 'refuse where more of the seats are removed, such as 25%', shareOf)
      .option('--require-reason', 'refuse structural changes that give no reason')
      .addOption(redactOption())
      .option('--key <name>', 'tells this comment from others on the same change', commentKey, 'review');
  build('github', 'Write annotations, the summary and outputs of a step, and a comment as a file')
    .option('--out <folder>', 'where the comment and the review go; RUNNER_TEMP where absent')
    .action(async (path, options) => {
      const { ciGithubCommand } = await import('../commands/ci.ts');
      done(await ciGithubCommand(path, options, terminal));
    });
  build('gitlab', 'Write a code quality report, JUnit XML and a comment, as files')
    .option('--out <folder>', 'where they go', 'mktorg-reports')
    .action(async (path, options) => {
      const { ciGitlabCommand } = await import('../commands/ci.ts');
      done(await ciGitlabCommand(path, options, terminal));
    });
  ci.command('comment')
    .summary('Write a comment from a review that somebody else made')
    .description('Write a comment from a review that somebody else made, who need not be trusted.')
    .requiredOption('--review <file>', 'what mktorg diff --format json has written; - is standard input')
    .option('--key <name>', 'tells this comment from others on the same change', commentKey, 'review')
    .addOption(outputOption())
    .action(async (options) => {
      const { ciCommentCommand } = await import('../commands/ci.ts');
      done(await ciCommentCommand(options, terminal));
    });
}

function commentKey(text: string): string {
  if (!/^[\w-]{1,40}$/.test(text))
    throw new InvalidArgumentError('It has to be letters, digits and dashes, at most 40.');
  return text;
}
