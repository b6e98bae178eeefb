import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../../../..');

/** Every text of the language that the project ships: the examples and the standard vocabulary. */
export function shippedTexts(): readonly { readonly file: string; readonly text: string }[] {
  return globSync(['examples/**/*.mktorg', 'packages/language/vocabulary/*.mktorg'], { cwd: root })
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}
