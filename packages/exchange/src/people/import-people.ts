import type { Fragment } from '@mktorg/model';
import type { Mapping } from '../headings/mapping.ts';
import { findHeading, recognizeHeadings } from '../headings/recognize.ts';
import { counted, Notes, quotedList } from '../report/collect.ts';
import type { ColumnReport, ImportReport, RowOutcome } from '../report/report.ts';
import type { Table } from '../table/table.ts';
import { clean } from '../text/clean.ts';
import { writeFile } from '../text/file.ts';
import { titleOfFiles } from '../text/file-title.ts';
import { vocabularyOf } from '../text/vocabulary.ts';
import { buildTeams } from './build-teams.ts';
import { dropDuplicates } from './duplicates.ts';
import { resolveManagers } from './managers.ts';
import { mergePools } from './pools.ts';
import { readRecords } from './read-records.ts';
import { readUnits } from './units.ts';
import { writePeople } from './write-people.ts';

export interface PeopleOptions {
  /** Title of the organization; else what the tables or their names say. */
  readonly organization?: string;
  /** Its title where neither says anything, such as the name of the folder that it goes to. */
  readonly otherwise?: string;
  /** Columns that the user names; they win over what is recognized. */
  readonly mapping?: Mapping;
  /** ISO 4217 code for costs that come without one. */
  readonly currency?: string;
  /** The standard vocabulary, so that teams and grades that it knows are written as its terms. */
  readonly vocabulary?: readonly Fragment[];
}

export interface Imported {
  /** Texts by relative path, `/` between folders. Empty where nothing could be imported. */
  readonly files: ReadonlyMap<string, string>;
  readonly report: ImportReport;
}

/**
 * Writes the people and seats of one or several tables as one organization. Several tables are read as one: the two
 * files of an organogram, or the files of several departments.
 */
export function importPeople(tables: readonly Table[], options: PeopleOptions = {}): Imported {
  const notes = new Notes();
  for (const table of tables) notes.addTable(table);
  const mapped = tables.map((table) => ({
    table,
    columns: recognizeHeadings(table.headings, options.mapping),
  }));
  const columns = mapped.flatMap(({ table, columns: { uses } }) =>
    uses.map((use): ColumnReport => ({ ...use, table: table.name })),
  );
  noteMapping(tables, options.mapping, notes);
  const read = readRecords(mapped, notes);
  const unique = dropDuplicates(read.records, notes);
  const pooled = mergePools(unique.records);
  const { records } = pooled;
  const rowsIn = tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (records.length === 0) {
    if (rowsIn > 0) noteNothing(tables, notes);
    return {
      files: new Map(),
      report: {
        counts: { rows: rowsIn },
        columns,
        notes: notes.sorted(),
        rows: [...read.left, ...unique.left],
      },
    };
  }
  const reporting = resolveManagers(records, notes);
  const units = readUnits(records, notes);
  const organization =
    clean(options.organization ?? '') ||
    read.organization ||
    titleOfFiles(
      tables.map((table) => table.name),
      options.otherwise,
    );
  const tree = buildTeams(records, reporting, units, organization, notes);
  const written = writePeople({
    records,
    reporting,
    tree,
    holders: read.holders,
    organization,
    currency: options.currency,
    vocabulary: vocabularyOf(options.vocabulary ?? []),
    notes,
  });
  const files = new Map<string, string>();
  for (const [path, blocks] of written.files)
    files.set(
      path,
      writeFile(
        blocks,
        tables.map((table) => table.name),
      ),
    );
  const rows = [...written.rows, ...pooled.rows(written.rows), ...read.left, ...unique.left];
  return {
    files,
    report: {
      counts: { rows: rowsIn, ...written.counts, files: files.size },
      columns,
      notes: notes.sorted(),
      rows: sortRows(rows, tables),
    },
  };
}

function noteMapping(tables: readonly Table[], mapping: Mapping | undefined, notes: Notes): void {
  for (const { field, heading } of mapping ?? []) {
    if (tables.some((table) => findHeading(table.headings, heading) >= 0)) continue;
    notes.add({
      code: 'mapped-heading-missing',
      severity: 'error',
      what: `There is no column "${heading}", which was mapped to ${field}.`,
      done: 'The mapping had no effect.',
      wayOut: `The columns are ${quotedList(
        tables.flatMap((table) => table.headings),
        20,
      )}.`,
    });
  }
}

function noteNothing(tables: readonly Table[], notes: Notes): void {
  notes.add({
    code: 'nothing-imported',
    severity: 'error',
    what: `No row of ${counted(tables.length, 'table')} has a title or a name.`,
    done: 'Nothing was written.',
    wayOut: `Say which columns hold them: --map title="…",name="…". The columns are ${quotedList(
      tables.flatMap((table) => table.headings),
      20,
    )}.`,
  });
}

function sortRows(rows: readonly RowOutcome[], tables: readonly Table[]): readonly RowOutcome[] {
  const order = new Map(tables.map((table, i) => [table.name, i]));
  return [...rows].sort((a, b) => (order.get(a.table) ?? 0) - (order.get(b.table) ?? 0) || a.line - b.line);
}
