import { closest } from '@mktorg/model/closest';
import { type Argument, InvalidArgumentError, Option } from 'commander';

/** An option with a word out of a few. */
export function choice(
  flags: string,
  description: string,
  choices: readonly string[],
  standard?: string,
): Option {
  const option = oneOf(new Option(flags, description), choices);
  return standard === undefined ? option : option.default(standard);
}

/** Lets an option or an argument be a word out of a few; for another word, says which was perhaps meant. */
export function oneOf<T extends Option | Argument>(taker: T, choices: readonly string[]): T {
  taker.choices(choices);
  taker.argParser((word: string) => {
    if (choices.includes(word)) return word;
    const short = abbreviations[word.toLowerCase()];
    const near = short !== undefined && choices.includes(short) ? [short] : closest(word, choices);
    const meant = near.length > 0 ? `Did you mean ${near.join(' or ')}? ` : '';
    throw new InvalidArgumentError(`${meant}It can be ${choices.join(', ')}.`);
  });
  return taker;
}

/** What people write for short, and the word of ours. */
const abbreviations: { readonly [word: string]: string } = {
  md: 'markdown',
  mmd: 'mermaid',
  txt: 'text',
  htm: 'html',
  warn: 'warning',
  err: 'error',
  xml: 'junit',
  org: 'reporting',
  platforms: 'stack',
  people: 'roster',
};

export function redactOption(): Option {
  return choice('--redact <what>', 'leave out the people: only roles, no names', ['people']);
}

export function outputOption(): Option {
  return new Option('-o, --output <file>', 'write to a file; - is standard output');
}

/** For a word that another command or another program knows: it is not in the help, and the command says what to do. */
export function mistakenOption(flags: string): Option {
  return new Option(flags).hideHelp();
}
