import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';

function codes(source: string): string[] {
  return readTable(source).problems.map(({ code }) => code);
}

describe('readTable', () => {
  it.each([
    ['comma', 'id,name\n1,A\n', ','],
    ['semicolon', 'id;name\n1;A, B\n', ';'],
    ['tab', 'id\tname\n1\tA, B; C\n', '\t'],
    ['bar', 'id|name\n1|A\n', '|'],
    ['one column only', 'name\nA\n', ','],
    ['commas in quotes weigh nothing', 'id;title\n1;"A, B, C"\n2;"D, E"\n', ';'],
  ])('sniffs the delimiter: %s', (_, source, delimiter) => {
    expect(readTable(source).delimiter).toBe(delimiter);
  });

  it('knows the line of every row, over quoted line breaks, blank lines and every kind of line end', () => {
    const table = readTable('id,note\r\n1,"two\r\nlines"\r2,b\n\n , \n3,c');
    expect(table.headings).toEqual(['id', 'note']);
    expect(table.rows).toEqual([
      { line: 2, cells: ['1', 'two\nlines'] },
      { line: 4, cells: ['2', 'b'] },
      { line: 7, cells: ['3', 'c'] },
    ]);
  });

  it('reads doubled quotes and commas in titles', () => {
    expect(readTable('id,title\n1,"Director, ""Global"" Brand"').rows[0]?.cells).toEqual([
      '1',
      'Director, "Global" Brand',
    ]);
  });

  it.each([
    ['an empty file', '', ['empty']],
    ['blank lines only', '\n \n', ['empty']],
    ['headings only', 'id,name\n', ['no-rows']],
    ['a row with too many cells', 'id,title\n1,Director, Brand\n', ['too-many-cells']],
    ['trailing delimiters are no cells', 'id,title\n1,Director,,\n', []],
    ['rows with too few cells', 'id,title,manager\n1,A\n2,B\n', ['too-few-cells']],
    ['a heading twice', 'id,name,name\n1,A,B\n', ['duplicate-heading']],
    ['a column without a heading', 'id,name,\n1,A,B\n', ['missing-heading']],
    ['an empty column without a heading', 'id,name,\n1,A,\n', []],
    ['an open quote', 'id,name\n1,"A\n2,B\n', ['quotes']],
    ['quotes inside a cell', 'id,name\n1,"A" B\n2,C\n', ['quotes']],
    ['lost characters', 'id,name\n1,Zo\uFFFD\n', ['unreadable-characters']],
    ['garbled characters', 'id,name\n1,MÃ¼ller\n', ['garbled-characters']],
  ])('says what is wrong with %s', (_, source, expected) => {
    expect(codes(source).sort()).toEqual(expected);
  });

  it('loses no row to a quote that is never closed', () => {
    const { rows, problems } = readTable('id,name\n1,"A\n2,"B, C"\n3,"D\n4,E\n');
    expect(rows.map((row) => row.line)).toEqual([2, 3, 4, 5]);
    expect(rows.map((row) => row.cells[1])).toEqual(['"A', 'B, C', '"D', 'E']);
    expect(problems).toMatchObject([{ code: 'quotes', lines: [2, 4] }]);
  });

  it('names what a row lost', () => {
    expect(readTable('id,title\n1,Director, Brand\n').problems[0]).toMatchObject({
      done: expect.stringContaining('"Brand"'),
      lines: [2],
    });
  });

  it('calls the second of two headings by another name', () => {
    expect(readTable('id,name,name\n1,A,B\n').headings).toEqual(['id', 'name', 'name (2)']);
  });

  it('finds the headings under the title of a report', () => {
    const table = readTable('Roster,,\nRun on 3 March,,\nEmployee ID,Worker,Business Title\n1,Ann,Editor\n');
    expect(table.headings).toEqual(['Employee ID', 'Worker', 'Business Title']);
    expect(table.rows).toEqual([{ line: 4, cells: ['1', 'Ann', 'Editor'] }]);
    expect(table.problems).toMatchObject([{ code: 'lines-above-headings', lines: [1, 2] }]);
  });

  it('takes bytes', () => {
    const table = readTable(Buffer.from('\uFEFFid;Größe\n1;ü\n', 'utf16le'));
    expect(table).toMatchObject({ encoding: 'utf-16le', delimiter: ';', headings: ['id', 'Größe'] });
  });
});
