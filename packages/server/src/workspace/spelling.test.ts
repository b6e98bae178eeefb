import { expect, test } from 'vitest';
import { createSpelling, uniformOf } from './spelling.ts';

test.each([
  ['file:///a/R&D%20(1)/x.mktorg', 'file:///a/R%26D%20%281%29/x.mktorg'],
  ['file:///C:/a.mktorg', 'file:///c%3A/a.mktorg'],
  ['file:///a/%e6%9d%b1.mktorg', 'file:///a/%E6%9D%B1.mktorg'],
  ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ['mktorg:/vocabulary/roles.mktorg', 'mktorg:/vocabulary/roles.mktorg'],
  ['vscode-vfs://github/a/b.mktorg', 'vscode-vfs://github/a/b.mktorg'],
  ['no uri at all', 'no uri at all'],
  ['', ''],
])('%s is written %s', (uri, uniform) => {
  expect(uniformOf(uri)).toBe(uniform);
  expect(uniformOf(uniform)).toBe(uniform);
});

test('in and out again', () => {
  const spelling = createSpelling();
  const uri = 'file:///a/R&D/x.mktorg';
  const inside = spelling.inwardAll({ textDocument: { uri }, text: uri, root: uri });
  expect(inside).toEqual({
    textDocument: { uri: 'file:///a/R%26D/x.mktorg' },
    text: uri,
    root: 'file:///a/R%26D/x.mktorg',
  });
  const answer = {
    changes: { [inside.textDocument.uri]: [{ newText: 'a' }] },
    list: [inside.textDocument.uri, null, 3],
  };
  expect(spelling.outward(answer)).toEqual({ changes: { [uri]: [{ newText: 'a' }] }, list: [uri, null, 3] });
});
