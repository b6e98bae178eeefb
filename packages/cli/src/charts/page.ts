import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../failure.ts';

/** The preview: the program that draws a chart in a browser, and how it looks. */
export interface PreviewApp {
  readonly script: string;
  readonly style: string;
}

/**
 * Reads the preview that was built beside this program, or in `dist` where this runs from the sources.
 * @throws {Failure} where it was not built
 */
export function previewApp(): PreviewApp {
  const folder = ['..', '../../../../dist']
    .map((each) => path.join(import.meta.dirname, each))
    .find((each) => existsSync(path.join(each, 'preview.js')));
  if (folder === undefined) {
    throw new Failure(
      'This build of mktorg has no preview: there is no preview.js beside it.',
      'To build it: npm run build',
    );
  }
  const read = (name: string): string => {
    const file = path.join(folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  return { script: read('preview.js'), style: read('preview.css') };
}

/** A page that needs nothing else, from anywhere: the preview and the charts that it shows are in it. */
export function chartFile(charts: readonly unknown[], title: string, app: PreviewApp): string {
  // An element of HTML ends where its end tag stands, whatever the language inside.
  const script = app.script.replace(/<(?=\/script|!--)/gi, '\\x3C');
  const style = app.style.replace(/<(?=\/style)/gi, '\\3C ');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en" data-host="file">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main id="app"></main>
<script type="application/json" id="charts">${inScript(charts)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON that can stand in an element of HTML: nothing in it ends the element, or starts another. */
function inScript(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003C')
    .replaceAll('>', '\\u003E')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
