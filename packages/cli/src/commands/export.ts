import { type ExitStatus, exit } from '../exit.ts';
import { Failure } from '../failure.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface ExportOptions {
  readonly format: 'json';
  readonly redact?: 'people';
  readonly output?: string;
}

export async function exportCommand(
  _path: string | undefined,
  _options: ExportOptions,
  _terminal: Terminal,
): Promise<ExitStatus> {
  throw new Failure('There is no export yet.');
}
void exit;
