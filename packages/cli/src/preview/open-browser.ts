import { spawn } from 'node:child_process';
import type { Terminal } from '../terminal/terminal.ts';

/** Whether somebody sits at this machine who would see a browser open. */
export function canOpenBrowser({ out, env }: Terminal): boolean {
  if (!out.interactive || env['CI'] !== undefined || env['SSH_CONNECTION'] !== undefined) return false;
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'] || env['WSL_DISTRO_NAME']);
}

/** Asks the system to show an address. Whether it does is not known. */
export function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : process.platform === 'darwin'
        ? ['open', url]
        : ['xdg-open', url];
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
