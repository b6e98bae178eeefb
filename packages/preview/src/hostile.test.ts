import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../test/browser.ts';
import { chartOf, finding } from './testing/charts.ts';
import { type Previews, startPreviews } from './testing/preview-page.ts';

const executable = await findBrowser();

const hostile = [
  '<script>window.hacked = 1</script>',
  '<img src=x onerror=window.hacked=1>',
  '</style><svg onload=window.hacked=1>',
  '</title></g></svg><iframe srcdoc=1></iframe>',
  '<style>*{display:none}</style>',
  "' onclick='window.hacked=1",
  '&lt;b&gt;',
  ']]><!--',
  'javascript:window.hacked=1',
  '{{constructor.constructor("window.hacked=1")()}}',
  '\u202e\u2066right to left',
];

describe.skipIf(executable === undefined)('text of a model', () => {
  let previews: Previews;

  beforeAll(async () => {
    previews = await startPreviews();
  });
  afterAll(() => previews.close());

  it.each(hostile)('is never markup: %s', async (title) => {
    const quoted = JSON.stringify(title);
    const text = `organization acme ${quoted}
team marketing ${quoted} {
  lead cmo
  role cmo ${quoted} { held by ${quoted} }
  role other "Other" { ..> cmo ${quoted} }
}
`;
    const preview = await previews.open();
    const { page } = preview;
    await preview.send(
      chartOf(text, {
        findings: { 'role:marketing.cmo': [{ ...finding(title), why: title, todo: title, rule: title }] },
        organizations: [
          { root: 'file:///acme', name: title },
          { root: 'file:///other', name: title },
        ],
        stale: title,
      }),
    );
    await page.locator('g.mk-node[data-id="role:marketing.cmo"]').click();
    await page.keyboard.press('/');
    await page.keyboard.type(title.slice(0, 12));
    await page.waitForTimeout(750);

    expect(await page.evaluate(() => Reflect.get(window, 'hacked'))).toBeUndefined();
    expect(await page.locator('#app :is(script, img, iframe, style, object, embed)').count()).toBe(0);
    const shown = (await page.locator('.details').textContent()) ?? '';
    const plain = (each: string): string => each.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
    expect(plain(shown)).toContain(plain(title));
    expect(preview.complaints).toEqual([]);
    await preview.close();
  });
});
