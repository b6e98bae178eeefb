import { describe, expect, it } from 'vitest';
import { importPeople } from '../people/import-people.ts';
import { readTable } from '../table/read-table.ts';
import { describeReport } from './describe.ts';

describe('describeReport', () => {
  it('says what came of it, which columns were used, and what could not be placed, with a way out', () => {
    const table = readTable(
      'id,Title,Reports to,Salary,Shoe size\n1,VP of Marketing,9,1,40\n2,Writer,1,2,41\n3,,1,3,42\n2,Writer,1,2,41\n',
      { name: 'people.csv' },
    );
    expect(
      describeReport(importPeople([table]).report),
    ).toBe(`4 rows: 2 roles, 2 seats, 1 team, 1 external, 1 file.

people.csv
  used      id, Title → title, Reports to → manager
  not used  Salary (pay is left out unless it is mapped), Shoe size (not known)

warning: people.csv:4: The row has neither a title nor a name (id 3).
  It was left out. Give it a title, or delete the row if it is a total or a remark.

warning: people.csv:5: The row repeats line 3.
  It was imported once. Delete one of the two; where two people are meant, give each an id.

info: people.csv:2: The manager 9 is not in the file; 1 row reports there.
  1 row reports to an \`external\` now. Add the managers as rows and import again, or replace an \`external\` by a role.
`);
  });

  it('shortens long lists of lines', () => {
    const rows = Array.from({ length: 12 }, (_, i) => `${i + 1},Boss,`).join('\n');
    const { report } = importPeople([readTable(`id,Title,Manager\n${rows}\n`, { name: 'people.csv' })]);
    expect(describeReport(report)).toContain('people.csv, lines 2, 3, 4, 5, 6, 7, 8, 9 and 4 more: 12 rows');
  });

  it('says what the file is where it is no table', () => {
    const { report } = importPeople([
      readTable(Uint8Array.of(0x50, 0x4b, 0x03, 0x04), { name: 'people.xlsx' }),
    ]);
    expect(describeReport(report)).toMatch(
      /^0 rows: nothing imported\.\n\nerror: people\.xlsx: This is no text: .*workbook/,
    );
  });
});
