import type { ChartChoice, HostAbilities, HostMessage, PreviewMessage } from '../protocol.ts';

/** Where the preview lives, and what it can ask for there. */
export interface Host {
  readonly abilities: HostAbilities;
  /** Called once: messages go to the listener from then on. */
  start(listener: (message: HostMessage) => void): void;
  send(message: PreviewMessage): void;
  /** What was chosen before a reload. */
  readonly kept: ChartChoice | undefined;
  /** Keeps what was chosen, and the organization that is shown, for after a reload. */
  keep(choice: ChartChoice, shown: string): void;
}
