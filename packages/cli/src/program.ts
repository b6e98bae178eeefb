import type { Command } from 'commander';
import type { ExitStatus } from './exit.ts';
import { type Calls, callsOf } from './program/calls.ts';
import { defineCheck } from './program/check.ts';
import { defineCi } from './program/ci.ts';
import { defineDiff } from './program/diff.ts';
import { defineExplain } from './program/explain.ts';
import { defineExport } from './program/export.ts';
import { defineFmt } from './program/fmt.ts';
import { defineGit } from './program/git.ts';
import { defineImport } from './program/import.ts';
import { defineInit } from './program/init.ts';
import { defineLsp } from './program/lsp.ts';
import { definePreview } from './program/preview.ts';
import { defineRender } from './program/render.ts';
import { defineReport } from './program/report.ts';
import { defineRules } from './program/rules.ts';
import { unknownCommand } from './program/unknown.ts';
import type { Terminal } from './terminal/terminal.ts';

/** The commands as the help lists them. A new one is a file in `program`, and its line here. */
const groups: { readonly [heading: string]: readonly ((calls: Calls) => void)[] } = {
  'Write and check:': [defineInit, defineCheck, defineDiff, defineFmt],
  'See:': [defineRender, definePreview, defineReport],
  'Exchange:': [defineImport, defineExport, defineGit, defineCi],
  'Learn:': [defineRules, defineExplain],
  'Editors:': [defineLsp],
};

/**
 * What the command line understands.
 * @param done takes the exit status of the command that ran
 */
export function defineCommands(
  program: Command,
  terminal: Terminal,
  done: (status: ExitStatus) => void,
): void {
  const calls = callsOf(program, terminal, done);
  for (const [heading, commands] of Object.entries(groups)) {
    program.commandsGroup(heading);
    if (heading === 'Learn:') program.helpCommand('help [command]', 'Tell more about a command');
    for (const define of commands) define(calls);
  }
  program.on('command:*', ([name = '']: readonly string[]) => {
    throw unknownCommand(name, program);
  });
  program.addHelpText(
    'after',
    '\nTo start: mktorg init, then mktorg check and mktorg preview.\n' +
      'Colors follow NO_COLOR and FORCE_COLOR; MKTORG_TODAY=2027-03-31 judges as of that day.\n' +
      'mktorg help <command> tells more about a command.',
  );
}
