import { describe, expect, it } from 'vitest';
import { readTitle } from './title.ts';
import { hasLeft, readEngagement, readHolder, readKind, readNumber } from './values.ts';

describe('cells', () => {
  it.each([
    ['Ann Lee', 'name'],
    ['Vacant', 'vacant'],
    ['TBH 3', 'vacant'],
    ['Open position', 'vacant'],
    ['N/D', 'undisclosed'],
    ['n/a', 'nothing'],
    ['', 'nothing'],
    ['شاغر', 'vacant'],
    ['空缺', 'vacant'],
    ['Lowong', 'vacant'],
    ['Openshaw', 'name'],
  ])('the holder %j says %s', (text, says) => {
    expect(readHolder(text).says).toBe(says);
  });

  it.each([
    ['0.8', 0.8],
    ['0,875', 0.875],
    ['80%', 0.8],
    ['17', 17],
    [' 2.5 ', 2.5],
    ['1.000,5', undefined],
    ['full', undefined],
    ['-1', undefined],
  ])('the number %j', (text, expected) => {
    expect(readNumber(text)).toBe(expected);
  });

  it.each([
    ['Interim Director of Design', 'Director of Design', true],
    ['(Interim) Director of Design', 'Director of Design', true],
    ['Director of Design (Interim)', 'Director of Design', true],
    ['Director of Design, Acting', 'Director of Design', true],
    ['Director of Design (a.i.)', 'Director of Design', true],
    ['Interim', 'Interim', false],
    ['Interimsmanager', 'Interimsmanager', false],
    ['Voice Acting Lead', 'Voice Acting Lead', false],
  ])('the title %j', (text, title, interim) => {
    expect(readTitle(text)).toEqual({ title, interim });
  });

  it.each([
    ['vacancy', 'kind', 'vacancy'],
    ['person', 'kind', 'person'],
    ['Open', 'Status', 'vacancy'],
    ['yes', 'Is vacant', 'vacancy'],
    ['no', 'Is vacant', 'person'],
    ['no', 'Filled', 'vacancy'],
    ['purple', 'kind', undefined],
  ])('the kind %j under %j', (text, heading, expected) => {
    expect(readKind(text, heading)).toBe(expected);
  });

  it('tells those who left and those who are no employees', () => {
    expect(['Terminated', 'Active', 'Full-Time', 'Leave of absence'].map(hasLeft)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(
      ['Contractor', 'Intern', 'Regular', 'International', 'Permanent contract'].map(readEngagement),
    ).toEqual(['Contractor', 'Intern', '', '', '']);
  });
});
