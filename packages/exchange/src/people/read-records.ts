import type { PeopleField } from '../headings/fields.ts';
import type { Columns } from '../headings/recognize.ts';
import { counted, type Notes } from '../report/collect.ts';
import type { RowOutcome, SourceRow } from '../report/report.ts';
import type { Table } from '../table/table.ts';
import { type Cells, cellReader, firstUseful, fullName, managersOf, splitList } from './cells.ts';
import { readPosts } from './posts.ts';
import type { PersonRecord } from './record.ts';
import { readTitle } from './title.ts';
import { hasLeft, isNoId, readEngagement, readHolder, readKind, saysNothing } from './values.ts';

export interface Records {
  readonly records: readonly PersonRecord[];
  /** Rows that became no record; a note says why. */
  readonly left: readonly RowOutcome[];
  /** Whether the file tells who holds the seats, or at least which seats are held. */
  readonly holders: 'names' | 'codes' | 'unknown';
  /** The name of the organization, where a column gives one and the same in every row. */
  readonly organization: string;
}

/** Understands every row of the tables, cell by cell. */
export function readRecords(
  tables: readonly { readonly table: Table; readonly columns: Columns<PeopleField> }[],
  notes: Notes,
): Records {
  const records: PersonRecord[] = [];
  const left: RowOutcome[] = [];
  const reading = new Reading(notes);
  for (const { table, columns } of tables) {
    const cells = cellReader(table, columns);
    for (const row of table.rows) {
      const at: SourceRow = { table: table.name, line: row.line };
      const record = reading.record(cells(row), at, records.length);
      if (record) records.push(record);
      else left.push(at);
    }
  }
  reading.report();
  const named = records.some((record) => record.name !== '');
  const told = reading.kinds.size > 0 || named;
  return {
    records,
    left,
    holders: named ? 'names' : told && records.some((record) => record.ids.length > 0) ? 'codes' : 'unknown',
    organization: reading.organizations.size === 1 ? ([...reading.organizations][0] ?? '') : '',
  };
}

/** Reads row after row, and gathers what is said about many of them at once. */
class Reading {
  readonly kinds = new Set<string>();
  readonly organizations = new Set<string>();
  readonly #notes: Notes;
  readonly #gone: SourceRow[] = [];
  readonly #interim: SourceRow[] = [];
  readonly #untitled: SourceRow[] = [];
  readonly #undisclosed: SourceRow[] = [];
  readonly #pools: SourceRow[] = [];

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  record(cells: Cells, at: SourceRow, index: number): PersonRecord | undefined {
    const status = cells.one('status');
    if (hasLeft(status)) {
      this.#gone.push(at);
      return undefined;
    }
    const ids = cells.all('id').filter((id) => !isNoId(id));
    const holder = readHolder(fullName(cells));
    const kind = readKind(cells.one('kind') || status, cells.heading('kind'));
    if (cells.one('kind') && kind) this.kinds.add(kind);
    const named = holder.says === 'name' && kind !== 'vacancy';
    const { title, interim } = readTitle(saysNothing(cells.one('title')) ? '' : cells.one('title'));
    const position = cells.one('position');
    // A chart of Google has ids that are names, and nothing else.
    const bare = !cells.has('title') && !cells.has('name') && !cells.has('first-name') ? (ids[0] ?? '') : '';
    if (!title && holder.says !== 'name' && !bare && !position) {
      this.#noteNothing(at, ids);
      return undefined;
    }
    if (!title && !bare) this.#untitled.push(at);
    if (interim) this.#interim.push(at);
    const posts = readPosts(cells, at, this.#notes);
    if (posts.seats > 1) this.#pools.push(at);
    if (holder.says === 'undisclosed') this.#undisclosed.push(at);
    if (cells.one('organization')) this.organizations.add(cells.one('organization'));
    return {
      index,
      at,
      ids,
      code: ids[0] ?? '',
      name: named ? holder.name : '',
      email: cells.one('email').toLowerCase(),
      position,
      title: title || bare,
      interim,
      managers: managersOf(cells),
      dotted: cells.all('dotted').flatMap(splitList),
      division: firstUseful(cells.one('division')),
      departments: splitList(cells.one('department')),
      team: firstUseful(cells.one('team')),
      location: firstUseful(cells.one('location'), cells.one('country')),
      ...posts,
      level: saysNothing(cells.one('level')) ? '' : cells.one('level'),
      vacant: kind === 'vacancy' || (kind !== 'person' && holder.says === 'vacant'),
      engagement: readEngagement(cells.one('engagement') || status),
      start: cells.one('start'),
      cost: cells.one('cost'),
      specialty: firstUseful(cells.one('specialty')),
      notes: cells.all('note').filter((note) => !saysNothing(note)),
    };
  }

  #noteNothing(at: SourceRow, ids: readonly string[]): void {
    this.#notes.add(
      {
        code: 'no-title-and-no-name',
        severity: 'warning',
        what: `The row has neither a title nor a name${ids[0] ? ` (id ${ids[0]})` : ''}.`,
        done: 'It was left out.',
        wayOut: 'Give it a title, or delete the row if it is a total or a remark.',
      },
      [at],
    );
  }

  /** What is said once about many rows. */
  report(): void {
    this.#once(
      this.#gone,
      'left-the-company',
      'warning',
      (n) => `${n} with an employment status that says the person has left.`,
      'They were left out.',
      'To keep the seat as a vacancy, clear its name and write "open" as its status.',
    );
    this.#once(
      this.#untitled,
      'no-title',
      'warning',
      (n) => `${n} without a title.`,
      'The role is called after the person or the position.',
      'Add the title in the text.',
    );
    this.#once(
      this.#interim,
      'interim-in-title',
      'info',
      (n) => `${n} whose title says interim or acting.`,
      'Written as `interim`, and the title without the word.',
      'Say until when: `interim until 2027-03-31`.',
    );
    this.#once(
      this.#undisclosed,
      'holder-not-disclosed',
      'info',
      (n) => `${n} whose holder is not disclosed.`,
      'They have no holder in the text.',
    );
    this.#once(
      this.#pools,
      'pools',
      'info',
      (n) => `${n} with several seats.`,
      'Each is one role with `seats`.',
    );
  }

  #once(
    rows: readonly SourceRow[],
    code: string,
    severity: 'warning' | 'info',
    what: (rows: string) => string,
    done: string,
    wayOut?: string,
  ): void {
    if (rows.length === 0) return;
    this.#notes.add(
      {
        code,
        severity,
        what: `There ${rows.length === 1 ? 'is' : 'are'} ${what(counted(rows.length, 'row'))}`,
        done,
        ...(wayOut && { wayOut }),
      },
      rows,
    );
  }
}
