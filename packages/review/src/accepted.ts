import type { AcceptedBy } from './finding-shift.ts';

/** How a finding is settled without being mended: `allowed because “no time”`, `warning → info`. */
export function sayAccepted({
  by,
  because,
  severity,
  now = '',
}: {
  readonly by: AcceptedBy;
  readonly because?: string;
  readonly severity: string;
  readonly now?: string | undefined;
}): string {
  const reason = because === undefined ? '' : ` because “${because}”`;
  switch (by) {
    case 'allow':
      return `allowed${reason || ' without a reason'}`;
    case 'off':
      return `the rule is off${reason}`;
    case 'options':
      return `the rule has other limits${reason}`;
    case 'severity':
      return `${severity} → ${now}${reason}`;
  }
}
