import yoctoSpinner from 'yocto-spinner';
import type { Terminal } from './terminal.ts';

/** Says what is being done once that has taken a second; nothing where nobody watches. */
export interface Progress {
  /** Says what is being done now, and lets the terminal draw it; cheap to call often. */
  step(what: string): Promise<void> | undefined;
  stop(): void;
}

const patience = 1000;
const interval = 80;

export function startProgress(terminal: Terminal): Progress {
  if (!terminal.err.interactive || terminal.env['TERM'] === 'dumb' || terminal.env['CI'] !== undefined) {
    return { step: () => undefined, stop: () => {} };
  }
  const started = performance.now();
  let spinner: ReturnType<typeof yoctoSpinner> | undefined;
  let drawn = 0;
  return {
    step(what) {
      const now = performance.now();
      if (now - started < patience || now - drawn < interval) return undefined;
      drawn = now;
      spinner ??= yoctoSpinner({ stream: process.stderr }).start(what);
      spinner.text = what;
      return new Promise((resolve) => setImmediate(resolve));
    },
    stop() {
      spinner?.stop();
      spinner = undefined;
    },
  };
}
