import { expect, it } from 'vitest';
import { Sequence } from './sequence.ts';

it.each<readonly [items: string, where: 'after' | 'before', other: string, order: string]>([
  ['a', 'after', 'c', 'bcad'],
  ['a', 'after', 'd', 'bcda'],
  ['d', 'before', 'a', 'dabc'],
  ['db', 'before', 'c', 'adbc'],
  ['ca', 'after', 'd', 'bdca'],
  ['bc', 'after', 'a', 'abcd'],
  ['bc', 'before', 'd', 'abcd'],
  ['x', 'after', 'b', 'abxcd'],
  ['x', 'before', 'a', 'xabcd'],
])('puts %s %s %s', (items, where, other, order) => {
  const sequence = new Sequence('abcd');
  expect(sequence.put([...items], where, other)).toBe(order !== 'abcd');
  expect([...sequence].join('')).toBe(order);
  sequence.add('y');
  sequence.add('b');
  expect([...sequence].join('')).toBe(`${order}y`);
  for (const item of order) sequence.delete(item);
  sequence.delete('a');
  expect([...sequence]).toEqual(['y']);
});
