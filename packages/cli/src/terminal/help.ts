import type { Command } from 'commander';
import { width } from './fit.ts';
import type { Terminal } from './terminal.ts';

/** How help and mistakes in a call look; commands that are added later look the same. */
export function styleHelp(program: Command, terminal: Terminal): void {
  const { out, err } = terminal;
  program
    .configureHelp({
      helpWidth: Math.min(out.columns, 100),
      displayWidth: width,
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' '),
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
        write(text.replace(/^error: /, `${err.style(['bold', 'red'], 'error')} `)),
    });
}

function argumentTerm(argument: {
  name(): string;
  readonly required: boolean;
  readonly variadic: boolean;
}): string {
  const name = argument.name() + (argument.variadic ? '…' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}
