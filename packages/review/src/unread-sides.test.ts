import { expect, it } from 'vitest';
import type { UnreadText } from './document.ts';
import { reviewMarkdown } from './markdown.ts';
import { documentOf, reviewOfTexts } from './testing/review.ts';
import { onSides } from './unread-sides.ts';

type Text = Pick<UnreadText, 'side' | 'where' | 'message'>;
const was: Text = { side: 'before', message: 'x' };
const is: Text = { side: 'after', message: 'x' };

it.each<readonly [what: string, unread: readonly Text[], sides: readonly string[]]>([
  ['on one side', [was], ['before']],
  ['on both, once', [was, is], ['both']],
  ['on both, as often as both have it', [was, was, is], ['before', 'both']],
  ['in different phases, twice', [{ ...was, where: 'One' }, is], ['before', 'after']],
  ['of different words, twice', [was, { ...is, message: 'y' }], ['before', 'after']],
])('what could not be read %s', (_, unread, sides) => {
  expect(onSides(unread).map((each) => each.sides)).toEqual(sides);
});

it('is said once in a comment', () => {
  const broken = 'team a "A" { lead ghost { }\nteam b "B" { }\nrole x "X" { seats seats }\n';
  const { unread } = reviewOfTexts(broken, broken.replace('"B"', '"C"'));
  expect(unread.before.length).toBeGreaterThan(0);
  expect(unread.before.length).toBe(unread.after.length);
  const markdown = reviewMarkdown(documentOf(reviewOfTexts(broken, broken.replace('"B"', '"C"'))));
  expect(markdown).toContain(`so not all is compared (${unread.after.length})`);
  expect(markdown.match(/before and after \|/g)?.length).toBe(unread.after.length);
});
