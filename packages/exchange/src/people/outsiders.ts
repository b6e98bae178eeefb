import { counted, linesOf, type Notes } from '../report/collect.ts';
import { type Block, quote } from '../text/block.ts';
import { identifier, type Names } from '../text/identifier.ts';
import type { TeamTree } from './build-teams.ts';
import type { Outsider, Reporting } from './managers.ts';
import type { PersonRecord } from './record.ts';
import { impliedManager } from './team-plan.ts';
import { humanize } from './topic.ts';

/** What is written of managers whom the file names and does not hold. */
export interface Outsiders {
  /** The `external` that the record reports to. */
  externalOf(record: PersonRecord): string | undefined;
  /** A remark that keeps the manager where no line is written. */
  noteOf(record: PersonRecord): string | undefined;
  readonly blocks: readonly Block[];
}

/**
 * A line to an `external` is written where it must be drawn: from the top of a team, from a role outside every team,
 * and where the role would otherwise seem to report to somebody else. For the other roles a department is home enough,
 * and a picture with a stranger over each of them shows nothing: they keep the manager as a note.
 */
export function placeOutsiders(
  records: readonly PersonRecord[],
  reporting: Reporting,
  tree: TeamTree,
  names: Names,
  notes: Notes,
): Outsiders {
  const external = new Map<string, string>();
  const blocks: Block[] = [];
  const above = new Set<PersonRecord>();
  const missing = new Map<string, { outsider: Outsider; records: PersonRecord[] }>();
  for (const record of records) {
    const outsider = reporting.outsider[record.index];
    if (!outsider) continue;
    const known = missing.get(outsider.key);
    if (known) known.records.push(record);
    else missing.set(outsider.key, { outsider, records: [record] });
    const team = tree.home[record.index];
    const top = !team || (team.lead === record && !team.parent);
    if (!top && !impliedManager(record, team)) continue;
    above.add(record);
    if (external.has(outsider.key)) continue;
    const title = titleOf(outsider);
    const name = names.take(identifier(title, 'external'));
    external.set(outsider.key, name);
    blocks.push({
      header: `external ${name} ${quote(title)}`,
      statements: outsider.id ? [`id ${quote(outsider.id)}`] : [],
    });
  }
  report([...missing.values()], above.size, notes);
  const [first, ...rest] = blocks;
  return {
    externalOf: (record) =>
      above.has(record) ? external.get(reporting.outsider[record.index]?.key ?? '') : undefined,
    noteOf: (record) => {
      const outsider = above.has(record) ? undefined : reporting.outsider[record.index];
      return outsider && `Reports to ${labelOf(outsider)}`;
    },
    blocks: first
      ? [{ ...first, comment: 'Managers whom the source names and does not hold.' }, ...rest]
      : [],
  };
}

/** A position's short name is made readable; a code is not. */
function titleOf(outsider: Outsider): string {
  const slug = /^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(outsider.title) && outsider.title !== outsider.id;
  return slug ? humanize(outsider.title) : outsider.title;
}

function labelOf(outsider: Outsider): string {
  const title = titleOf(outsider);
  return outsider.id && outsider.id !== title ? `${title} (${outsider.id})` : title;
}

function report(
  missing: readonly { readonly outsider: Outsider; readonly records: readonly PersonRecord[] }[],
  above: number,
  notes: Notes,
): void {
  const [only] = missing;
  if (!only) return;
  const rows = missing.flatMap(({ records }) => records.map((record) => record.at));
  const aside = rows.length - above;
  const many = missing.length > 1;
  const done = [
    ...(above > 0 ? [`${counted(above, 'row reports', 'rows report')} to an \`external\` now.`] : []),
    ...(aside > 0
      ? [
          `${counted(aside, 'row stands', 'rows stand')} in the team of the department without a line up, and the manager is kept as a note.`,
        ]
      : []),
  ];
  notes.add(
    {
      code: 'manager-not-in-file',
      severity: rows.length > 1 ? 'warning' : 'info',
      what: many
        ? `${missing.length} managers are not in the file; ${rows.length} rows report to them.`
        : `The manager ${labelOf(only.outsider)} is not in the file; ${counted(rows.length, 'row reports', 'rows report')} there.`,
      done: done.join(' '),
      wayOut: 'Add the managers as rows and import again, or replace an `external` by a role.',
      ...(many && {
        details: missing.map(
          ({ outsider, records }) => `${labelOf(outsider)}: ${linesOf(records.map((record) => record.at))}`,
        ),
      }),
    },
    rows,
  );
}
