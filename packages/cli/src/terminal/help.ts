import { stripVTControlCharacters } from 'node:util';
import type { Command, Option } from 'commander';
import { width } from './fit.ts';
import type { Terminal } from './terminal.ts';

/** How help and mistakes in a call look; commands that are added later look the same. */
export function styleHelp(program: Command, terminal: Terminal): void {
  const { out, err } = terminal;
  program
    .configureHelp({
      helpWidth: Math.min(out.columns, 100),
      displayWidth: (text) => width(stripVTControlCharacters(text)),
      optionDescription,
      subcommandTerm,
      styleTitle: (text) => out.style('bold', text),
      styleCommandText: (text) => out.style('cyan', text),
      styleSubcommandText: (text) => out.style('cyan', text),
      styleOptionText: (text) => out.style('cyan', text),
      styleArgumentText: (text) => out.style('cyan', text),
    })
    .configureOutput({
      writeOut: (text) => out.write(text),
      writeErr: (text) => err.write(text),
      outputError: (text, write) =>
        write(
          text
            .replace(/^error: /, `${err.style(['bold', 'red'], 'error')} `)
            .replace(
              /command-argument value ('.*') is invalid for argument '.*?'\./,
              'argument $1 is invalid.',
            ),
        ),
    });
}

/** Its name and arguments; a command with only one below it reads as that one. */
function subcommandTerm(command: Command): string {
  const [only, ...others] = command.commands.filter((each) => each.name() !== 'help');
  const rest =
    only && others.length === 0 ? [subcommandTerm(only)] : command.registeredArguments.map(argumentTerm);
  return [command.name(), ...rest].join(' ');
}

function argumentTerm(argument: {
  name(): string;
  readonly required: boolean;
  readonly variadic: boolean;
}): string {
  const name = argument.name() + (argument.variadic ? '…' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** What it does, then what can be chosen. */
function optionDescription({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices?.join(', ') ?? '';
  const standard =
    typeof defaultValue === 'string' || typeof defaultValue === 'number' ? `default ${defaultValue}` : '';
  const more = [choices, standard].filter((part) => part !== '').join('; ');
  return more === '' ? description : `${description} (${more})`;
}
