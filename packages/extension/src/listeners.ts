import type { Disposable } from 'vscode';

/** Those who want to know when something happens. */
export class Listeners<T> {
  private readonly listeners = new Set<(value: T) => void>();

  add(listener: (value: T) => void): Disposable {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  }

  tell(value: T): void {
    for (const listener of this.listeners) listener(value);
  }
}
