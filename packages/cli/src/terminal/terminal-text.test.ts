import { beforeAll, describe, expect, it } from 'vitest';
import { clean, cleanLines } from './clean.ts';
import { padEnd, prepareWidths, shorten, width, wrap } from './fit.ts';

beforeAll(() => prepareWidths('台'));

describe('clean', () => {
  const cases: readonly (readonly [text: string, cleaned: string])[] = [
    ['plain “text” 台灣 عربي', 'plain “text” 台灣 عربي'],
    ['a\nb\tc', 'a b c'],
    ['\u001b[31mred\u001b[0m', '�[31mred�[0m'],
    ['\u001b]8;;http://x\u0007', '�]8;;http://x�'],
    ['\u009b31m', '�31m'],
    ['right \u202Eto left\u202C \u2066isolated\u2069', 'right �to left� �isolated�'],
    ['joiners: نمی\u200Cخواهم', 'joiners: نمی\u200Cخواهم'],
  ];
  it.each(cases)('%j', (text, cleaned) => {
    expect(clean(text)).toBe(cleaned);
  });
  it('keeps the lines of a text', () => expect(cleanLines('a\r\nb\u2028c\u0007')).toBe('a\nb\nc�'));
});

it('measures cells', () => {
  expect(['abc', '“é”', '台灣', 'a\u0301', '👩‍👩‍👧', 'سلام'].map(width)).toEqual([3, 3, 4, 1, 2, 4]);
});

it('fits texts into cells', () => {
  expect(padEnd('台', 4)).toBe('台  ');
  expect(shorten('台灣旅行', 5)).toBe('台灣…');
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('台灣旅行社', 4)).toEqual(['台灣', '旅行', '社']);
  expect(wrap('', 10)).toEqual(['']);
});
