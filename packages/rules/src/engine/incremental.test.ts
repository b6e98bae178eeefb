import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseFragment, standardVocabulary } from '@mktorg/language';
import { createWorkspace } from '@mktorg/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../catalogue.ts';
import { exampleDay, unmarked } from '../example.ts';
import { check, createChecker } from './checker.ts';

const examples = resolve(import.meta.dirname, '../../../../examples');
const today = exampleDay;
const root = 'file:///o';

/** A run of edits from a start: a new text, or none, for a document. */
class Session {
  readonly #workspace = createWorkspace(standardVocabulary());
  readonly #checker = createChecker();
  readonly texts = new Map<string, string>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.edit(texts);
  }

  edit(changes: ReadonlyMap<string, string | undefined>): void {
    for (const [uri, text] of changes) {
      if (text === undefined) this.texts.delete(uri);
      else this.texts.set(uri, text);
    }
    const fragments = [...changes].map(
      ([uri, text]) => [uri, text === undefined ? undefined : parseFragment(text, uri)] as const,
    );
    this.#workspace.update(new Map(fragments));
    const model = this.#workspace.modelOf(`${root}/organization.mktorg`);
    if (!model) return;
    expect(this.#checker.check(model, { today })).toEqual(check(model, { today }));
  }
}

const small = new Map([
  [`${root}/organization.mktorg`, 'organization o "O" { motion self-serve }\nregion emea "EMEA"\n'],
]);
for (const name of ['a', 'b', 'c', 'd']) small.set(`${root}/${name}.mktorg`, '');
const pieces = rules.flatMap((rule) => [
  ...rule.clean,
  ...rule.findings.map(({ source }) => unmarked(source)),
]);

describe('incremental equals clean', () => {
  it('when documents become other examples', () => {
    const edit = fc.record({
      uri: fc.constantFrom(...small.keys()),
      text: fc.option(fc.constantFrom(...pieces), { nil: undefined }),
      blank: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 3, maxLength: 12 }), (edits) => {
        const session = new Session(small);
        for (const { uri, text, blank } of edits) {
          session.edit(new Map([[uri, text === undefined ? undefined : '\n'.repeat(blank) + text]]));
        }
      }),
      { numRuns: 60 },
    );
  });

  for (const name of ['accidental-operations', 'hotel-group', 'software-company', 'three-scripts']) {
    it(`when lines of ${name} change`, () => {
      const texts = textsOf(name);
      const uris = [...texts.keys()];
      const edit = fc.record({
        uri: fc.constantFrom(...uris),
        line: fc.nat(),
        other: fc.nat(),
        kind: fc.nat(5),
      });
      fc.assert(
        fc.property(fc.array(edit, { minLength: 4, maxLength: 16 }), (edits) => {
          const session = new Session(texts);
          for (const { uri, line, other, kind } of edits) {
            const now = session.texts.get(uri) ?? '';
            session.edit(new Map([[uri, kind === 0 ? texts.get(uri) : changed(now, line, other, kind)]]));
          }
        }),
        { numRuns: 12 },
      );
    });
  }
});

function textsOf(name: string): ReadonlyMap<string, string> {
  const folder = join(examples, name);
  return new Map(
    globSync('**/*.mktorg', { cwd: folder })
      .sort()
      .map((path) => [`${root}/${path.replaceAll('\\', '/')}`, readFileSync(join(folder, path), 'utf8')]),
  );
}

/** The text with one line less, one more, another in its place, or with other words in it. */
function changed(text: string, at: number, from: number, kind: number): string {
  const lines = text.split('\n');
  const index = at % lines.length;
  const [line = '', other = ''] = [lines[index], lines[from % lines.length]];
  switch (kind) {
    case 1:
      lines.splice(index, 1);
      break;
    case 2:
      lines.splice(index, 0, '');
      break;
    case 3:
      lines[index] = line.replace(/"([^"]*)"/, '"$1 anew"').replace(/\b[1-9]\b/, '42');
      break;
    case 4: {
      // A word of one line in the place of one of another: references, owners and leads go elsewhere.
      const words = other.match(/[\p{L}][\p{L}\p{N}-]+/gu) ?? [];
      lines[index] = line.replace(/[\p{L}\p{N}-]+(?=\s*$)/u, words.at(-1) ?? 'x');
      break;
    }
    default:
      lines.splice(index, 0, other);
  }
  return lines.join('\n');
}
