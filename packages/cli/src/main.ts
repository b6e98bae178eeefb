import { Command, CommanderError } from 'commander';
import { type ExitStatus, exit } from './exit.ts';
import { Failure, fileTrouble } from './failure.ts';
import { defineCommands } from './program.ts';
import { clean } from './terminal/clean.ts';
import { styleHelp } from './terminal/help.ts';
import { processTerminal, type Terminal } from './terminal/terminal.ts';
import { repository, version } from './version.ts';

/** Runs the command and sets the exit status of the process. */
export async function run(args: readonly string[]): Promise<void> {
  endWithOutput();
  const terminal = processTerminal();
  process.exitCode = await statusOf(args, terminal);
}

async function statusOf(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = exit.clean;
  const program = new Command('mktorg');
  program
    .description('Org definitions as code for marketing organizations: write, check, draw and report.')
    .version(versionText(), '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show help')
    .exitOverride();
  styleHelp(program, terminal);
  defineCommands(program, terminal, (result) => {
    status = result;
  });
  try {
    if (args.length === 0) {
      terminal.out.write(program.helpInformation());
      return exit.clean;
    }
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    return explainError(error, args, terminal);
  }
}

function versionText(): string {
  return `mktorg ${version} (Node ${process.versions.node}, ${process.platform} ${process.arch})`;
}

function explainError(error: unknown, args: readonly string[], { err, env }: Terminal): ExitStatus {
  // Commander has said what is wrong, or has shown the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.clean : exit.failure;
  if (error instanceof Failure) {
    // Names of files may have line breaks in them, and a forge takes lines of a log for commands.
    err.write(`${err.style(['bold', 'red'], 'error')} ${clean(error.message)}\n`);
    for (const hint of error.hints) err.write(`  ${clean(hint)}\n`);
    return exit.failure;
  }
  const debug = env['MKTORG_DEBUG'] !== undefined && env['MKTORG_DEBUG'] !== '';
  const message = error instanceof Error ? error.message : String(error);
  err.write(`${err.style(['bold', 'red'], 'internal error')} ${message}\n`);
  err.write(
    `  This is a fault of mktorg, not of your model. Please report it at ${repository}/issues with these lines:\n`,
  );
  err.write(`  ${versionText()}, mktorg ${args[0] ?? ''}\n`);
  if (debug) err.write(`${traceOf(error)}\n`);
  else err.write('  Run it again with MKTORG_DEBUG=1 to see where it happened.\n');
  return exit.failure;
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const cause = error.cause instanceof Error ? `\nbecause of ${traceOf(error.cause)}` : '';
  return (error.stack ?? error.message) + cause;
}

/**
 * Whoever reads the output may stop early (`mktorg check | head`): then there is nothing left to do or to say. Output
 * that cannot be written for another reason is a failure.
 */
function endWithOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      if (stream === process.stdout)
        process.stderr.write(`error The output cannot be written: ${fileTrouble(error)}.\n`);
      process.exit(exit.failure);
    });
  }
}
