import type { Calls } from './calls.ts';
import { choice } from './options.ts';

export function defineRules({ command, terminal, done }: Calls): void {
  command('rules', 'List the rules that models are checked by', [
    'mktorg rules',
    'mktorg rules --format json',
  ])
    .showHelpAfterError('  To read about one rule: mktorg explain <rule>')
    .addOption(choice('--format <format>', 'how the list is written', ['text', 'markdown', 'json'], 'text'))
    .action(async (options) => {
      const { rulesCommand } = await import('../commands/rules.ts');
      done(await rulesCommand(options, terminal));
    });
}
