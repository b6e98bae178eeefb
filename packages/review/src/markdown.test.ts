import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { pairOfTexts } from '../../model/src/testing/random-organization.ts';
import { bytesOf } from './escape.ts';
import { reviewMarkdown } from './markdown.ts';
import { documentOf, reviewOfTexts } from './testing/review.ts';

/** Whether the Markdown is one whole thing: every tag closed, every table a table, no fence left open. */
function expectWhole(markdown: string): void {
  const html = marked.parse(markdown, { async: false, gfm: true });
  for (const tag of ['details', 'summary', 'b', 'table', 'tr', 'td']) {
    const opened = html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0;
    const closed = html.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0;
    expect([tag, opened]).toEqual([tag, closed]);
  }
  expect((markdown.match(/^```/gm) ?? []).length % 2).toBe(0);
  // A row that is no part of a table would show its bars.
  expect(html).not.toMatch(/<p>\||<br>\n?\|/);
  expect(html).not.toMatch(/<a |<img|<script|<h1/);
}

function openRows(markdown: string): number {
  const open = markdown.replace(/<details>[\s\S]*?<\/details>/g, '').replace(/```[\s\S]*?```/g, '');
  return (open.match(/^\| /gm) ?? []).length;
}

describe('a comment', () => {
  it('is never longer than it may be, and always whole', () => {
    fc.assert(
      fc.property(pairOfTexts(), fc.constantFrom(60_000, 6000, 2500, 1200), ({ before, after }, limit) => {
        const markdown = reviewMarkdown(documentOf(reviewOfTexts(before, after)), { limit });
        expect(bytesOf(markdown)).toBeLessThanOrEqual(limit);
        expectWhole(markdown);
      }),
    );
  });

  it('says what it leaves out of a change that is too large for it', () => {
    const organization = (holder: string): string =>
      Array.from(
        { length: 1500 },
        (_, i) => `role r${i} "Analyst ${i} @all #1 <b>|\`" { held by "${holder} ${i}" }`,
      ).join('\n');
    const markdown = reviewMarkdown(documentOf(reviewOfTexts(organization('Ana'), organization('Bo'))));
    expect(bytesOf(markdown)).toBeLessThanOrEqual(60_000);
    expectWhole(markdown);
    // Those of the totals are not counted.
    expect(openRows(markdown)).toBeLessThanOrEqual(70);
    expect(markdown).toContain('did not fit here');
    expect(markdown.replace(/```[\s\S]*?```/g, '')).not.toMatch(/[@#]\w/);
  });

  it('of many organizations is still one comment', () => {
    const one = documentOf(
      reviewOfTexts({ 'a.mktorg': 'team a' }, { 'a.mktorg': 'team a "New" { role x }' }),
    );
    const document = {
      ...one,
      organizations: Array.from({ length: 500 }, () => one.organizations).flat(),
    };
    const markdown = reviewMarkdown(document);
    expect(bytesOf(markdown)).toBeLessThanOrEqual(60_000);
    expectWhole(markdown);
    expect(markdown).toContain('… and 492 more organizations');
  });

  it('reads like this', async () => {
    const before = {
      'a.mktorg': `organization o "Orchard"
team brand "Brand" { lead head  role head "Head of Brand" { held by "Ana" }
  team social "Social" { role lead "Social Lead" { held by "Bo" } role writer "Writer" }
}
team growth "Growth" { lead vp  role vp "VP Growth" { held by "Cy" } role analyst "Analyst" { held by "Dee" } }
platform crm "CRM" { owner growth  used by brand }
`,
    };
    const after = {
      'a.mktorg': `organization o "Orchard"
team brand "Brand" { lead head  role head "Head of Brand" { held by "Ana" } }
team growth "Growth" { lead vp  role vp "VP Growth" { held by "Eve" } role scientist "Data @Scientist" { held by "Dee" }
  team social "Social" { role lead "Social Lead" { held by "Bo" } role writer "Writer" }
  role intern "Intern #1"
}
platform crm "CRM" { used by brand }
`,
    };
    await expect(reviewMarkdown(documentOf(reviewOfTexts(before, after)))).toMatchFileSnapshot(
      '../testdata/comment.md',
    );
  });
});

describe('the numbers of a comment', () => {
  const roles = (titles: string): string => `team a "A" {${titles}}\n`;
  const apart = Array.from(
    { length: 30 },
    (_, i) => `team t${i} "T${i}" { role x "X${i}" role y "Y${i}" }\n`,
  );
  const bare = apart.map((text) => text.replace(/ role y "Y\d+"/, ' '));
  it.each<readonly [what: string, before: string, after: string, numbers: readonly RegExp[]]>([
    [
      'are those of changes where a row tells several',
      roles(''),
      roles('role x role y role z'),
      [/Structure \(3\)/],
    ],
    [
      'are those of changes in what is folded',
      `${bare.join('')}team u "U" { }`,
      `${apart.join('')}team u "U" { role a "A1" role b "B1" role c "C1" }`,
      [/Structure \(33\)/, /<summary>9 more</],
    ],
  ])('%s', (_, before, after, numbers) => {
    const markdown = reviewMarkdown(documentOf(reviewOfTexts(before, after)));
    for (const number of numbers) expect(markdown).toMatch(number);
  });
});
