import { formatDocument } from '@mktorg/language';
import { managerOf } from '@mktorg/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../table/read-table.ts';
import { organizationOf, standard } from '../testing/organization.ts';
import { importPeople } from './import-people.ts';

const titles = [
  'CEO',
  'VP of Marketing',
  'Director of Brand',
  'Director, Brand',
  'Engineering Manager',
  'Engineering Manager, Search',
  'Designer',
  'Interim Head of Growth',
  'Réd. en chef',
  '市场总监',
  'مدير التسويق',
  '3D artist',
];
const keywords = ['team', 'role', 'lead', 'reports'];
const anyText = fc.string({ unit: 'grapheme', maxLength: 12 });
const title = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...titles) },
  { weight: 1, arbitrary: anyText },
);
const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('Ann Lee', 'Bo', 'Cy Doe', 'Vacant', 'N/D', '', '王芳') },
  { weight: 1, arbitrary: anyText },
);
const department = fc.constantFrom(
  '',
  'Marketing',
  'marketing',
  'Brand',
  'Marketing; Brand',
  'Executive',
  'Marketing Ops',
  'PR',
  '设计',
);
const row = fc.record({
  title,
  name,
  department,
  manager: fc.oneof(
    fc.nat(30).map(String),
    fc.constantFrom('', '', 'XX', 'outside', 'Ann Lee', 'Annlée', 'x99'),
  ),
  dotted: fc.constantFrom('', '', '', '1', '2;3', 'nobody'),
  location: fc.constantFrom('', 'Lisbon', 'Oporto'),
  fte: fc.constantFrom('', '1', '0.5', '80%', 'much'),
  seats: fc.constantFrom('', '', '1', '3', '2.5'),
  id: fc.constantFrom('', 'same', 'own', 'own', 'own', 'own'),
});

type Column = 'id' | 'title' | 'name' | 'department' | 'manager' | 'dotted' | 'location' | 'fte' | 'seats';
const headings: { readonly [column in Column]: string } = {
  id: 'id',
  title: 'Title',
  name: 'Name',
  department: 'Department',
  manager: 'Reports to',
  dotted: 'AltReportsTo',
  location: 'Location',
  fte: 'FTE',
  seats: 'Seats',
};
const columns = fc.subarray<Column>(
  ['id', 'title', 'name', 'department', 'manager', 'dotted', 'location', 'fte', 'seats'],
  {
    minLength: 2,
  },
);

function csv(rows: readonly { readonly [column in Column]: string }[], chosen: readonly Column[]): string {
  const cells = [
    chosen.map((column) => headings[column]),
    ...rows.map((values, i) =>
      chosen.map((column) => (column === 'id' && values.id === 'own' ? String(i) : values[column])),
    ),
  ];
  return cells.map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
}

describe('whatever the table', () => {
  it('becomes an organization without problems, with every row in it or in the report', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), columns, (rows, chosen) => {
        const table = readTable(csv(rows, chosen), { name: 't.csv' });
        const { files, report } = importPeople([table], { vocabulary: standard });
        const again = importPeople([readTable(csv(rows, chosen), { name: 't.csv' })], {
          vocabulary: standard,
        });
        expect([...again.files]).toEqual([...files]);
        expect(again.report).toEqual(report);

        const model = organizationOf(files);
        expect(model.problems).toEqual([]);
        for (const text of files.values()) expect(formatDocument(text)).toBe(text);

        expect(report.rows.map((outcome) => outcome.line)).toEqual(table.rows.map((data) => data.line));
        const noted = new Set(report.notes.flatMap((note) => note.rows.map((at) => at.line)));
        for (const outcome of report.rows) {
          if (outcome.element === undefined) {
            if (files.size > 0) expect(noted).toContain(outcome.line);
          } else expect(model.elements.has(`role:${outcome.element}`)).toBe(true);
        }
        const text = [...files.values()].join('');
        const ids = [...text.matchAll(/\bid "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps every id and every solid line, and adds none', () => {
    const heads = fc.array(fc.oneof(fc.nat(40).map(String), fc.constantFrom('', 'x7', 'x8')), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        heads,
        fc.array(department, { minLength: 40, maxLength: 40 }),
        fc.boolean(),
        (managers, departments, withDepartments) => {
          const lines = managers.map(
            (manager, i) =>
              `${i},"${[...titles, ...keywords][i % (titles.length + keywords.length)]}",${manager},${withDepartments ? departments[i] : ''}`,
          );
          const { files } = importPeople(
            [readTable(['id,title,reports to,department', ...lines].join('\n'))],
            { vocabulary: standard },
          );
          const model = organizationOf(files);
          expect(model.problems).toEqual([]);
          const roles = new Map(model.byKind.role.map((role) => [role.sourceId?.value, role]));
          expect([...roles.keys()].sort()).toEqual(managers.map((_, i) => String(i)).sort());
          managers.forEach((said, i) => {
            const role = roles.get(String(i));
            const manager = role && managerOf(model, role.id);
            const inFile = said !== '' && Number(said) < managers.length;
            if (inFile && !inCircle(managers, i)) expect(manager?.sourceId?.value).toBe(said);
            else if (said !== '' && !inFile) expect(manager?.sourceId?.value ?? said).toBe(said);
            else if (!inFile && !withDepartments) expect(manager).toBeUndefined();
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});

function inCircle(managers: readonly string[], start: number): boolean {
  let at: number | undefined = start;
  for (let steps = 0; steps <= managers.length; steps++) {
    const said: string = managers[at ?? -1] ?? '';
    at = said === '' || Number(said) >= managers.length ? undefined : Number(said);
    if (at === undefined || Number.isNaN(at)) return false;
    if (at === start) return true;
  }
  return false;
}
