import type { OrgModel } from '@mktorg/model';
import { type Cell, isEmpty, type Table } from './table.ts';

/** Raised when the meaning of a field changes or a field goes; new columns do not raise it. */
const reportVersion = 1;

/** The table for programs: absent values are left out of their row. */
export function reportDocument(table: Table, model: OrgModel): object {
  return {
    format: 'mktorg/report',
    version: reportVersion,
    report: table.name,
    organization: model.name,
    columns: table.columns.map(({ key, heading }) => ({ key, heading })),
    rows: table.rows.map((row) =>
      Object.fromEntries(
        table.columns.flatMap(({ key }): [string, Cell][] => (isEmpty(row[key]) ? [] : [[key, row[key]]])),
      ),
    ),
    notes: table.notes,
  };
}
