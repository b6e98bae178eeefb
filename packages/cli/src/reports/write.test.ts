import { describe, expect, it } from 'vitest';
import type { Screen } from '../terminal/terminal.ts';
import { type Table, withMissing } from './table.ts';
import { toCsv } from './write-csv.ts';
import { escapeMarkdown, toMarkdown } from './write-markdown.ts';
import { writeText } from './write-text.ts';

const table: Table = {
  name: 'things',
  title: 'Things of <Acme> | @all',
  columns: [
    { key: 'thing', heading: 'Thing', brief: true },
    { key: 'count', heading: 'Count', brief: true, numeric: true },
    { key: 'users', heading: 'Users', brief: true },
    { key: 'cost', heading: 'Cost' },
    { key: 'never', heading: 'Never' },
  ],
  rows: [
    { thing: '=HYPERLINK("x")', count: 2, users: ['A, B', 'C'], cost: '1 EUR' },
    { thing: '台灣 "工具"', count: -10, users: [], cost: undefined },
  ],
  notes: ['Two of them.'],
  none: 'There is no thing.',
};

it('as CSV, with nothing that a spreadsheet would run', () => {
  expect(toCsv(table)).toBe(
    'thing,count,users,cost,never\r\n"\'=HYPERLINK(""x"")",2,"A, B; C",1 EUR,\r\n"台灣 ""工具""",-10,,,\r\n',
  );
});

it('as Markdown, without the columns that are empty', () => {
  expect(toMarkdown(table, [])).toBe(
    [
      '## Things of &lt;Acme&gt; \\| @\u200Ball',
      '',
      '| Thing | Count | Users | Cost |',
      '| --- | --: | --- | --- |',
      '| \\=HYPERLINK\\("x"\\) | 2 | A, B, C | 1 EUR |',
      '| 台灣 "工具" | -10 |  |  |',
      '',
      'Two of them.',
      '',
    ]
      .join('\n')
      .replace('| -10 |', '| \\-10 |'),
  );
});

it('as text, broken to the width', () => {
  let text = '';
  const screen: Screen = {
    write: (part) => {
      text += part;
    },
    columns: 60,
    interactive: false,
    style: (_, part) => part,
    link: (part) => part,
  };
  writeText(table, screen, []);
  expect(text).toBe(
    [
      'Things of <Acme> | @all',
      '',
      'Thing            Count  Users',
      '───────────────  ─────  ───────',
      '=HYPERLINK("x")      2  A, B, C',
      '台灣 "工具"        -10',
      '',
      'Two of them.',
      '2 rows; more columns in --format csv, markdown and json:',
      'cost, never.',
      '',
    ].join('\n'),
  );
});

describe('text that does not fit', () => {
  function linesOf(told: Table, columns: number): readonly string[] {
    let text = '';
    const write = (part: string): void => {
      text += part;
    };
    const style: Screen['style'] = (_, part) => part;
    writeText(told, { write, columns, interactive: false, style, link: (part) => part }, []);
    return text.split('\n');
  }
  const phases = ['Found the team', 'Bring tools home', 'One customer'];
  const gap: Table = {
    name: 'gap',
    title: 'Gap',
    columns: [
      { key: 'what', heading: 'What', brief: true },
      ...phases.map((heading, i) => ({ key: `${i}`, heading, brief: true as const, usual: 'kept' })),
    ],
    rows: [
      { what: 'Customer relationship management', 0: 'kept', 1: 'moved to Marketing Operations', 2: 'kept' },
      { what: '台灣網站', 0: 'kept', 1: 'kept', 2: 'kept' },
    ],
    notes: [],
    none: '',
  };

  it('is broken at words, never within one', () => {
    expect(linesOf(gap, 70).slice(2, -2)).toEqual([
      'What                 Found the team  Bring tools home     One customer',
      '───────────────────  ──────────────  ───────────────────  ────────────',
      'Customer             kept            moved to Marketing   kept',
      'relationship                         Operations',
      'management',
      '台灣網站             kept            kept                 kept',
      '',
    ]);
  });

  it('is told row by row where the columns do not stand beside each other, without what is usual', () => {
    const wide = {
      ...gap,
      columns: gap.columns.map((each) => ({ ...each, heading: `${each.heading}-in-a-word` })),
    };
    const lines = linesOf(wide, 60);
    expect(lines.slice(2, -2)).toEqual([
      'Customer relationship management',
      '  Bring tools home-in-a-word  moved to Marketing Operations',
      '',
      '台灣網站',
      '',
    ]);
    expect(lines.every((line) => line.length <= 60)).toBe(true);
  });
});

it('with only the rows that lack something', () => {
  expect(withMissing(table, ['users', 'count']).rows).toEqual([table.rows[1]]);
});

describe('text that shows as it is in Markdown', () => {
  it.each([
    ['# not a heading', '\\# not a heading'],
    ['- not a list', '\\- not a list'],
    ['1. not a list', '\\1. not a list'],
    ['[a](http://x) <b> `c` **d** ~e~', '\\[a\\]\\(http&#58;//x\\) &lt;b&gt; \\`c\\` \\*\\*d\\*\\* \\~e\\~'],
    ['two\nlines', 'two lines'],
    ['@team #12 www.example.com', '@\u200Bteam \\#12 www&#46;example.com'],
  ])('%j', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));
});
