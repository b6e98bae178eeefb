import { describe, expect, it } from 'vitest';
import { addStatement, type Edit, insertAfter, removeAt, replaceAt } from './fix.ts';
import { textEditsOf } from './fix-text.ts';
import { applied } from './testing/describe-rule.ts';
import { exampleUri, marked, organizationOf } from './testing/organization.ts';

function fixed(text: string, ...edits: readonly Edit[]): string {
  return applied(text, { title: '', safe: false, edits });
}

describe('one more statement', () => {
  it.each([
    ['without a body', 'team a "A"\n', 'team a "A" {\n  owner x\n}\n'],
    ['with an empty body', 'team a {}\n', 'team a { owner x }\n'],
    ['in one line', 'team a { note "x" }\n', 'team a { owner x  note "x" }\n'],
    ['in several lines', 'team a {\n  note "x"\n}\n', 'team a {\n  owner x\n  note "x"\n}\n'],
    ['before a comment', 'team a { // why\n}\n', 'team a {\n  owner x // why\n}\n'],
    [
      'past braces in titles and comments',
      'team a "{" /* { */ {\n}\n',
      'team a "{" /* { */ {\n  owner x\n}\n',
    ],
    ['after other elements in the line', 'team b team a "A"\n', 'team b team a "A" {\n  owner x\n}\n'],
    ['inside another', 'team b {\n\tteam a "A"\n}\n', 'team b {\n\tteam a "A" {\n\t  owner x\n\t}\n}\n'],
  ])('%s', (_, before, after) => {
    const id = before.startsWith('team b {') ? 'team:b.a' : 'team:a';
    expect(fixed(before, addStatement(id, 'owner x'))).toBe(after);
  });
});

describe('another title', () => {
  it.each([
    ['in place of the old one', 'team a "A \\" {" { }\n', 'team a "B" { }\n'],
    ['where there is none', 'team a { note "x" }\n', 'team a "B" { note "x" }\n'],
  ])('%s', (_, before, after) => {
    expect(fixed(before, { kind: 'set-title', element: 'team:a', title: 'B' })).toBe(after);
  });
});

describe('what goes', () => {
  it.each([
    ['takes its line along', 'team a {\n  ⟦note "x"⟧\n  note "y"\n}\n', 'team a {\n  note "y"\n}\n'],
    ['leaves what else is on the line', 'team a { ⟦note "x"⟧  note "y" }\n', 'team a {  note "y" }\n'],
    ['leaves what opens the line', 'team a {\n  note "y"  ⟦note "x"⟧\n}\n', 'team a {\n  note "y"\n}\n'],
    ['leaves what ends the line', 'team a {\n  ⟦note "x"⟧  note "y"\n}\n', 'team a {\n  note "y"\n}\n'],
    ['leaves a comment', 'team a {\n  ⟦note "x"⟧ // y\n}\n', 'team a {\n  // y\n}\n'],
    ['may be all there is', '⟦team a⟧', ''],
    ['keeps the breaks of the file', 'team a {\r\n  ⟦note "x"⟧\r\n}\r\n', 'team a {\r\n}\r\n'],
  ])('%s', (_, source, after) => {
    const { text, places } = marked(source);
    const [at] = places;
    expect(at && fixed(text, removeAt(at))).toBe(after);
  });
});

describe('other text', () => {
  const { text, places } = marked('team a ⟦"A"⟧\n');
  const at = places[0] ?? { uri: exampleUri, line: 0, column: 0, endLine: 0, endColumn: 0 };

  it('stands in the place of the old or behind it', () => {
    expect(fixed(text, replaceAt(at, '"B"'))).toBe('team a "B"\n');
    expect(fixed(text, insertAfter(at, ' in emea'))).toBe('team a "A" in emea\n');
  });

  it('says which part of it is to be chosen', () => {
    const edits = (edit: Edit) =>
      textEditsOf(organizationOf(text), { title: '', safe: false, edits: [edit] }, () => text);
    expect(edits(insertAfter(at, ' in region', 'region'))?.[0]?.choose).toEqual([4, 10]);
    expect(edits(addStatement('team:a', 'lead lead', 'lead'))?.[0]).toMatchObject({
      text: ' {\n  lead lead\n}',
      choose: [10, 14],
    });
  });

  it('is not known of what is not there', () => {
    const edits = (edit: Edit, has: boolean) =>
      textEditsOf(organizationOf(text), { title: '', safe: false, edits: [edit] }, () =>
        has ? text : undefined,
      );
    expect(edits(addStatement('team:b', 'owner x'), true)).toBeUndefined();
    expect(edits(addStatement('team:a', 'owner x'), false)).toBeUndefined();
  });
});
