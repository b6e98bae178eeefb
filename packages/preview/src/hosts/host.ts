import type { ChartChoice, HostAbilities, HostMessage, PreviewMessage } from '../protocol.ts';

/** Where the preview lives, and what it can ask for there. */
export interface Host {
  readonly abilities: HostAbilities;
  /** What a reader is told while the host cannot be asked yet. */
  readonly waiting: string;
  /** Called once: messages go to the listener from then on. Resolves when the host can be asked for some. */
  start(listener: (message: HostMessage) => void): Promise<void>;
  send(message: PreviewMessage): void;
  /** What was chosen before a reload. */
  readonly kept: ChartChoice | undefined;
  /** Keeps what was chosen, and the organization that is shown, for after a reload. */
  keep(choice: ChartChoice, shown: string): void;
}
