import { expect, it } from 'vitest';
import {
  describeAmount,
  describeDuration,
  describeMeasure,
  describeMoney,
  describeShare,
} from './describe.ts';
import { organizationOf } from './testing/organization.ts';

const model = organizationOf(
  'platform p { cost 1.2M EUR per month  result "Match rate" from 52% to 80% by 2027-Q4 }\nprocess q {\nstep a by t within 3 days\nstep b by t within 1 hour\n} team t',
);

it.each([
  [model.byKind.platform[0]?.cost && describeMoney(model.byKind.platform[0].cost), '1,200,000 EUR per month'],
  [describeMoney({ amount: 99.5, currency: 'USD', per: 'once' }), '99.5 USD once'],
  [describeAmount(-1234.567), '-1,234.57'],
  ...model.byKind.step.map(({ within, name }) => [
    within && describeDuration(within),
    name === 'a' ? '3 days' : '1 hour',
  ]),
  [model.byKind.platform[0]?.results.map(describeMeasure).join(), 'Match rate from 52% to 80% by 2027-Q4'],
  [
    describeMeasure({
      what: 'Trust',
      at: model.byKind.team[0]?.at ?? { uri: '', line: 0, column: 0, endLine: 0, endColumn: 0 },
    }),
    'Trust',
  ],
  [describeShare(0.2), '20%'],
])('%s', (said, expected) => {
  expect(said).toBe(expected);
});
