/** What the command says to its caller when it ends. Nothing else in the project sets an exit status. */
export const exit = {
  /** Nothing to complain about at the chosen level. */
  clean: 0,
  /** Findings at or above the chosen level, or files that are not formatted. */
  findings: 1,
  /** A mistake in the call, files that cannot be used, or an internal error. */
  failure: 2,
  /** A merge for git left places to a person, and has written them. Node never ends with this number by itself. */
  conflicts: 20,
} as const;

export type ExitStatus = (typeof exit)[keyof typeof exit];
