import { Argument } from 'commander';
import type { Calls } from './calls.ts';
import { choice, oneOf, outputOption, redactOption } from './options.ts';

export const reportFormats = ['text', 'markdown', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

const reportNames = [
  'platforms',
  'responsibilities',
  'operating-model',
  'roster',
  'martech-gap',
  'skills-gap',
] as const;
export type ReportName = (typeof reportNames)[number];

export function defineReport({ command, terminal, done }: Calls): void {
  command('report', 'Make a table of what an organization holds', [
    'mktorg report platforms --missing owner,result',
    'mktorg report roster -o roster.csv              the format follows from the name',
    'mktorg report operating-model --format markdown',
    'mktorg report martech-gap',
  ])
    .showHelpAfterError(`  To see which tables there are: mktorg report --help`)
    .addArgument(oneOf(new Argument('<table>', 'what it lists'), reportNames))
    .argument('[path]', 'a folder or a file of the organization')
    .addOption(
      choice('--format <format>', 'how the table is written; text where there is no file', reportFormats),
    )
    .option('--missing <columns>', 'only rows in which one of these columns is empty (with commas between)')
    .addOption(redactOption())
    .addOption(outputOption())
    .action(async (table, path, options) => {
      const { reportCommand } = await import('../commands/report.ts');
      done(await reportCommand(table, path, options, terminal));
    });
}
