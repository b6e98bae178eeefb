import { InvalidArgumentError } from 'commander';
import type { Calls } from './calls.ts';

export function defineImport({ command, examples, terminal, done }: Calls): void {
  const list = [
    'mktorg import csv people.csv --out marketing',
    'mktorg import csv people.csv --map "manager=Reports to (ID)" --map team=Squad',
    'mktorg import csv tools.csv --platforms --out marketing',
  ];
  command('import', 'Make an organization from a spreadsheet', list)
    .showHelpAfterError('  To import a file: mktorg import csv people.csv')
    .helpCommand(false)
    .command('csv <files...>')
    .summary('Import people or platforms from CSV files')
    .description(
      'Import people or platforms from CSV files. The model goes to standard output, or into files with --out; ' +
        'what could not be placed is said on standard error. Several files are one organization.',
    )
    .showHelpAfterError('  See mktorg import csv --help.')
    .option('--platforms', 'the files list platforms, not people')
    .option('--map <field=heading>', 'which column is which field; can be repeated', collect, [])
    .option('--name <title>', 'what the organization is called')
    .option('--out <folder>', 'write files into this folder; files that exist are not replaced')
    .option('--force', 'replace files that exist')
    .option('--currency <code>', 'currency of costs that come without one, such as EUR', currencyCode)
    .option('--encoding <label>', 'encoding of the files, such as windows-1252; found out where absent')
    .option(
      '--delimiter <character>',
      'what stands between cells: , ; | or tab; found out where absent',
      delimiterOf,
    )
    .addHelpText('after', examples(list))
    .action(async (files, options) => {
      const { importCommand } = await import('../commands/import.ts');
      done(await importCommand(files, options, terminal));
    });
}

function currencyCode(text: string): string {
  const code = text.toUpperCase();
  if (!Intl.supportedValuesOf('currency').includes(code))
    throw new InvalidArgumentError('It has to be a code of three letters, such as EUR or USD.');
  return code;
}

const delimiters: { readonly [word: string]: string } = {
  tab: '\t',
  '\\t': '\t',
  comma: ',',
  semicolon: ';',
  bar: '|',
  pipe: '|',
};

function delimiterOf(text: string): string {
  const delimiter = delimiters[text.toLowerCase()] ?? text;
  if (!/^(?:\t|[^\p{L}\p{M}\p{N}\p{C}\s"])$/u.test(delimiter))
    throw new InvalidArgumentError('It has to be one character, such as ";", or the word tab.');
  return delimiter;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
