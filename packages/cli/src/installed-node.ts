import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Runs the command anew with the Node that the clone around the program, a URL, has installed, and ends as that does.
 * False where there is none. Written for the oldest Node that somebody may start the command with.
 */
export function runWithInstalledNode(program: string): boolean {
  const node = installedNode(program);
  if (node === undefined) return false;
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  // A terminal interrupts both, and the command decides what that means; others reach this process alone.
  process.on('SIGINT', () => setTimeout(() => child.kill('SIGINT'), 2000).unref());
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`error ${node} cannot be started: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (status) => {
    process.exitCode = status ?? 2;
  });
  return true;
}

function installedNode(program: string): string | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const file = fileURLToPath(new URL(`../node_modules/node/bin/${name}`, program));
  return existsSync(file) && realpathSync(file) !== realpathSync(process.execPath) ? file : undefined;
}
