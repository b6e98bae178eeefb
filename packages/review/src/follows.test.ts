import { expect, it } from 'vitest';
import { consequencesOf } from './follows.ts';
import { textOf } from './phrase.ts';
import { documentOf, reviewOfTexts } from './testing/review.ts';

it.each<readonly [from: string, to: string, said: string]>([
  ['within 2 days', 'within 24 hours', '2 days → 1 day'],
  ['within 3 days', 'within 4 hours', '72 h → 4 h'],
  ['within 4 hours', 'within 30 minutes', '4 h → 0.5 h'],
  ['within 50 hours', 'within 49 hours', '2.1 days → 2 days'],
  ['within 48 hours', 'within 47 hours', '48 h → 47 h'],
  ['within 1 week', '', '7 days → no time stated'],
  ['', 'within 3 hours', 'no time stated → 3 h'],
])('a handoff %j that is %j is told in one unit', (from, to, said) => {
  const text = (within: string): string =>
    `team a\nteam b\nprocess p "P" { owner a  step one by a  step two by b ${within} }\n`;
  const [organization] = documentOf(reviewOfTexts(text(from), text(to))).organizations;
  if (organization?.status !== 'compared') throw new Error('It is there on both sides.');
  const handoffs = consequencesOf(organization.effects).find(({ title }) => title === 'Handoffs');
  expect(handoffs?.lines.map(textOf)).toEqual([`P 1 handoff, ${said}`]);
});
