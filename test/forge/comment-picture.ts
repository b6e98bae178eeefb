/**
 * Takes the picture of docs/ci.md: the comment on the reorganization of the hotel group, as a forge would show it.
 * Markdown and Mermaid are those of the tests. Run it with `npx node test/forge/comment-picture.ts`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { marked } from 'marked';
import { launchBrowser } from '../browser.ts';
import { reorganizationOf } from './reorganization.ts';

const root = path.join(import.meta.dirname, '../..');
const picture = path.join(root, 'docs/images/review-comment.png');

const style = `
body { margin: 0; padding: 18px; width: 1034px; background: #fff; color: #1f2328; font: 15px/1.55 'Noto Sans', sans-serif }
.comment { border: 1px solid #d1d9e0; border-radius: 6px }
.head { padding: 9px 18px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; color: #59636e }
.head b { color: #1f2328 }
.bot { border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 7px; font-size: 12px }
.body { padding: 18px }
h2 { margin: 0 0 16px; padding-bottom: 8px; border-bottom: 1px solid #d1d9e0 }
h3 { margin: 24px 0 14px }
p, table, details, .chart { margin: 0 0 16px }
table { display: block; width: max-content; max-width: 100%; border-collapse: collapse }
td, th { padding: 7px 14px; border: 1px solid #d1d9e0 }
tr:nth-child(2n) td { background: #f6f8fa }
.chart { padding: 16px; background: #f6f8fa; border-radius: 6px; text-align: center }`;

function comment(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mktorg-comment-'));
  try {
    const pull = reorganizationOf(folder);
    const program = path.join(root, 'packages/cli/src/bin.ts');
    const call = ['diff', 'main', pull.branch, 'organization', '--format', 'markdown'];
    return execFileSync(process.execPath, [program, ...call], { cwd: pull.folder, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const body = (await marked.parse(comment(), { gfm: true })).replace(
  /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
  '<div class="chart"><div class="mermaid">$1</div></div>',
);
const head = '<div class="head"><b>github-actions</b> <span class="bot">bot</span> commented just now</div>';
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1070, height: 900 } });
await page.setContent(
  `<!DOCTYPE html><meta charset="utf-8"><style>${style}</style><div class="comment">${head}<div class="body">${body}</div></div>`,
);
const mermaid = createRequire(import.meta.url).resolve('@mermaid-js/tiny');
await page.addScriptTag({ content: readFileSync(mermaid, 'utf8') });
await page.evaluate('mermaid.initialize({ startOnLoad: false }); mermaid.run()');
await page.locator('.mermaid svg').first().waitFor();
await page.screenshot({ path: picture, fullPage: true });
await browser.close();
