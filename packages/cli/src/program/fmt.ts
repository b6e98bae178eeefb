import type { Calls } from './calls.ts';

export function defineFmt({ command, terminal, done }: Calls): void {
  command('fmt [paths...]', 'Bring files into the one settled layout', [
    'mktorg fmt',
    'mktorg fmt --check              for a build: 1 where a file is not formatted',
    'mktorg fmt - < team.mktorg      from standard input to standard output',
  ])
    .option('--check', 'change nothing, and exit with 1 where something would change')
    .action(async (paths, options) => {
      const { fmtCommand } = await import('../commands/fmt.ts');
      done(await fmtCommand(paths, options, terminal));
    });
}
