import { describe, expect, it } from 'vitest';
import { parseFragment } from './parse.ts';

function problems(text: string): string[] {
  return parseFragment(text, 'file:///t.mktorg').problems.map(
    ({ at, message, data }) =>
      `${at.column + 1} ${message}${data ? ` → ${data.replacements.join(', ')}` : ''}`,
  );
}

describe('what people write first', () => {
  it.each([
    ['role a { seats three }', '16 A number is expected after `seats`, not `three`.'],
    [
      'role a { cost EUR 50 }',
      '15 An amount such as `50k EUR per year` is expected after `cost`, not `EUR`.',
    ],
    ['partner a { until Dec 2026 }', '19 A date such as `2027-03-31` is expected after `until`, not `Dec`.'],
    [
      'process a { step b within two days }',
      '27 A time such as `2 days` is expected after `within`, not `two`.',
    ],
    ['organization a { fiscal-year starts April }', '37 A number is expected after `starts`, not `April`.'],
    [
      'role a { held by Tim Miller }',
      '18 The name of a person who is not declared stands in quotes: `"Tim Miller"`. → "Tim Miller"',
    ],
    [
      'role a { held by b Level head }',
      '20 `Level` is no keyword. Did you mean `level`? A name of several words is written with `-`, and a text stands in quotes. → level',
    ],
    ['role a { reports to b ..> c "x" }', '23 A dotted line starts a line of its own.'],
    [
      'plan p { phase q { change a } }',
      '20 A change says what is different: `change brand "Brand studio" { lead brand-head }`.',
    ],
    [
      'plan p { phase q { change a { -level senior } } }',
      '38 `-level` takes back all that `level` says, so nothing stands behind it.',
    ],
    [
      'plan p { phase q { change a { -used by b, c lead d } } }',
      '40 `-used by` takes back all that `used by` says, so nothing stands behind it. One of several goes with `used by -name`.',
    ],
    [
      'plan p { phase q { add step a by b } }',
      '20 A step that a phase adds says of which process it is: `add step check by legal to campaign-path after draft`.',
    ],
    [
      'plan p { phase q { -interim } }',
      '20 `-interim` takes back what an element says, and stands in the braces of a change: `change name { -interim }`.',
    ],
    [
      'role a { -interim }',
      '10 `-interim` takes back what an element says, in a change that a phase of a plan makes. Today, remove the statement.',
    ],
    ['# a remark', '1 `#` has no meaning here. A comment starts with `//`.'],
    ['a -> b', '4 `>` has no meaning here. A dotted line is `..>`.'],
    ['team a [ lead b }', '8 `[` is not `{`: the language uses plain signs. → {'],
    ['team a ‘A’', '8 `‘` is not `"`: the language uses plain signs. → "'],
    [
      'role a { cost €50k }',
      '15 `€` has no meaning here. A currency is a code of three letters behind the number: `50k EUR`.',
    ],
  ])('%s', (text, first) => {
    expect(problems(text)[0]).toBe(first);
  });
});

describe('dates of other countries', () => {
  it.each([
    ['31.12.2026', 'A day is written year first: `2026-12-31`. → 2026-12-31'],
    ['1.2.26', 'A day is written year first: `2026-02-01`. → 2026-02-01'],
    ['12/31/2026', 'A day is written year first: `2026-12-31`. → 2026-12-31'],
    ['3/4/2026', 'A day is written year first: `2026-04-03` or `2026-03-04`. → 2026-04-03, 2026-03-04'],
    ['31-12-2026', 'A day is written year first: `2026-12-31`. → 2026-12-31'],
    ['2026/12/31', 'A day is written year first: `2026-12-31`. → 2026-12-31'],
    ['2026-1-5', 'A day is written year first: `2026-01-05`. → 2026-01-05'],
    ['31.13.2026', 'Write a day `2027-03-31`, a month `2027-03`, a quarter `2027-Q1` or a year `2027`.'],
  ])('%s', (date, way) => {
    expect(problems(`partner p { until ${date} }`)).toEqual([`19 \`${date}\` is no date. ${way}`]);
  });
});

describe('amounts', () => {
  it.each([
    ['cost 50.000 EUR', ['15 `50.000` has three decimals. For thousands, write `50000`. → 50000']],
    ['cost 50,000 EUR', ['17 A number has no sign between its thousands: `50000` or `50k`.']],
    ['cost 1.250.000 EUR', ['15 A number has no sign between its thousands: `50000` or `50k`. → 1250000']],
    ['cost 1.250M EUR', []],
    ['cost 49.99 EUR per month', []],
  ])('%s', (statement, expected) => {
    expect(problems(`role a { ${statement} }`)).toEqual(expected);
  });
});

describe('currencies', () => {
  it.each([
    ['EUR', []],
    ['eur', []],
    ['Euro', ['27 `Euro` is no currency. Write its code of three letters, such as `EUR` or `USD`.']],
  ])('%s', (currency, expected) => {
    expect(problems(`organization a { currency ${currency} }`)).toEqual(expected);
  });
});
