import { formatDocument } from '@mktorg/language';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits, useClient } from '../testing/marked.ts';
import { lineEdits } from './formatting.ts';

const open = useClient();
const options = { tabSize: 2, insertSpaces: true };

async function formatted(method: string, source: string, more: object = {}): Promise<string> {
  const { client, uri, textOf } = await open(source);
  const edits: TextEdit[] = await client.connection.sendRequest(method, {
    textDocument: { uri },
    options,
    ...more,
  });
  return applyEdits(textOf(uri), edits);
}

const messy = 'team a   {\nlead b\n      role b "B"\n}\n\n\n\nteam c {\nlead d\n role d\n}\n';

test('document: the canonical layout', async () => {
  const text = await formatted('textDocument/formatting', messy);
  expect(text).toBe(formatDocument(messy));
  expect(text).not.toBe(messy);
});

test('document: text that does not parse stays as it is', async () => {
  expect(await formatted('textDocument/formatting', 'team   a { lead')).toBe('team   a { lead');
});

test('range: only its lines', async () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 1 } };
  const text = await formatted('textDocument/rangeFormatting', messy, { range });
  expect(text).toBe('team a {\n  lead b\n  role b "B"\n}\n\n\n\nteam c {\nlead d\n role d\n}\n');
});

test('on type: the element that a brace closes', async () => {
  const { position } = await open(messy.replace(/\}\n$/, '}<|>\n'));
  const text = await formatted('textDocument/onTypeFormatting', messy, { position, ch: '}' });
  expect(text).toBe('team a   {\nlead b\n      role b "B"\n}\n\n\n\nteam c {\n  lead d\n  role d\n}\n');
});

test('on type: the line that was finished, and not the one with the cursor', async () => {
  const source = 'team a {\nlead b\n\nrole b\n}\n';
  const text = await formatted('textDocument/onTypeFormatting', source, {
    position: { line: 2, character: 0 },
    ch: '\n',
  });
  expect(text).toBe('team a {\n  lead b\n\nrole b\n}\n');
});

test('edits of lines lead from one text to the other, and each holds its own', () => {
  const word = fc.constantFrom('a', '{', '}', 'b "c d"', '// e');
  const space = fc.constantFrom(' ', '\n', '\n\n', '  ', '\n  ', '');
  const piece = fc.tuple(word, space, space);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(20), (pieces, left) => {
      const before = pieces.map(([text, space]) => text + space).join('');
      const after = pieces.map(([text, , space]) => text + space).join('');
      const document = TextDocument.create('test:', 'mktorg', 0, before);
      const edits = lineEdits(document, before, after);
      expect(applyEdits(before, edits)).toBe(after);
      const some = edits.filter((_, index) => index !== left % Math.max(1, edits.length));
      expect(applyEdits(before, some).replace(/\s+/g, '')).toBe(before.replace(/\s+/g, ''));
    }),
  );
});
