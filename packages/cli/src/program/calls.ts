import type { Command } from 'commander';
import type { ExitStatus } from '../exit.ts';
import type { Terminal } from '../terminal/terminal.ts';

/**
 * Where a command says how it is called. Each file of this folder defines one, in words, options and examples alone:
 * what does the work is loaded when the command runs, so that one that needs little starts at once.
 */
export interface Calls {
  readonly terminal: Terminal;
  /** Takes the exit status of the command that ran. */
  readonly done: (status: ExitStatus) => void;
  /** A new command. Its help ends with the examples. */
  command(name: string, summary: string, examples: readonly string[]): Command;
  /** Examples as they stand in the help. */
  examples(list: readonly string[]): string;
}

export function callsOf(program: Command, terminal: Terminal, done: (status: ExitStatus) => void): Calls {
  const examples = (list: readonly string[]): string =>
    `\n${terminal.out.style('bold', 'Examples:')}\n${list.map((example) => `  ${example}`).join('\n')}`;
  return {
    terminal,
    done,
    examples,
    command: (name, summary, list) =>
      program
        .command(name)
        .summary(summary)
        .description(`${summary}.`)
        .allowExcessArguments(false)
        .helpOption('-h, --help', 'show help')
        .showHelpAfterError(`  See mktorg ${name.split(' ')[0]} --help.`)
        .addHelpText('after', examples(list)),
  };
}
