import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTexts } from './merge.ts';

const labels = ['ours', 'base', 'theirs'] as const;
const base = `// Who does what
team brand "Brand" {
  lead head
  serves emea
  role head "Head"
}
`;

function merged(ours: string, theirs: string, start = base) {
  return mergeTexts({ base: start, ours, theirs }, labels, 7);
}
const edit = (from: string, to: string, text = base) => text.replace(from, to);

describe('merging texts', () => {
  it.each<readonly [title: string, ours: string, theirs: string, text: string]>([
    [
      'lines apart',
      edit('"Brand"', '"The brand"'),
      edit('"Head"', '"Chief"'),
      edit('"Head"', '"Chief"', edit('"Brand"', '"The brand"')),
    ],
    [
      'a role each in the same place',
      edit('"Head"\n', '"Head"\n  role a "A"\n'),
      edit('"Head"\n', '"Head"\n  role b "B"\n'),
      edit('"Head"\n', '"Head"\n  role a "A"\n  role b "B"\n'),
    ],
    [
      'a list that both made longer',
      edit('emea', 'emea, apac'),
      edit('emea', 'emea, americas'),
      edit('emea', 'emea, apac, americas'),
    ],
    [
      'different statements of one line',
      edit('team brand "Brand"', 'team brand "The brand"'),
      edit('"Brand" {', '"Brand" is brand-marketing {'),
      edit('"Brand" {', '"The brand" is brand-marketing {'),
    ],
    [
      'layout on one side, a fact on the other',
      edit('  lead head\n  serves emea\n', '  lead head serves emea\n'),
      edit('emea', 'apac'),
      edit('  lead head\n  serves emea\n', '  lead head serves apac\n'),
    ],
    [
      'a comment each',
      edit('  lead head\n', '  // Ana\n  lead head\n'),
      edit('  lead head\n', '  // Bo\n  lead head\n'),
      edit('  lead head\n', '  // Ana\n  // Bo\n  lead head\n'),
    ],
  ])('%s', (_, ours, theirs, text) => {
    expect(merged(ours, theirs)).toEqual({ text, conflicts: 0 });
  });

  it.each<readonly [title: string, ours: string, theirs: string]>([
    ['two leads', edit('lead head', 'lead ana'), edit('lead head', 'lead bo')],
    ['text that cannot be read', edit('lead head', 'lead head {'), edit('lead head', 'lead bo')],
    ['what one side took away', '// Who does what\n', edit('"Head"', '"Chief"')],
  ])('leaves %s to a person, with git’s own markers', (_, ours, theirs) => {
    const { text, conflicts } = merged(ours, theirs);
    expect(conflicts).toBeGreaterThan(0);
    expect(text).toMatch(/^<{7} ours\n[\s\S]*^={7}\n[\s\S]*^>{7} theirs$/m);
  });

  it('loses no line of either side', () => {
    const line = fc.constantFrom(
      'lead a',
      'serves b',
      'serves b, c',
      'role x',
      'role y { seats 2 }',
      '// Why',
      'note "So"',
      '}',
      'team z',
    );
    const body = fc
      .array(line, { maxLength: 4 })
      .map((lines) => `team t {\n${lines.map((each) => `  ${each}\n`).join('')}}\n`);
    fc.assert(
      fc.property(body, body, body, (start, ours, theirs) => {
        const { text } = merged(ours, theirs, start);
        const words = (source: string): readonly string[] => source.match(/[\p{L}\p{N}]+/gu) ?? [];
        const made = new Set(words(text));
        const fresh = [...words(ours), ...words(theirs)].filter((word) => !words(start).includes(word));
        expect(fresh.filter((word) => !made.has(word))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
