import { clean } from '../terminal/clean.ts';
import type { Screen } from '../terminal/terminal.ts';
import { type Checked, countBySeverity, counted, findingsOf, severities } from './checked.ts';
import { severityStyle } from './pretty.ts';

/** The closing lines: how many findings of which severity, in what. `seconds` is said where it is worth saying. */
export function summaryOf(checked: Checked, screen: Screen, seconds: number): string {
  const since = checked.organizations.find((each) => each.since)?.since;
  const counts = countBySeverity(findingsOf(checked));
  const parts = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) =>
      screen.style(severityStyle[severity], counted(counts[severity], since ? `new ${severity}` : severity)),
    );
  const none = since ? '✔ No new findings' : '✔ No findings';
  const result =
    parts.length === 0
      ? screen.style(['bold', 'green'], none)
      : `${screen.style(severityStyle[counts.error > 0 ? 'error' : 'warning'], counts.error > 0 ? '✖' : '▲')} ${parts.join(', ')}`;
  const time = seconds > 1 ? `, in ${seconds.toFixed(1)} s` : '';
  return `${result} in ${whatOf(checked)}${time}.\n${sinceOf(checked)}${baselineOf(checked)}`;
}

/** What a change fixed and what it only accepts, where only what it brings is told. */
function sinceOf({ organizations }: Checked): string {
  const all = organizations.flatMap(({ since }) => since ?? []);
  const [first] = all;
  if (!first) return '';
  const fixed = all.reduce((sum, each) => sum + each.fixed.length, 0);
  const accepted = all.reduce((sum, each) => sum + each.accepted.length, 0);
  const settled = accepted > 0 ? ` ${accepted.toLocaleString('en')} accepted and not mended,` : '';
  const carried = all.reduce((sum, each) => sum + each.carried, 0);
  return `  Since ${clean(first.name)}: ${fixed.toLocaleString('en')} fixed,${settled} ${carried.toLocaleString('en')} as before and not shown.\n`;
}

function baselineOf({ organizations }: Checked): string {
  return organizations
    .flatMap(({ baseline }) => baseline ?? [])
    .map(({ file, accepted, stale }) => {
      const rest =
        stale === 0
          ? ''
          : ` ${counted(stale, 'entry', 'entries')} of it ${stale === 1 ? 'accepts' : 'accept'} nothing any more; mktorg check --update-baseline takes them out.`;
      return `  ${counted(accepted, 'finding')} accepted by ${clean(file)}.${rest}\n`;
    })
    .join('');
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
