/** What is in the package: only what runs, and no more of it than needs be. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const EXPECTED = [
  '.vsixmanifest',
  'LICENSE.txt',
  'changelog.md',
  'dist/extension-browser.cjs',
  'dist/extension.js',
  'dist/licenses.txt',
  'dist/preview.css',
  'dist/preview.js',
  'dist/server-browser.js',
  'dist/server.js',
  'language-configuration.json',
  'media/file-dark.svg',
  'media/file-light.svg',
  'media/icon.png',
  'media/walkthrough/check.md',
  'media/walkthrough/import.md',
  'media/walkthrough/new.md',
  'media/walkthrough/preview.md',
  'package.json',
  'readme.md',
  'snippets/mktorg.json',
  'syntaxes/mktorg.tmLanguage.json',
];

/** Server, client and preview, in bytes after gzip: what a machine runs, either from Node or in a browser. */
const PROGRAMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['with Node', ['dist/server.js', 'dist/extension.js', 'dist/preview.js', 'dist/preview.css']],
  [
    'in a browser',
    ['dist/server-browser.js', 'dist/extension-browser.cjs', 'dist/preview.js', 'dist/preview.css'],
  ],
]);
const LIMIT = 1_000_000;

/** Files that should not be there, or should be and are not, and programs that are too large; in words. */
export function wrongIn(folder: string): ReadonlySet<string> {
  const there = filesIn(folder);
  const wrong = new Set<string>();
  for (const file of there) if (!EXPECTED.includes(file)) wrong.add(`there is a ${file}`);
  for (const file of EXPECTED) if (!there.includes(file)) wrong.add(`there is no ${file}`);
  for (const [where, files] of PROGRAMS) {
    const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0);
    console.log(`  server, client and preview ${where}: ${Math.round(size / 1000)} kB after gzip`);
    if (size > LIMIT) wrong.add(`what runs ${where} takes ${size} bytes after gzip`);
  }
  return wrong;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.relative(folder, path.join(each.parentPath, each.name)).replaceAll('\\', '/'))
    .sort();
}
