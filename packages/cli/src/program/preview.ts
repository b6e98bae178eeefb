import { InvalidArgumentError } from 'commander';
import type { Calls } from './calls.ts';
import { wholeNumber } from './values.ts';

export function definePreview({ command, terminal, done }: Calls): void {
  command('preview [paths...]', 'Show the chart on a local page that follows the files', [
    'mktorg preview',
    'mktorg preview examples/hotel-group --port 7070 --no-open',
    'mktorg preview --since main',
  ])
    .option('--since <revision>', 'show what is different since the current branch left a revision')
    .option('--port <port>', 'port on 127.0.0.1; any free one where absent', portNumber)
    .option('--no-open', 'do not open a browser')
    .action(async (paths, options) => {
      const { previewCommand } = await import('../commands/preview.ts');
      done(await previewCommand(paths, options, terminal));
    });
}

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65535) throw new InvalidArgumentError('A port is at most 65535.');
  return port;
}
