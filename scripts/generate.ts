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

const folder = path.join(language, 'vocabulary');
const texts = readdirSync(folder)
  .filter((file) => file.endsWith('.mktorg'))
  .sort()
  .map((file) => [`mktorg:/vocabulary/${file}`, readFileSync(path.join(folder, file), 'utf8')]);
const generated = path.join(language, 'src/generated');
mkdirSync(generated, { recursive: true });
writeFileSync(
  path.join(generated, 'vocabulary.ts'),
  `// Generated from packages/language/vocabulary. Do not edit.\nexport const vocabularyTexts: { readonly [uri: string]: string } = ${JSON.stringify(Object.fromEntries(texts), null, 2)};\n`,
);
