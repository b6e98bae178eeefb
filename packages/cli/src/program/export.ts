import type { Calls } from './calls.ts';
import { choice, outputOption, redactOption } from './options.ts';

export const exportFormats = ['json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export function defineExport({ command, terminal, done }: Calls): void {
  command('export [path]', 'Write an organization as data for other programs', [
    'mktorg export -o organization.json',
  ])
    .addOption(choice('--format <format>', 'what to write', exportFormats))
    .option('--at <phase>', 'the organization after this phase of a plan, or today')
    .addOption(redactOption())
    .addOption(outputOption())
    .action(async (path, options) => {
      const { exportCommand } = await import('../commands/export.ts');
      done(await exportCommand(path, options, terminal));
    });
}
