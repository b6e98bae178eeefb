import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formatDocument } from '@mktorg/language';
import { headcount, layers, managerOf, type OrgModel, topRoles } from '@mktorg/model';
import { describe, expect, it } from 'vitest';
import { importPeople } from './people/import-people.ts';
import { importPlatforms } from './platforms/import-platforms.ts';
import { readTable } from './table/read-table.ts';
import { organizationOf, standard } from './testing/organization.ts';

/** Real tables that may not be copied; where they are is said by the environment. */
const folder = process.env['MKTORG_REAL_DATA'] ?? '';
const there = folder !== '' && existsSync(folder);
const why = there ? '' : ' (skipped: MKTORG_REAL_DATA names no folder)';

function table(file: string, from = folder) {
  return readTable(readFileSync(path.join(from, file)), { name: file });
}

function imported(...files: readonly string[]) {
  const tables = files.map((file) => table(file));
  const { files: texts, report } = importPeople(tables, { vocabulary: standard });
  const model = organizationOf(texts);
  expect(model.problems).toEqual([]);
  for (const text of texts.values()) expect(formatDocument(text)).toBe(text);
  expect(report.rows.every((row) => row.element !== undefined)).toBe(true);
  const ids = tables.flatMap(({ headings, rows }) =>
    rows.map((row) => row.cells[idColumn(headings)] ?? '').filter(Boolean),
  );
  const text = [...texts.values()].join('');
  for (const id of ids) expect(text.split(`id "${id}"`)).toHaveLength(2);
  return { model, report, text, paths: [...texts.keys()], codes: report.notes.map((note) => note.code) };
}

function idColumn(headings: readonly string[]): number {
  return headings.findIndex((heading) => heading === 'id' || heading === 'Post Unique Reference');
}

/** `S0077 → S0064` of every row whose manager is in the file. */
function saidLines(file: string, manager: string): readonly string[] {
  const { headings, rows } = table(file);
  const at = headings.indexOf(manager);
  const ids = new Set(rows.map((row) => row.cells[0]));
  return rows.flatMap(({ cells }) => (ids.has(cells[at]) ? [`${cells[0]} → ${cells[at]}`] : [])).sort();
}

function drawnLines(model: OrgModel): readonly string[] {
  return model.byKind.role
    .flatMap((role) => {
      const manager = managerOf(model, role.id);
      return manager?.kind === 'role' ? [`${role.sourceId?.value} → ${manager.sourceId?.value}`] : [];
    })
    .sort();
}

describe('a marketing department of 26', () => {
  it('is written as it stands in the golden file', async () => {
    const file = 'sourcegraph-marketing-2022-03-31.csv';
    const from = path.join(import.meta.dirname, 'testdata');
    const { files, report } = importPeople([table(file, from)], { vocabulary: standard });
    expect(organizationOf(files).problems).toEqual([]);
    expect(report.notes.map((note) => note.code)).toEqual(['manager-not-in-file']);
    await expect(files.get('organization.mktorg')).toMatchFileSnapshot(
      './testdata/sourcegraph-marketing-2022-03-31.mktorg',
    );
  });
});

describe.skipIf(!there)(`real files${why}`, () => {
  it.each([
    ['sourcegraph-marketing-2022-03-31.csv', 26, 7, 4, ['manager-not-in-file']],
    ['sourcegraph-2022-02-28.csv', 255, 53, 6, ['interim-in-title']],
    ['sourcegraph-2022-03-31.csv', 273, 55, 6, ['interim-in-title']],
  ])('%s: every line as it is in the file', (file, roles, teams, depth, codes) => {
    const result = imported(file);
    expect(drawnLines(result.model)).toEqual(saidLines(file, 'reports_to_id'));
    expect(result.report.counts).toMatchObject({ rows: roles, roles, teams });
    expect(topRoles(result.model)).toHaveLength(1);
    expect(layers(result.model)).toBe(depth);
    expect(result.codes).toEqual(codes);
  });

  it('gitlab-marketing-2022-11.csv: no line that is not in the file', () => {
    const file = 'gitlab-marketing-2022-11.csv';
    const result = imported(file);
    expect(drawnLines(result.model)).toEqual(saidLines(file, 'reports_to'));
    expect(result.report.counts).toMatchObject({ rows: 124, roles: 124, people: 124, externals: 6 });
    expect(result.codes).toEqual([
      'departments-alike',
      'manager-not-in-file',
      'several-departments',
      'other-department-than-manager',
      'usual-location',
    ]);
    // Managers outside the file are kept, drawn or as a note.
    const { headings, rows } = table(file);
    const outside = new Set(rows.map((row) => row.cells[headings.indexOf('reports_to')]));
    for (const row of rows) outside.delete(row.cells[0]);
    for (const id of outside) expect(result.text).toMatch(new RegExp(`id "${id}"|Reports to ${id}"`));
  });

  it('the two files of an organogram: one organization, with its pools', () => {
    const result = imported('visit-england-2011-senior.csv', 'visit-england-2011-junior.csv');
    expect(result.model.name).toBe('Visit England');
    expect(headcount(result.model)).toMatchObject({ roles: 17, seats: 52, fte: 52 });
    expect(topRoles(result.model).map((role) => role.title)).toEqual(['VisitEngland CEO']);
    expect(result.model.byKind.team.map((team) => team.title)).toEqual([
      'Chief Executives Office',
      'Insights and Communications',
      'Business Development',
      'Partnerships and Performance',
      'Marketing',
    ]);
    expect(result.codes).toEqual(['pools', 'manager-says-none', 'other-department-than-manager']);
  });

  it('gitlab-martech-2022-11.csv: every platform, its owner, and who uses it', () => {
    const { files, report } = importPlatforms(table('gitlab-martech-2022-11.csv'), { vocabulary: standard });
    const model = organizationOf(files);
    expect(model.problems).toEqual([]);
    expect(model.byKind.platform).toHaveLength(64);
    expect(model.byKind.platform.filter((platform) => platform.owner)).toHaveLength(64);
    expect(model.byKind.platform.filter((platform) => platform.term)).toHaveLength(61);
    expect(report.rows.every((row) => row.element !== undefined)).toBe(true);
  });
});
