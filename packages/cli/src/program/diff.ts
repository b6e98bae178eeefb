import { Failure } from '../failure.ts';
import type { Calls } from './calls.ts';
import { choice, mistakenOption, outputOption, redactOption } from './options.ts';
import { shareOf } from './values.ts';

export const diffFormats = ['pretty', 'markdown', 'json', 'mermaid', 'svg', 'html'] as const;
export type DiffFormat = (typeof diffFormats)[number];

export function defineDiff({ command, terminal, done }: Calls): void {
  command('diff [before] [after] [paths...]', 'Say what a change does to an organization, and what follows', [
    'mktorg diff                               the last commit and the working tree',
    'mktorg diff main...HEAD                   what this branch changes',
    'mktorg diff --staged                      what the next commit changes',
    'mktorg diff before after                  two folders or two files',
    'mktorg diff --from today --to found       two points of a plan',
    'mktorg diff main...HEAD -o comment.md     the format follows from the name',
  ])
    .addOption(choice('--format <format>', 'how it is written; pretty where there is no file', diffFormats))
    .option('--staged', 'compare what is staged, not the working tree')
    .option('--from <point>', 'a phase of a plan, or today')
    .option('--to <point>', 'a phase of a plan, or today; the last phase where absent')
    .option('--plan <name>', 'the plan, where phases of several are called alike')
    .addOption(redactOption())
    .option('--all', 'fold nothing')
    .option('--exit-code', 'exit with 1 where anything is different')
    .option('--max-removed <share>', 'refuse where more of the seats are removed, such as 25%', shareOf)
    .option('--require-reason', 'refuse structural changes that give no reason')
    .addOption(outputOption())
    .addOption(mistakenOption('--cached'))
    .addOption(mistakenOption('--since <revision>'))
    .addOption(mistakenOption('--at <point>'))
    .addHelpText(
      'after',
      '\nRevisions are read through git, without a checkout. Paths behind them narrow the comparison.\n' +
        'Exit status: 0, 1 refused by a guard or different with --exit-code, 2 it could not be compared.',
    )
    .action(async (before, after, paths, options) => {
      const { cached, since, at, ...rest } = options;
      if (since !== undefined)
        throw new Failure(
          'diff has no --since.',
          `What the current branch changes: mktorg diff ${since}...HEAD`,
        );
      if (at !== undefined)
        throw new Failure('diff has no --at.', `Up to that point: mktorg diff --to ${at}`);
      const { diffCommand } = await import('../commands/diff.ts');
      const args = [before, after, ...paths].filter((arg) => arg !== undefined);
      // As git calls it, which has both.
      done(await diffCommand(args, { ...rest, ...(cached && { staged: true }) }, terminal));
    });
}
