import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFragment } from '@mktorg/language';
import { describe, expect, it } from 'vitest';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

const file = path.join(import.meta.dirname, '../../snippets/mktorg.json');
const snippets: { readonly [name: string]: Snippet } = JSON.parse(readFileSync(file, 'utf8'));
/** What goes around a snippet that is no element of its own. */
const around: { readonly [prefix: string]: (body: string) => string } = {
  ruling: (body) => `team t "T" {\n${body}\n}`,
  approval: (body) => `process p "P" {\n${body}\n}`,
};

describe('snippets', () => {
  it.each(Object.entries(snippets))('%s can be read as it is inserted', (_name, { prefix, body }) => {
    const inserted = body.join('\n').replace(/\$\{\d:([^}]*)\}/g, '$1');
    const text = around[prefix]?.(inserted) ?? inserted;
    expect(parseFragment(text, 'file:///a.mktorg').problems).toEqual([]);
  });
});
