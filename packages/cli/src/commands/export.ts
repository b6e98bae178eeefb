import { exportModel } from '@mktorg/model';
import { modelAfter } from '../charts/point.ts';
import { type ExitStatus, exit } from '../exit.ts';
import { loadOrganizations, onlyModel } from '../organizations.ts';
import { deliver } from '../output/deliver.ts';
import { formatFor } from '../output/format.ts';
import { toJson } from '../output/json.ts';
import { type ExportFormat, exportFormats } from '../program/export.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface ExportOptions {
  readonly format?: ExportFormat;
  /** The phase after which it is written. */
  readonly at?: string;
  readonly redact?: 'people';
  readonly output?: string;
}

/** Writes the resolved model, with what follows from it, in the shape that its JSON Schema describes. */
export async function exportCommand(
  from: string | undefined,
  options: ExportOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  formatFor(options, exportFormats, 'json', terminal);
  const loaded = await loadOrganizations(from === undefined ? [] : [from], terminal);
  const model = modelAfter(onlyModel(loaded, terminal, 'export', undefined), options.at);
  const exported = exportModel(model, { redactPeople: options.redact === 'people' });
  deliver(toJson(exported), options.output, terminal);
  return exit.clean;
}
