/** Generates what the language package needs from its grammar and its vocabulary, into `src/generated`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const language = path.join(import.meta.dirname, '../packages/language');
const shell = process.platform === 'win32';
// In production Langium's lexer takes its tokens as they are, which halves the time to make it; a test validates them.
// It asks whether to delete what it did not write itself, and without an answer it would end here, having written nothing.
const langium = spawnSync('langium', ['generate', '--mode=production'], {
  cwd: language,
  shell,
  encoding: 'utf8',
  input: 'no\n',
});
if (langium.status !== 0) {
  process.stderr.write(`${langium.stdout}${langium.stderr}`);
  process.exit(1);
}

// Only now is there a parser.
const { parseFragment } = await import('../packages/language/src/parse.ts');
const { storeFragment } = await import('../packages/language/src/stored-fragments.ts');

const folder = path.join(language, 'vocabulary');
const documents = readdirSync(folder)
  .filter((file) => file.endsWith('.mktorg'))
  .sort()
  .map((file) => {
    const uri = `mktorg:/vocabulary/${file}`;
    const text = readFileSync(path.join(folder, file), 'utf8');
    return [uri, { text, stored: storeFragment(parseFragment(text, uri), text) }];
  });
const generated = path.join(language, 'src/generated');
mkdirSync(generated, { recursive: true });
writeFileSync(
  path.join(generated, 'vocabulary.ts'),
  `// Generated from packages/language/vocabulary. Do not edit.
export const vocabulary: { readonly [uri: string]: { readonly text: string; readonly stored: string } } = ${JSON.stringify(Object.fromEntries(documents), null, 2)};
`,
);
