import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { prepareWidths, width } from '../terminal/fit.ts';
import { frameOf } from './frame.ts';

beforeAll(() => prepareWidths('台 ا'));

/** The marked text stands between brackets; the frame is drawn as it is shown, with `^` under the marks. */
const cases: readonly (readonly [what: string, line: string, cells: number, shown: string, marks: string])[] =
  [
    ['a name', '  lead [cmo]', 60, '  lead cmo', '       ^^^'],
    ['nothing between two words', 'lead[] {', 60, 'lead {', '    ^'],
    ['behind a tab', '\trole [a] "A"', 60, '    role a "A"', '         ^'],
    ['behind a tab inside', 'ab\t[a]', 60, 'ab  a', '    ^'],
    ['wide characters', 'role 設計 "[設計師]"', 60, 'role 設計 "設計師"', '           ^^^^^^'],
    ['combining marks', 'role [áe]', 60, 'role áe', '     ^^'],
    ['control characters', 'a\u001b[31m [b]', 60, 'a�[31m b', '       ^'],
    ['right to left, alone', 'lead [رئيس]', 60, 'lead رئيس', '     ^^^^'],
    [
      'right to left, a part of what turns',
      'x "أحمد [علي] سعد" y',
      60,
      'x "أحمد علي سعد" y',
      '   ^^^^^^^^^^^^',
    ],
    ['left to right behind right to left', 'x "أحمد" [y]', 60, 'x "أحمد" y', '         ^'],
    ['a long line, marks at its start', `[ab] ${'x'.repeat(80)}`, 20, 'ab xxxxxxxxxxxxxxxx…', '^^'],
    [
      'a long line, marks behind',
      `${'x'.repeat(80)} [ab] yy`,
      21,
      '…xxxxxxxxxxxxxx ab yy',
      '                ^^',
    ],
    ['marks that are longer than the room', `[${'x'.repeat(80)}]`, 10, 'xxxxxxxxx…', '^^^^^^^^^^'],
  ];

it.each(cases)('shows %s', (_, source, cells, shown, marks) => {
  const column = source.search(/\[(?!31m)/);
  const endColumn = source.lastIndexOf(']') - 1;
  const line =
    source.slice(0, column) + source.slice(column + 1, endColumn + 1) + source.slice(endColumn + 2);
  const frame = frameOf(line, { uri: 'a', line: 0, column, endLine: 0, endColumn }, cells);
  expect(frame.text).toBe(shown);
  expect(' '.repeat(frame.start) + '^'.repeat(frame.length)).toBe(marks);
});

it('marks the first line of what goes on in others', () => {
  const frame = frameOf('team a {  ', { uri: 'a', line: 0, column: 0, endLine: 3, endColumn: 1 }, 60);
  expect(frame).toEqual({ text: 'team a {', start: 0, length: 8, continues: true });
});

it('stays within its cells, whatever the line', () => {
  const line = fc.string({ unit: fc.constantFrom(...'ab \t台عá"{é\u0301\u200d👩\u001b') });
  fc.assert(
    fc.property(line, fc.nat(60), fc.nat(60), fc.integer({ min: 10, max: 60 }), (text, a, b, cells) => {
      const [column, endColumn] = [Math.min(a, b), Math.max(a, b)];
      const frame = frameOf(text, { uri: 'a', line: 0, column, endLine: 0, endColumn }, cells);
      expect(width(frame.text)).toBeLessThanOrEqual(cells);
      expect(frame.length).toBeGreaterThan(0);
      expect(frame.start + frame.length).toBeLessThanOrEqual(cells + 1);
      expect(frame.text).not.toContain('\u001b');
    }),
  );
});
