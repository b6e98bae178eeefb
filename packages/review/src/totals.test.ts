import { describe, expect, it } from 'vitest';
import type { ReviewBody } from './document.ts';
import { teamTotalsOf } from './team-totals.ts';
import { documentOf, reviewOfTexts } from './testing/review.ts';
import { totalsOf } from './totals.ts';

const before = `organization o { currency EUR }
team a "A" { lead x  role x "X" { held by "Ana" }  role y "Y" { held by "Bo"  seats 3  cost 50k EUR } }
team b "B" { role z "Z" { held by "Cy"  fte 0.5 } }
`;

function bodyBetween(was: string, is: string): ReviewBody {
  const [organization] = documentOf(reviewOfTexts(was, is)).organizations;
  if (organization?.status !== 'compared') throw new Error('It is there on both sides.');
  return organization;
}

describe('the totals', () => {
  const cases: readonly (readonly [what: string, after: string, totals: readonly string[]])[] = [
    ['say nothing where nothing is different', before, []],
    ['say nothing of words', before.replace('"Y"', '"Why"'), []],
    [
      'say how large it is, and what shifts',
      before.replace('seats 3', 'seats 2'),
      [
        'Headcount 3 → 3 ',
        'Seats 5 → 4 −1',
        'Vacancies 2 → 1 −1',
        'Cost of seats per year 150,000 EUR → 100,000 EUR −50,000',
        'Widest span of control 3 → 2 −1',
        'Median span of control 3 → 2 −1',
      ],
    ],
    [
      'tell FTE where they say more than seats',
      before.replace('fte 0.5', 'fte 0.8'),
      ['Headcount 3 → 3 ', 'Seats 5 → 5 ', 'FTE 4.5 → 4.8 +0.3'],
    ],
    [
      'count a person in two seats once',
      before.replace('held by "Cy"', 'held by "Ana"'),
      ['Headcount 3 → 2 −1', 'Seats 5 → 5 '],
    ],
  ];
  it.each(cases)('%s', (_, after, totals) => {
    const found = totalsOf(bodyBetween(before, after).effects);
    expect(found.map((each) => `${each.label} ${each.before} → ${each.after} ${each.difference}`)).toEqual(
      totals,
    );
  });
});

describe('the totals of teams', () => {
  it('have a column for each number that shifts', () => {
    const after = before.replace('seats 3', 'seats 2').replace('held by "Cy"', '');
    expect(teamTotalsOf(bodyBetween(before, after).effects)).toEqual({
      columns: ['Seats', 'Vacancies', 'Cost per year'],
      rows: [
        { team: 'A', cells: ['4 → 3', '2 → 1', '150,000 EUR → 100,000 EUR'] },
        { team: 'B', cells: ['1', '0 → 1', '0 EUR'] },
      ],
    });
  });
  it('leave out teams that nothing happens to', () => {
    expect(teamTotalsOf(bodyBetween(before, before).effects).rows).toEqual([]);
  });
});
