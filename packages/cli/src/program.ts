import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { DiffFormat } from './diff/formats.ts';
import type { ExitStatus } from './exit.ts';
import type { Terminal } from './terminal/terminal.ts';

/**
 * What the command line understands. Every command loads what it needs when it runs, so that one that needs little
 * starts at once.
 * @param done takes the exit status of the command that ran
 */
export function defineCommands(
  program: Command,
  terminal: Terminal,
  done: (status: ExitStatus) => void,
): void {
  const command = (name: string, summary: string, examples: readonly string[]): Command => {
    const made = program
      .command(name)
      .summary(summary)
      .description(`${summary}.`)
      .allowExcessArguments(false);
    made
      .helpOption('-h, --help', 'show help')
      .showHelpAfterError(`  See mktorg ${name.split(' ')[0]} --help.`);
    return made.addHelpText('after', examplesText(examples));
  };
  const examplesText = (examples: readonly string[]): string =>
    `\n${terminal.out.style('bold', 'Examples:')}\n${examples.map((example) => `  ${example}`).join('\n')}`;

  program.commandsGroup('Write and check:');

  command('init [folder]', 'Start an organization in a folder, with files to build on', [
    'mktorg init',
    'mktorg init marketing --name "Harbor Hotels"',
  ])
    .option('--name <title>', 'what the organization is called')
    .action(async (folder, options) => {
      const { initCommand } = await import('./commands/init.ts');
      done(await initCommand(folder, options, terminal));
    });

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
    .addHelpText(
      'after',
      `\nA file is checked together with the organization that it belongs to.\n` +
        'Exit status: 0 nothing at the fail level, 1 findings, 2 the check could not be done.',
    )
    .action(async (paths, options) => {
      const { checkCommand } = await import('./commands/check.ts');
      done(await checkCommand(paths, options, terminal));
    });

  command('diff [before] [after] [paths...]', 'Say what a change does to an organization, and what follows', [
    'mktorg diff                               the last commit and the working tree',
    'mktorg diff main...HEAD                   what this branch changes',
    'mktorg diff --staged                      what the next commit changes',
    'mktorg diff before after                  two folders or two files',
    'mktorg diff --from today --to found       two points of a plan',
    'mktorg diff main...HEAD --format markdown -o comment.md',
  ])
    .addOption(choice('--format <format>', 'how it is written', diffFormats, 'pretty'))
    .option('--staged', 'compare what is staged, not the working tree')
    .option('--from <point>', 'a phase of a plan, or today')
    .option('--to <point>', 'a phase of a plan, or today; the last phase where absent')
    .option('--plan <name>', 'the plan, where phases of several are called alike')
    .addOption(choice('--redact <what>', 'leave out the people: only roles, no names', ['people']))
    .option('--all', 'fold nothing')
    .option('--exit-code', 'exit with 1 where anything is different')
    .option('--max-removed <share>', 'refuse where more of the seats are removed, such as 25%', shareOf)
    .option('--require-reason', 'refuse structural changes that give no reason')
    .option('-o, --output <file>', 'write to a file; - is standard output')
    .addHelpText(
      'after',
      '\nRevisions are read through git, without a checkout. Paths behind them narrow the comparison.\n' +
        'Exit status: 0, 1 refused by a guard or different with --exit-code, 2 it could not be compared.',
    )
    .action(async (before, after, paths, options) => {
      const { diffCommand } = await import('./commands/diff.ts');
      const args = [before, after, ...paths].filter((arg) => arg !== undefined);
      done(await diffCommand(args, options, terminal));
    });

  command('fmt [paths...]', 'Bring files into the one settled layout', [
    'mktorg fmt',
    'mktorg fmt --check              for a build: 1 where a file is not formatted',
    'mktorg fmt - < team.mktorg      from standard input to standard output',
  ])
    .option('--check', 'change nothing, and exit with 1 where something would change')
    .action(async (paths, options) => {
      const { fmtCommand } = await import('./commands/fmt.ts');
      done(await fmtCommand(paths, options, terminal));
    });

  program.commandsGroup('See:');

  command('render [path]', 'Draw a chart of an organization', [
    'mktorg render                                  a tree in the terminal',
    'mktorg render -o chart.svg                     the format follows from the name',
    'mktorg render --lens stack -o platforms.png',
    'mktorg render --of growth --depth 2 -o growth.html',
    'mktorg render --lens plan -o plan.md',
    'mktorg render --redact people -o roles.svg     roles without the people in them',
  ])
    .addOption(
      choice('--format <format>', 'what to make; text where there is no file', [
        'svg',
        'png',
        'html',
        'mermaid',
        'markdown',
        'text',
      ]),
    )
    .addOption(choice('--lens <lens>', 'which picture', ['reporting', 'stack', 'plan'], 'reporting'))
    .option(
      '--of <name>',
      'only this team, role, region or business line, and what is below it; of plans, this one',
    )
    .option('--at <phase>', 'the organization after this phase of a plan')
    .option('--view <name>', 'what a view of the model says: its lens, start, depth and phase')
    .option('--depth <levels>', 'how many levels of teams are open', wholeNumber)
    .addOption(
      choice(
        '--theme <theme>',
        'colors',
        ['light', 'dark', 'high-contrast', 'high-contrast-light', 'auto'],
        'light',
      ),
    )
    .option('--scale <factor>', 'pixels of a PNG for each pixel of the chart', positiveNumber, 2)
    .option(
      '--show <parts>',
      'also draw platforms, partners, externals, governance, integrations (with commas between)',
    )
    .option('--hide <parts>', 'leave out dotted-lines, holders, integrations, legend')
    .addOption(choice('--redact <what>', 'leave out the people: only roles, no names', ['people']))
    .option('-o, --output <file>', 'write to a file; - is standard output')
    .action(async (path, options) => {
      const { renderCommand } = await import('./commands/render.ts');
      done(await renderCommand(path, options, terminal));
    });

  command('preview [paths...]', 'Show the chart on a local page that follows the files', [
    'mktorg preview',
    'mktorg preview examples/hotel-group --port 7070 --no-open',
    'mktorg preview --since main',
  ])
    .option('--since <revision>', 'show what is different since the current branch left a revision')
    .option('--port <port>', 'port on 127.0.0.1; any free one where absent', portNumber)
    .option('--no-open', 'do not open a browser')
    .action(async (paths, options) => {
      const { previewCommand } = await import('./commands/preview.ts');
      done(await previewCommand(paths, options, terminal));
    });

  command('report', 'Make a table of what an organization holds', [
    'mktorg report platforms --missing owner,result',
    'mktorg report roster --format csv -o roster.csv',
    'mktorg report operating-model --format markdown',
    'mktorg report martech-gap',
  ])
    .addArgument(
      new Argument('<what>', 'which table').choices([
        'platforms',
        'responsibilities',
        'operating-model',
        'roster',
        'martech-gap',
        'skills-gap',
      ]),
    )
    .argument('[path]', 'a folder or a file of the organization')
    .addOption(
      choice('--format <format>', 'how the table is written', ['text', 'markdown', 'csv', 'json'], 'text'),
    )
    .option('--missing <columns>', 'only rows in which one of these columns is empty (with commas between)')
    .addOption(choice('--redact <what>', 'leave out the people: only roles, no names', ['people']))
    .option('-o, --output <file>', 'write to a file')
    .action(async (what, path, options) => {
      const { reportCommand } = await import('./commands/report.ts');
      done(await reportCommand(what, path, options, terminal));
    });

  program.commandsGroup('Exchange:');

  const importExamples = [
    'mktorg import csv people.csv --out marketing',
    'mktorg import csv people.csv --map "manager=Reports to (ID)" --map team=Squad',
    'mktorg import csv tools.csv --platforms --out marketing',
  ];
  const imports = command('import', 'Make an organization from a spreadsheet', importExamples);
  imports
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
    .addHelpText('after', examplesText(importExamples))
    .action(async (files, options) => {
      const { importCommand } = await import('./commands/import.ts');
      done(await importCommand(files, options, terminal));
    });

  command('export [path]', 'Write an organization as data for other programs', [
    'mktorg export --format json -o organization.json',
  ])
    .addOption(choice('--format <format>', 'what to write', ['json'], 'json'))
    .option('--at <phase>', 'the organization after this phase of a plan')
    .addOption(choice('--redact <what>', 'leave out the people: only roles, no names', ['people']))
    .option('-o, --output <file>', 'write to a file')
    .action(async (path, options) => {
      const { exportCommand } = await import('./commands/export.ts');
      done(await exportCommand(path, options, terminal));
    });

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
      const { gitInstallCommand } = await import('./commands/git.ts');
      done(await gitInstallCommand(terminal));
    });
  git
    .command('uninstall')
    .summary('Take back what install did')
    .description('Take back what install did.')
    .action(async () => {
      const { gitUninstallCommand } = await import('./commands/git.ts');
      done(await gitUninstallCommand(terminal));
    });
  git
    .command('textconv <file>', { hidden: true })
    .description('List what a text says, one fact a line (called by git).')
    .action(async (file) => {
      const { textconvCommand } = await import('./commands/git.ts');
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
      const { mergeDriverCommand } = await import('./commands/git.ts');
      done(await mergeDriverCommand(options, terminal));
    });

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
      .addOption(choice('--redact <what>', 'leave out the people: only roles, no names', ['people']))
      .option('--key <name>', 'tells this comment from others on the same change', commentKey, 'review');
  build('github', 'Write annotations, the summary and outputs of a step, and a comment as a file')
    .option('--out <folder>', 'where the comment and the review go; RUNNER_TEMP where absent')
    .action(async (path, options) => {
      const { ciGithubCommand } = await import('./commands/ci.ts');
      done(await ciGithubCommand(path, options, terminal));
    });
  build('gitlab', 'Write a code quality report, JUnit XML and a comment, as files')
    .option('--out <folder>', 'where they go', 'mktorg-reports')
    .action(async (path, options) => {
      const { ciGitlabCommand } = await import('./commands/ci.ts');
      done(await ciGitlabCommand(path, options, terminal));
    });
  ci.command('comment')
    .summary('Write a comment from a review that somebody else made')
    .description('Write a comment from a review that somebody else made, who need not be trusted.')
    .requiredOption('--review <file>', 'what mktorg diff --format json has written; - is standard input')
    .option('--key <name>', 'tells this comment from others on the same change', commentKey, 'review')
    .option('-o, --output <file>', 'write to a file; - is standard output')
    .action(async (options) => {
      const { ciCommentCommand } = await import('./commands/ci.ts');
      done(await ciCommentCommand(options, terminal));
    });

  program.commandsGroup('Learn:');

  command('rules', 'List the rules that models are checked by', [
    'mktorg rules',
    'mktorg rules --format json',
  ])
    .addOption(choice('--format <format>', 'how the list is written', ['text', 'markdown', 'json'], 'text'))
    .action(async (options) => {
      const { rulesCommand } = await import('./commands/rules.ts');
      done(await rulesCommand(options, terminal));
    });

  command('explain <what...>', 'Explain a rule, or a term of the standard vocabulary', [
    'mktorg explain reporting/span-of-control',
    'mktorg explain center of excellence',
  ])
    .addOption(choice('--format <format>', 'how the explanation is written', ['text', 'markdown'], 'text'))
    .action(async (what, options) => {
      const { explainCommand } = await import('./commands/explain.ts');
      done(await explainCommand(what, options, terminal));
    });

  program.helpCommand('help [command]', 'Tell more about a command');
  program.commandsGroup('Editors:');

  command('lsp', 'Serve an editor by the language server protocol', ['mktorg lsp --stdio'])
    .option('--stdio', 'over standard input and output (the default)')
    .action(async () => {
      const { lspCommand } = await import('./commands/lsp.ts');
      done(await lspCommand());
    });

  program.addHelpText(
    'after',
    '\nTo start: mktorg init, then mktorg check and mktorg preview.\n' +
      'Colors follow NO_COLOR and FORCE_COLOR; MKTORG_TODAY=2027-03-31 judges as of that day.\n' +
      'mktorg help <command> tells more about a command.',
  );
}

/** The formats of `diff`: a list of its own, since the formats themselves are loaded when they are needed. */
const diffFormats: readonly DiffFormat[] = ['pretty', 'markdown', 'json', 'mermaid', 'svg', 'html'];

function choice(flags: string, description: string, choices: readonly string[], standard?: string): Option {
  const option = new Option(flags, description).choices(choices);
  return standard === undefined ? option : option.default(standard);
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It has to be a whole number.');
  return Number(text);
}

function positiveNumber(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number <= 10))
    throw new InvalidArgumentError('It has to be a number above 0, at most 10.');
  return number;
}

function shareOf(text: string): number {
  const share = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(text)?.[1];
  const number = share === undefined ? Number.NaN : Number(share) / 100;
  if (!(number >= 0 && number <= 1)) throw new InvalidArgumentError('It has to be a share, such as 25%.');
  return number;
}

function commentKey(text: string): string {
  if (!/^[\w-]{1,40}$/.test(text))
    throw new InvalidArgumentError('It has to be letters, digits and dashes, at most 40.');
  return text;
}

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65535) throw new InvalidArgumentError('A port is at most 65535.');
  return port;
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
