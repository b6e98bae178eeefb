import type { Element, Fragment, OrgModel } from '@mktorg/model';
import type { PlatformField } from '../headings/fields.ts';
import type { Mapping } from '../headings/mapping.ts';
import { type Columns, findHeading, recognizePlatformHeadings } from '../headings/recognize.ts';
import type { Imported } from '../people/import-people.ts';
import { counted, Notes, quotedList } from '../report/collect.ts';
import type { RowOutcome } from '../report/report.ts';
import type { Row, Table } from '../table/table.ts';
import type { Block } from '../text/block.ts';
import { quote } from '../text/block.ts';
import { clean } from '../text/clean.ts';
import { writeFile } from '../text/file.ts';
import { titleOfFiles } from '../text/file-title.ts';
import { identifier, Names } from '../text/identifier.ts';
import { vocabularyOf } from '../text/vocabulary.ts';
import { dayOrderOf } from './dates.ts';
import { Parties } from './parties.ts';
import { type PlatformRow, PlatformWriter } from './write-platform.ts';

export interface PlatformOptions {
  /** Title of the organization that is written, where there is none to write into. */
  readonly organization?: string;
  /** Its title where the name of the table says nothing, such as the name of the folder that it goes to. */
  readonly otherwise?: string;
  /** The organization that the platforms belong to: its teams and people are meant, and no other is written. */
  readonly into?: OrgModel;
  /** Uri of the folder that the texts are for: what an earlier import wrote there gives way, and means nothing. */
  readonly folder?: string;
  readonly mapping?: Mapping;
  /** ISO 4217 code for costs that come without one. */
  readonly currency?: string;
  readonly vocabulary?: readonly Fragment[];
  /** Whether well-known products get their category where no column gives one [true]. */
  readonly guessCategories?: boolean;
}

/** Writes an inventory of platforms, with the owners and users that it names. */
export function importPlatforms(table: Table, options: PlatformOptions = {}): Imported {
  const notes = new Notes();
  notes.addTable(table);
  const columns = recognizePlatformHeadings(table.headings, options.mapping);
  noteMapping(table, options.mapping, notes);
  const left: RowOutcome[] = [];
  const rows = readRows(table, columns, left, notes);
  const report = (
    counts: { readonly [what: string]: number },
    outcomes: readonly RowOutcome[],
  ): Imported['report'] => ({
    counts: { rows: table.rows.length, ...counts },
    columns: columns.uses.map((use) => ({ ...use, table: table.name })),
    notes: notes.sorted(),
    rows: [...outcomes, ...left].sort((a, b) => a.line - b.line),
  });
  if (rows.length === 0) {
    if (table.rows.length > 0) noteNothing(table, notes);
    return { files: new Map(), report: report({}, []) };
  }
  const vocabulary = vocabularyOf(options.vocabulary ?? []);
  const title = clean(options.organization ?? '') || titleOfFiles([table.name], options.otherwise);
  const names = new Names();
  const stays = standing(options.folder);
  for (const element of options.into?.elements.values() ?? []) {
    // A platform may be called as the vocabulary calls a function.
    if (stays(element) && !element.at.uri.startsWith('mktorg:')) names.reserve(element.name);
  }
  const named = rows.map((row) => ({ ...row, name: names.take(identifier(row.title, 'platform')) }));
  const organization = options.into
    ? options.into.organization?.name
    : names.take(identifier(title, 'organization'), `${identifier(title, 'organization')}-organization`);
  const writer = new PlatformWriter({
    rows: named,
    parties: new Parties(names, vocabulary, options.into, organization, stays),
    platforms: (options.into?.byKind.platform ?? []).filter(stays),
    into: options.into,
    vocabulary,
    currency: options.currency,
    guessCategories: options.guessCategories ?? true,
    dayOrder: dayOrderOf(rows.map((row) => row.cells('renewal')[0] ?? '')),
    costPer: /month|monat|mois|bulan/i.test(headingOf(table, columns, 'cost')) ? 'month' : 'year',
    notes,
  });
  const blocks = named.map((row) => writer.platform(row));
  writer.report();
  const { parties } = writer;
  const files = new Map<string, string>();
  const write = (path: string, content: readonly Block[]): void => {
    if (content.length > 0) files.set(path, writeFile(content, [table.name]));
  };
  const around = [...parties.teams(), ...parties.people()];
  if (options.into) write(addition, [...blocks, ...around]);
  else {
    write('organization.mktorg', [{ header: `organization ${organization} ${quote(title)}` }, ...around]);
    write(addition, blocks);
  }
  return {
    files,
    report: report(
      {
        platforms: blocks.length,
        teams: parties.teams().length,
        people: parties.people().length,
        files: files.size,
      },
      named.map((row) => ({ ...row.at, element: row.name })),
    ),
  };
}

const addition = 'platforms.mktorg';

/** Whether an element is still there when the texts are written. */
function standing(folder: string | undefined): (element: Element) => boolean {
  if (folder === undefined) return () => true;
  const replaced = decodeURIComponent(`${folder}/${addition}`);
  const known = new Map<string, boolean>();
  return ({ at: { uri } }) => {
    const before = known.get(uri);
    if (before !== undefined) return before;
    const stays = decodeURIComponent(uri) !== replaced;
    known.set(uri, stays);
    return stays;
  };
}

function headingOf(table: Table, columns: Columns<PlatformField>, field: PlatformField): string {
  return table.headings[columns.of.get(field)?.[0] ?? -1] ?? '';
}

/** Rows with a name; identical rows once. */
function readRows(
  table: Table,
  columns: Columns<PlatformField>,
  left: RowOutcome[],
  notes: Notes,
): readonly PlatformRow[] {
  const rows: PlatformRow[] = [];
  const seen = new Map<string, number>();
  const ids = new Map<string, number>();
  for (const row of table.rows) {
    const at = { table: table.name, line: row.line };
    const cells = cellsOf(row, columns);
    const title = cells('title')[0] ?? '';
    if (title === '') {
      left.push(at);
      notes.add(
        {
          code: 'no-name',
          severity: 'warning',
          what: 'The row names no platform.',
          done: 'It was left out.',
          wayOut: 'Name it, or map the column: --map title="…".',
        },
        [at],
      );
      continue;
    }
    const content = JSON.stringify(row.cells);
    const same = seen.get(content);
    if (same !== undefined) {
      left.push(at);
      notes.add(
        {
          code: 'duplicate-row',
          severity: 'warning',
          what: `The row repeats line ${same}.`,
          done: 'It was imported once.',
        },
        [at],
      );
      continue;
    }
    seen.set(content, row.line);
    const id = cells('id')[0];
    const first = id === undefined ? undefined : ids.get(id);
    if (first !== undefined) {
      notes.add(
        {
          code: 'duplicate-id',
          severity: 'warning',
          what: `The id ${id} stands on line ${first} already.`,
          done: 'The row became a platform without an id.',
          wayOut: 'Give one of the two its own id.',
        },
        [at],
      );
    } else if (id !== undefined) ids.set(id, row.line);
    rows.push({ at, title, id: first === undefined ? id : undefined, cells });
  }
  return rows;
}

function cellsOf(row: Row, columns: Columns<PlatformField>): (field: PlatformField) => readonly string[] {
  return (field) => (columns.of.get(field) ?? []).map((i) => clean(row.cells[i] ?? '')).filter(Boolean);
}

function noteMapping(table: Table, mapping: Mapping | undefined, notes: Notes): void {
  for (const { field, heading } of mapping ?? []) {
    if (findHeading(table.headings, heading) >= 0) continue;
    notes.add({
      code: 'mapped-heading-missing',
      severity: 'error',
      what: `There is no column "${heading}", which was mapped to ${field}.`,
      done: 'The mapping had no effect.',
      wayOut: `The columns are ${quotedList(table.headings, 20)}.`,
    });
  }
}

function noteNothing(table: Table, notes: Notes): void {
  notes.add({
    code: 'nothing-imported',
    severity: 'error',
    what: `None of ${counted(table.rows.length, 'row')} names a platform.`,
    done: 'Nothing was written.',
    wayOut: `Say which column holds the names: --map title="…". The columns are ${quotedList(table.headings, 20)}.`,
  });
}
