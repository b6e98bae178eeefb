import type { Calls } from './calls.ts';

export function defineLsp({ command, done }: Calls): void {
  command('lsp', 'Serve an editor by the language server protocol', ['mktorg lsp --stdio'])
    .option('--stdio', 'over standard input and output (the default)')
    .action(async () => {
      const { lspCommand } = await import('../commands/lsp.ts');
      done(await lspCommand());
    });
}
