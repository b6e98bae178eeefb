import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReviewDocument, ReviewedChange } from '@mktorg/review';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtCommand } from '../testing/command.ts';

/** Where the files of real companies are; they are not part of the project. */
const data = process.env['MKTORG_REAL_DATA'] ?? '';
const files = ['sourcegraph-2022-02-28.csv', 'sourcegraph-2022-03-31.csv'].map((file) =>
  path.join(data, file),
);
const isHere = data !== '' && files.every((file) => existsSync(file));

interface Row {
  readonly role: string;
  readonly manager: string;
}

/** The rows of a file by the number of the person. */
function rowsOf(file: string): ReadonlyMap<string, Row> {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return new Map(
    lines.map((line) => {
      const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
        cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
      );
      const [id = '', role = '', , , manager = ''] = cells;
      return [id, { role, manager }];
    }),
  );
}

function all(changes: readonly ReviewedChange[]): readonly ReviewedChange[] {
  return changes.flatMap((change) => [change, ...all(change.inside ?? [])]);
}

const why = isHere ? '' : ' (skipped: MKTORG_REAL_DATA names no folder with its files)';

describe.runIf(isHere)(`a month of a real company, as somebody would tell it who was there${why}`, () => {
  const command = builtCommand();
  const [before, after] = isHere ? files.map(rowsOf) : [];
  let review: Extract<ReviewDocument['organizations'][number], { readonly status: 'compared' }>;
  let changes: readonly ReviewedChange[];
  let pretty = '';

  beforeAll(async () => {
    const cwd = command.folder();
    for (const [index, file] of files.entries()) {
      const args = ['import', 'csv', file, '--out', ['february', 'march'][index] ?? '', '--name', 'Company'];
      expect((await command.run(args, { cwd })).status).toBe(0);
    }
    const { stdout } = await command.run(['diff', 'february', 'march', '--format', 'json'], { cwd });
    const document: ReviewDocument = JSON.parse(stdout);
    const [organization] = document.organizations;
    if (organization?.status !== 'compared') throw new Error('It is one company.');
    review = organization;
    changes = all(review.changes);
    pretty = (await command.run(['diff', 'february', 'march', '--all'], { cwd })).stdout;
  }, 60_000);

  const rolesThat = (change: string): readonly ReviewedChange[] =>
    changes.filter((each) => each.kind === 'role' && each.change === change);
  const inBoth = [...(before?.keys() ?? [])].filter((id) => after?.has(id));

  it('says who joined and who left', () => {
    const joined = [...(after?.keys() ?? [])].filter((id) => !before?.has(id));
    const left = [...(before?.keys() ?? [])].filter((id) => !after?.has(id));
    expect([joined.length, left.length]).toEqual([22, 4]);
    expect(
      rolesThat('added')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(joined.map((id) => after?.get(id)?.role ?? '').sort());
    expect(rolesThat('removed').length).toBe(left.length);
    expect(review.effects.totals['seats']).toEqual({ before: before?.size, after: after?.size });
  });

  it('says who reports to somebody else', () => {
    const moved = inBoth.filter((id) => before?.get(id)?.manager !== after?.get(id)?.manager);
    expect(moved.length).toBe(14);
    const told = review.effects.reporting.flatMap(({ roles }) => roles.map(({ name }) => name));
    expect([...told].sort()).toEqual(moved.map((id) => after?.get(id)?.role ?? '').sort());
  });

  it('says whose title changed', () => {
    const titled = inBoth.filter((id) => before?.get(id)?.role !== after?.get(id)?.role);
    const told = changes.flatMap(({ kind, parts }) =>
      kind === 'role' ? parts.filter(({ field }) => field === 'title') : [],
    );
    const shift = (from: string, to: string): string => `${from} → ${to}`;
    expect(told.map(({ minus, plus }) => shift(minus.join(), plus.join())).sort()).toEqual(
      titled.map((id) => shift(before?.get(id)?.role ?? '', after?.get(id)?.role ?? '')).sort(),
    );
  });

  it('takes teams that are called otherwise for what they were, and tells nobody of their members', () => {
    const renamed = changes.filter(({ kind, inferred }) => kind === 'team' && inferred === 'members');
    expect(renamed.map(({ name, parts }) => [parts[0]?.minus[0], name])).toEqual([
      ['US, West and APAC', 'Enterprise US, West and APAC'],
      ['Software', 'Repo'],
    ]);
    expect(changes.filter(({ kind, change }) => kind === 'team' && change === 'removed')).toEqual([]);
    expect(rolesThat('moved').length).toBe(12);
  });

  it('can be read in a minute', () => {
    const words = pretty.split(/\s+/).length;
    expect(words).toBeLessThan(1200);
    expect(pretty).toContain('Customer Engineer is now Principal Customer Engineer');
    expect(pretty).toContain('VP Sales, Western Region 8 → 12');
  });
});
