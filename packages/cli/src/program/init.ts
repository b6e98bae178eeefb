import type { Calls } from './calls.ts';

export function defineInit({ command, terminal, done }: Calls): void {
  command('init [folder]', 'Start an organization in a folder, with files to build on', [
    'mktorg init',
    'mktorg init marketing --name "Harbor Hotels"',
  ])
    .option('--name <title>', 'what the organization is called')
    .action(async (folder, options) => {
      const { initCommand } = await import('../commands/init.ts');
      done(await initCommand(folder, options, terminal));
    });
}
