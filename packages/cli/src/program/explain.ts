import type { Calls } from './calls.ts';
import { choice } from './options.ts';

export function defineExplain({ command, terminal, done }: Calls): void {
  command('explain <what...>', 'Explain a rule, or a term of the standard vocabulary', [
    'mktorg explain reporting/span-of-control',
    'mktorg explain center of excellence',
  ])
    .addOption(choice('--format <format>', 'how the explanation is written', ['text', 'markdown'], 'text'))
    .action(async (what, options) => {
      const { explainCommand } = await import('../commands/explain.ts');
      done(await explainCommand(what, options, terminal));
    });
}
