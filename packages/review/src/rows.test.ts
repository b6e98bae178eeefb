import { expect, it } from 'vitest';
import { textOf } from './phrase.ts';
import { partPhrase } from './rows.ts';
import { reviewOfTexts } from './testing/review.ts';

const role = (said: string): string => `team t "T" { role r "R" { held by "Ana"  ${said} } }`;
const process = (said: string): string => `team t "T"\nprocess p "P" { owner t  step s "S" by t ${said} }`;

it.each<readonly [before: string, after: string, phrases: readonly string[]]>([
  [role(''), role('interim'), ['now interim']],
  [role('interim'), role(''), ['no longer interim']],
  [role('interim until 2027-01-01'), role(''), ['no longer interim']],
  [role('interim'), role('interim until 2027-01-01'), ['interim: until 2027-01-01']],
  [role('interim until 2027-01-01'), role('interim'), ['interim: no longer until 2027-01-01']],
  [process(''), process('approval'), ['now with approval']],
  [process('approval'), process(''), ['no longer with approval']],
  [process('within 2 days'), process('within 3 days'), ['within: 2 days → 3 days']],
])('%s becomes %s', (before, after, phrases) => {
  const { entries } = reviewOfTexts(before, after);
  expect(entries.flatMap(({ parts }) => parts.map((part) => textOf(partPhrase(part))))).toEqual(phrases);
});
