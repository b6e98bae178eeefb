import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../test/browser.ts';
import { chartOf, finding, hotel } from './testing/charts.ts';
import { comparisonOf, earlier } from './testing/comparisons.ts';
import { type PreviewPage, type Previews, startPreviews } from './testing/preview-page.ts';

const executable = await findBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

describe.skipIf(executable === undefined)('accessibility', () => {
  let previews: Previews;

  beforeAll(async () => {
    previews = await startPreviews();
  });
  afterAll(() => previews.close());

  it.each(['vscode-light', 'vscode-dark', 'vscode-high-contrast'])(
    'has no violation: %s',
    async (classes) => {
      const preview = await previews.open({ classes });
      const { page } = preview;
      await page.emulateMedia({ colorScheme: classes === 'vscode-light' ? 'light' : 'dark' });
      const found = [finding('Two seats are vacant.'), finding('Broken.', 'error'), finding('Note.', 'info')];
      await preview.send(
        chartOf(hotel, {
          findings: { 'role:marketing.brand.designer': found },
          organizations: [
            { root: 'file:///acme', name: 'Harbor Hotels' },
            { root: 'file:///other', name: 'Other' },
          ],
          stale: 'a.mktorg, line 3: half a name',
        }),
      );
      await page.locator('g.mk-node[data-id="role:marketing.brand.designer"]').click();
      await page.locator('.notice:not([hidden])').waitFor();
      expect(await violations(preview)).toEqual([]);
      await page.getByText('Show', { exact: true }).click();
      expect(await violations(preview)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.search input').fill('des');
      await page.locator('.search-row').first().waitFor();
      expect(await violations(preview)).toEqual([]);
      await preview.close();
    },
  );

  it.each(['vscode-light', 'vscode-dark', 'vscode-high-contrast'])(
    'has no violation while it compares: %s',
    async (classes) => {
      const preview = await previews.open({ classes });
      const { page } = preview;
      await page.emulateMedia({ colorScheme: classes === 'vscode-light' ? 'light' : 'dark' });
      const planned = `${hotel}\nplan p "Grow" { phase one "Phase 1" { add role x "Strategist" to marketing.brand } }\n`;
      await preview.send(comparisonOf(earlier(planned).replace('held by "Omar Farouk"', ''), planned));
      await page.locator('.changes button.row').first().click();
      expect(await violations(preview)).toEqual([]);
      await page.getByText('Compare', { exact: true }).click();
      expect(await violations(preview)).toEqual([]);
      await preview.close();
    },
  );

  it('tells a screen reader the same tree, and which part of it is selected', async () => {
    const preview = await previews.open();
    const { page } = preview;
    await preview.send(chartOf(hotel));
    const tree = page.getByRole('tree');
    await tree.focus();
    await page.keyboard.press('ArrowDown');
    const active = await tree.getAttribute('aria-activedescendant');
    const item = page.locator(`#${active}`);
    expect(await item.getAttribute('aria-selected')).toBe('true');
    expect(await item.getAttribute('aria-label')).toMatch(/\w/);
    await preview.close();
  });
});

async function violations({ page }: PreviewPage): Promise<readonly string[]> {
  // Evaluated from outside: the page itself lets in no script but its own.
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await Reflect.get(window, 'axe').run(document);
    return violations;
  });
  return (found as readonly Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}
