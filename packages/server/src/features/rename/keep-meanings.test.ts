import { type Element, mentionsIn, type OrgModel } from '@mktorg/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { exampleTexts, projectWith } from '../../testing/project.ts';
import { rangeOf } from '../../text/place.ts';
import { Refusal, rename } from './rename.ts';

const texts = exampleTexts();
const models = projectWith(texts).organizations.models();
const own = models.flatMap((model) =>
  [...model.elements.values(), ...model.added.values()].filter(
    (element) =>
      element.name !== '' && element.kind !== 'dotted-line' && model.documents.includes(element.at.uri),
  ),
);
const names = [...new Set(own.map(({ name }) => name)), 'brand-new', 'content', 'lead'];

/** What every mention means, in the order of documents and text. */
function meanings(model: OrgModel): string[] {
  return model.documents.flatMap((uri) =>
    mentionsIn(model, uri).map(({ from, field, to }) => `${from} ${field} ${to}`),
  );
}

test('a rename is refused, or changes nothing but the name', () => {
  const element: fc.Arbitrary<Element> = fc.constantFrom(...own);
  let done = 0;
  fc.assert(
    fc.property(element, fc.constantFrom(...names), ({ id, name, path, nameAt }, newName) => {
      const project = projectWith(texts);
      let edit: ReturnType<typeof rename>;
      try {
        edit = rename(project, nameAt.uri, rangeOf(nameAt).start, newName);
      } catch (error) {
        if (error instanceof Refusal) return;
        throw error;
      }
      done++;
      const before = project.organizations.modelOf(nameAt.uri);
      const after = new Map(texts);
      for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
        after.set(
          uri,
          TextDocument.applyEdits(TextDocument.create(uri, 'mktorg', 1, texts.get(uri) ?? ''), edits),
        );
      }
      const model = projectWith(after).organizations.modelOf(nameAt.uri);
      if (!before || !model) throw new Error('the organization is gone');
      // Read backwards: the new path stands for the old one wherever it occurs as a whole.
      const newPath = `${path.slice(0, path.length - name.length)}${newName}`;
      expect(model.problems.length).toBe(before.problems.length);
      expect(model.elements.size).toBe(before.elements.size);
      expect(model.elements.get(id) === undefined || newName === name || newPath === path).toBe(true);
      const whole = new RegExp(`(?<=[\\s:>])${newPath.replaceAll('.', '\\.')}(?=$|[\\s.#])`, 'g');
      const renamed = (said: string): string => said.replace(whole, path);
      expect(meanings(model).map(renamed)).toEqual(meanings(before).map(renamed));
    }),
    { numRuns: 60 },
  );
  expect(done).toBeGreaterThan(20);
}, 120_000);
