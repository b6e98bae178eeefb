import type { LensName } from '@mktorg/chart';
import { InvalidArgumentError } from 'commander';
import type { Calls } from './calls.ts';
import { choice, outputOption, redactOption } from './options.ts';
import { wholeNumber } from './values.ts';

export const renderFormats = ['svg', 'png', 'html', 'mermaid', 'markdown', 'text'] as const;
export type RenderFormat = (typeof renderFormats)[number];

/** All lenses, so that a new one is not forgotten here: the charts themselves are loaded when they are drawn. */
const lenses: { readonly [L in LensName]: true } = { reporting: true, stack: true, plan: true };

export function defineRender({ command, terminal, done }: Calls): void {
  command('render [path]', 'Draw a chart of an organization', [
    'mktorg render                                  a tree in the terminal',
    'mktorg render -o chart.svg                     the format follows from the name',
    'mktorg render --lens stack -o platforms.png',
    'mktorg render --of growth --depth 2 -o growth.html',
    'mktorg render --lens plan -o plan.md',
    'mktorg render --redact people -o roles.svg     roles without the people in them',
  ])
    .addOption(choice('--format <format>', 'what to make; text where there is no file', renderFormats))
    .addOption(choice('--lens <lens>', 'which picture', Object.keys(lenses), 'reporting'))
    .option(
      '--of <name>',
      'only this team, role, region or business line, and what is below it; of plans, this one',
    )
    .option('--at <phase>', 'the organization after this phase of a plan, or today')
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
    .addOption(redactOption())
    .addOption(outputOption())
    .action(async (path, options) => {
      const { renderCommand } = await import('../commands/render.ts');
      done(await renderCommand(path, options, terminal));
    });
}

function positiveNumber(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number <= 10))
    throw new InvalidArgumentError('It has to be a number above 0, at most 10.');
  return number;
}
