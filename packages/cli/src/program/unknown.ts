import { closest } from '@mktorg/model/closest';
import type { Command } from 'commander';
import { Failure } from '../failure.ts';

/** What other programs call what a command of ours does. */
const synonyms: { readonly [word: string]: string } = {
  baseline: 'check --update-baseline',
  chart: 'render',
  compare: 'diff',
  draw: 'render',
  format: 'fmt',
  lint: 'check',
  new: 'init',
  open: 'preview',
  plan: 'render --lens plan',
  review: 'diff',
  serve: 'preview',
  server: 'lsp',
  show: 'render',
  test: 'check',
  validate: 'check',
  view: 'preview',
  watch: 'preview',
};

/** What to say to a word that is no command. */
export function unknownCommand(word: string, program: Command): Failure {
  const names = program.commands.map((each) => each.name());
  const near = synonyms[word] === undefined ? closest(word, names) : [synonyms[word]];
  return new Failure(
    `There is no command ${word}.`,
    ...(near.length > 0 ? [`Did you mean ${near.map((each) => `mktorg ${each}`).join(' or ')}?`] : []),
    'mktorg --help lists the commands.',
  );
}
