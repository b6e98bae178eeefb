import type { Calls } from './calls.ts';
import { wholeNumber } from './values.ts';

export function defineGit({ command, terminal, done }: Calls): void {
  const git = command('git', 'Make git show and merge organizations by what they say', [
    'mktorg git install      in this repository, for you alone; says what it changes',
    'mktorg git uninstall',
  ]).helpCommand(false);
  git
    .command('install')
    .summary('Set up this repository')
    .description(
      'Set up this repository: git diff and git log -p list facts, git merge merges what both sides say.',
    )
    .action(async () => {
      const { gitInstallCommand } = await import('../commands/git.ts');
      done(await gitInstallCommand(terminal));
    });
  git
    .command('uninstall')
    .summary('Take back what install did')
    .description('Take back what install did.')
    .action(async () => {
      const { gitUninstallCommand } = await import('../commands/git.ts');
      done(await gitUninstallCommand(terminal));
    });
  git
    .command('textconv <file>', { hidden: true })
    .description('List what a text says, one fact a line (called by git).')
    .action(async (file) => {
      const { textconvCommand } = await import('../commands/git.ts');
      done(await textconvCommand(file, terminal));
    });
  git
    .command('merge', { hidden: true })
    .description('Merge three versions of a text (called by git).')
    .requiredOption('--ours <file>', 'our version, which the result replaces')
    .requiredOption('--base <file>', 'what both started from')
    .requiredOption('--theirs <file>', 'their version')
    .option('--marker-size <number>', 'length of conflict markers', wholeNumber, 7)
    .option('--path <path>', 'where the result belongs', '')
    .option('--label-ours <name>', 'what git calls our version')
    .option('--label-base <name>', 'what git calls what both started from')
    .option('--label-theirs <name>', 'what git calls their version')
    .action(async (options) => {
      const { mergeDriverCommand } = await import('../commands/git.ts');
      done(await mergeDriverCommand(options, terminal));
    });
}
