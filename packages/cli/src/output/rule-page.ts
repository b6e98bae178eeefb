import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const known = new Map<string, string | undefined>();

/** The address of a rule's page in the documentation that lies beside the program; undefined where there is none. */
export function rulePage(rule: string): string | undefined {
  if (known.has(rule)) return known.get(rule);
  const page = [...foldersAbove(import.meta.dirname)]
    .map((folder) => path.join(folder, 'docs/rules', `${rule}.md`))
    .find((file) => existsSync(file));
  const url = page === undefined ? undefined : pathToFileURL(page).href;
  known.set(rule, url);
  return url;
}

/** The program runs from its bundle and from its source, at different depths of the project. */
function* foldersAbove(folder: string): Generator<string> {
  let current = folder;
  for (let level = 0; level < 4; level += 1) {
    current = path.dirname(current);
    yield current;
  }
}
