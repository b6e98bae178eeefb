import { clean } from '../terminal/clean.ts';
import type { Screen } from '../terminal/terminal.ts';
import { type Checked, countBySeverity, counted, findingsOf, severities } from './checked.ts';
import { severityStyle } from './pretty.ts';

/** The closing lines: how many findings of which severity, in what. `seconds` is said where it is worth saying. */
export function summaryOf(checked: Checked, screen: Screen, seconds: number): string {
  const counts = countBySeverity(findingsOf(checked));
  const parts = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => screen.style(severityStyle[severity], counted(counts[severity], severity)));
  const result =
    parts.length === 0
      ? screen.style(['bold', 'green'], '✔ No findings')
      : `${screen.style(severityStyle[counts.error > 0 ? 'error' : 'warning'], counts.error > 0 ? '✖' : '▲')} ${parts.join(', ')}`;
  const time = seconds > 1 ? `, in ${seconds.toFixed(1)} s` : '';
  return `${result} in ${whatOf(checked)}${time}.\n`;
}

function whatOf(checked: Checked): string {
  const { organizations } = checked;
  const seats = organizations.reduce((sum, each) => sum + each.seats, 0);
  const files = organizations.reduce((sum, each) => sum + each.model.documents.length, 0);
  const allowed = organizations.reduce((sum, each) => sum + each.allowed.length, 0);
  const [first] = organizations;
  const who =
    organizations.length === 1 && first
      ? clean(first.model.name)
      : counted(organizations.length, 'organization');
  const accepted = allowed > 0 ? `; ${counted(allowed, 'finding')} allowed with a reason` : '';
  return `${who}: ${counted(seats, 'seat')}, ${counted(files, 'file')}${accepted}`;
}
