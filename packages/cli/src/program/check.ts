import { Failure } from '../failure.ts';
import type { Calls } from './calls.ts';
import { choice, mistakenOption } from './options.ts';
import { wholeNumber } from './values.ts';

export function defineCheck({ command, terminal, done }: Calls): void {
  command('check [paths...]', 'Find what is wrong with an organization', [
    'mktorg check                             everything in this folder',
    'mktorg check --fail-level warning        for a strict build',
    'mktorg check --since main                only what this branch brings',
    'mktorg check --format github             annotations in a GitHub workflow',
    'mktorg check --format sarif > out.sarif  for code scanning',
  ])
    .addOption(
      choice(
        '--format <format>',
        'how findings are written',
        ['pretty', 'json', 'github', 'sarif', 'junit', 'codequality'],
        'pretty',
      ),
    )
    .addOption(
      choice(
        '--fail-level <level>',
        'exit with 1 from this severity on',
        ['error', 'warning', 'info'],
        'error',
      ),
    )
    .option('--max-findings <number>', 'show only so many findings, the worst ones', wholeNumber)
    .option('--since <revision>', 'only what the change since then brings, and how much it fixed')
    .option('--update-baseline', 'accept all that is found now, in mktorg-baseline.json')
    .option('--no-baseline', 'show what a baseline accepts, too')
    .option('-q, --quiet', 'say nothing below the fail level, and nothing at all where all is well')
    .addOption(mistakenOption('-o, --output <file>'))
    .addHelpText(
      'after',
      `\nA file is checked together with the organization that it belongs to.\n` +
        'Exit status: 0 nothing at the fail level, 1 findings, 2 the check could not be done.',
    )
    .action(async (paths, options) => {
      if (options.output !== undefined)
        throw new Failure(
          'check writes to standard output.',
          `To have it in a file: mktorg check --format ${options.format} > ${options.output}`,
        );
      const { checkCommand } = await import('../commands/check.ts');
      done(await checkCommand(paths, options, terminal));
    });
}
