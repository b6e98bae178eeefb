import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFragment, tokenize } from '@mktorg/language';
import type { Fragment } from '@mktorg/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFacts } from './facts-merge.ts';
import { listingOf } from './listing.ts';

function listed(text: string): readonly string[] {
  return listingOf(parseFragment(text, 'file:///a.mktorg')).map(({ line }) => line);
}

describe('a listing', () => {
  it.each<readonly [text: string, lines: readonly string[]]>([
    ['', []],
    [
      'team brand "Brand" is brand-marketing in emea, apac { lead head  role head "Head" { held by "Ana" } }',
      [
        'role brand.head',
        'role brand.head held by "Ana"',
        'role brand.head title "Head"',
        'team brand',
        'team brand in apac',
        'team brand in emea',
        'team brand is brand-marketing',
        'team brand lead head',
        'team brand title "Brand"',
      ],
    ],
    ['role x { ..> y "mail" }', ['role x', 'x ..> y', 'x ..> y for "mail"']],
    ['x ..> y "mail"', ['x ..> y', 'x ..> y for "mail"']],
    [
      'process p { step a by x  step b by y within 2 days }',
      [
        'process p',
        'step p.a',
        'step p.a by x',
        'step p.b',
        'step p.b after a',
        'step p.b by y',
        'step p.b within 2 days',
      ],
    ],
    [
      'team t { responsible for pricing, swag to produce, deliver with b because "So" }',
      [
        'team t',
        'team t responsible for pricing to deliver with b because "So"',
        'team t responsible for pricing to produce with b because "So"',
        'team t responsible for swag to deliver with b because "So"',
        'team t responsible for swag to produce with b because "So"',
      ],
    ],
    [
      'plan p { phase one { change d { held by +"Nu", -"Yo", +a } } }',
      [
        'phase p.one',
        'phase p.one change d',
        'phase p.one change d held by +"Nu"',
        'phase p.one change d held by +a',
        'phase p.one change d held by -"Yo"',
        'plan p',
      ],
    ],
    [
      'plan p { phase one { move a, b to c because "Why"  change d { owner e used by +f }  add role r to c } }',
      [
        'phase p.one',
        'phase p.one add role r to c',
        'phase p.one change d',
        'phase p.one change d owner e',
        'phase p.one change d used by +f',
        'phase p.one move a to c because "Why"',
        'phase p.one move b to c because "Why"',
        'plan p',
        'role p.one.r (by a phase)',
      ],
    ],
    [
      'plan p { phase one { change d "D" is e in f within 2 days approval { -interim -reports to }  remove a ..> b  move c.s to c after t } }',
      [
        'phase p.one',
        'phase p.one change d',
        'phase p.one change d -interim',
        'phase p.one change d -reports to',
        'phase p.one change d approval yes',
        'phase p.one change d in f',
        'phase p.one change d is e',
        'phase p.one change d title "D"',
        'phase p.one change d within 2 days',
        'phase p.one move c.s to c after t',
        'phase p.one remove a ..> b',
        'plan p',
      ],
    ],
    [
      'rate USD 0.92 EUR\nrules { reporting/span-of-control warning { max 8 } }',
      ['rate USD 0.92 EUR', 'rule reporting/span-of-control warning max 8'],
    ],
  ])('of %s', (text, lines) => expect(listed(text)).toEqual(lines));

  it('does not change with format, comments and order', () => {
    const text = 'team a { lead x  serves b, c  role x }';
    expect(listed('// Here\nteam a {\n  role x\n  serves c\n  serves b\n  lead x }\n')).toEqual(listed(text));
  });
});

describe('whatever a text says', () => {
  const texts = examples();
  const edits = fc.constantFrom(...texts).chain((text) =>
    fc.record({
      text: fc.constant(text),
      token: fc.constantFrom(...tokenize(text).tokens),
      instead: fc.constantFrom('', 'other'),
    }),
  );

  it('shows in the listing', () => {
    let compared = 0;
    fc.assert(
      fc.property(edits, ({ text, token: { startOffset, image }, instead }) => {
        const left = text.slice(0, startOffset) + instead + text.slice(startOffset + image.length);
        const edited = parseFragment(left, 'file:///a.mktorg');
        if (edited.problems.length > 0) return;
        compared++;
        const isSaid = said(edited) !== said(parseFragment(text, 'file:///a.mktorg'));
        expect(listed(left).join('\n') !== listed(text).join('\n')).toBe(isSaid);
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});

/** The texts of the examples. */
function examples(): readonly string[] {
  const folder = path.join(import.meta.dirname, '../../../examples');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.mktorg'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
}

/** All that a fragment says, without places and the order in which it is said. */
function said(fragment: Fragment): string {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain).sort(bySaying);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([key]) => !places.has(key));
    return Object.fromEntries(
      entries.map(([key, inner]) => [key, key === 'property' ? inner.keyword : plain(inner)]),
    );
  };
  return JSON.stringify(plain({ ...fragment, problems: [] }));
}

const places: ReadonlySet<string> = new Set(['at', 'nameAt', 'uri']);

function bySaying(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

describe('merging facts', () => {
  const base = 'team a "A" { lead x  serves b  role x  role y }';
  it.each<readonly [title: string, ours: string, theirs: string, merged: string | undefined]>([
    ['one side changes', base, base.replace('serves b', 'serves c'), base.replace('serves b', 'serves c')],
    ['both the same', base.replace('"A"', '"B"'), base.replace('"A"', '"B"'), base.replace('"A"', '"B"')],
    [
      'different things',
      base.replace('"A"', '"B"'),
      base.replace('lead x', 'lead y'),
      base.replace('"A"', '"B"').replace('lead x', 'lead y'),
    ],
    [
      'a list on both sides',
      base.replace('serves b', 'serves b, c'),
      base.replace('serves b', 'serves b, d'),
      base.replace('serves b', 'serves b, c, d'),
    ],
    [
      'the same thing differently',
      base.replace('lead x', 'lead y'),
      base.replace('lead x', 'lead z'),
      undefined,
    ],
    [
      'what the other took away',
      base.replace('  role y', ''),
      base.replace('role y', 'role y { seats 2 }'),
      undefined,
    ],
    ['inside what the other took away', '', base.replace('role y', 'role y  role z'), undefined],
  ])('%s', (_, ours, theirs, merged) => {
    const [o, a, b] = [base, ours, theirs].map((text) => listingOf(parseFragment(text, 'file:///a.mktorg')));
    expect(mergeFacts(o ?? [], a ?? [], b ?? [])).toEqual(merged === undefined ? undefined : listed(merged));
  });
});
