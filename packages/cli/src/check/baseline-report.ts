import type { Finding } from '@mktorg/rules';
import type { ShowPath } from '../files/paths.ts';
import { clean } from '../terminal/clean.ts';
import { padEnd, padStart } from '../terminal/fit.ts';
import type { Screen } from '../terminal/terminal.ts';
import type { BaselineEntry } from './baseline.ts';
import { counted, positionOf } from './checked.ts';
import type { UpdatedBaseline } from './write-baseline.ts';

/** More lines of one kind than this are counted. */
const most = 20;

/** What a baseline accepts now, by rule, what went out of it, and which errors it cannot accept. */
export function baselineReport(updated: UpdatedBaseline, show: ShowPath, screen: Screen): string {
  const { accepted, fresh, out, refused } = updated;
  return [
    screen.style('bold', headingOf(updated)),
    ...byRule(accepted, fresh, screen),
    ...section('No longer in it:', out.map(entryText), screen),
    ...section(
      `${screen.style(['bold', 'red'], '✖')} ${refusal(refused.length)}`,
      refused.map((finding) => findingText(finding, show)),
      screen,
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function headingOf({ file, outcome, accepted, fresh }: UpdatedBaseline): string {
  const shown = clean(file);
  switch (outcome) {
    case 'written': {
      const several = fresh.size === accepted.length ? 'all' : fresh.size.toLocaleString('en');
      return `${shown}: ${counted(accepted.length, 'finding')} accepted, ${fresh.size === 0 ? 'none' : several} new.`;
    }
    case 'removed':
      return `${shown}: there is nothing to accept any more, so it is removed.`;
    case 'none':
      return `${shown}: there is nothing to accept, so none is written.`;
  }
}

function byRule(
  findings: readonly Finding[],
  fresh: ReadonlySet<Finding>,
  screen: Screen,
): readonly string[] {
  const rules = [...Map.groupBy(findings, ({ rule }) => rule)].sort(
    ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1),
  );
  const column = Math.max(0, ...rules.map(([, own]) => own.length.toLocaleString('en').length));
  const names = Math.max(0, ...rules.map(([rule]) => rule.length));
  return rules.map(([rule, own]) => {
    const added = own.filter((finding) => fresh.has(finding)).length;
    const note = added === 0 || added === own.length ? '' : `${added.toLocaleString('en')} new`;
    const all = added === own.length && fresh.size < findings.length ? 'new' : note;
    const number = padStart(own.length.toLocaleString('en'), column);
    return `  ${number}  ${padEnd(rule, names)}  ${screen.style('dim', all)}`.trimEnd();
  });
}

function section(heading: string, lines: readonly string[], screen: Screen): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - most;
  const shown = rest > 1 ? lines.slice(0, most) : lines;
  const more =
    shown.length < lines.length
      ? [`  ${screen.style('dim', `… and ${(lines.length - most).toLocaleString('en')} more`)}`]
      : [];
  return ['', heading, ...shown.map((line) => `  ${line}`), ...more];
}

function entryText({ rule, element, property, count = 1 }: BaselineEntry): string {
  const times = count > 1 ? ` ×${count}` : '';
  return clean([rule, element, property].filter((part) => part !== undefined).join('  ') + times);
}

function refusal(number: number): string {
  const [errors, stay] = [counted(number, 'error'), number === 1 ? 'stays' : 'stay'];
  return `${errors} of text ${stay}: what could not be read as it is meant cannot be accepted.`;
}

function findingText({ rule, message, at }: Finding, show: ShowPath): string {
  const { line, column } = positionOf(at);
  return clean(`${show(at.uri)}:${line}:${column} ${rule} ${message}`);
}
