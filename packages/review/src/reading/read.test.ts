import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything } from '../../../model/src/testing/everything.ts';
import { pairOfTexts } from '../../../model/src/testing/random-organization.ts';
import schema from '../../schema/review.schema.json' with { type: 'json' };
import type { ReviewDocument } from '../document.ts';
import { bytesOf } from '../escape.ts';
import { reviewMarkdown } from '../markdown.ts';
import { documentOf, reviewOfTexts } from '../testing/review.ts';
import { troubleIn } from './conforms.ts';
import { readReview } from './read.ts';

/** The schema as a reader takes it, who passes over what it does not know. */
const lenient: object = JSON.parse(JSON.stringify(schema), (key, value) =>
  key === 'additionalProperties' && value === false ? undefined : value,
);
const conforms = new Ajv2020({ strict: true, strictTypes: false }).compile(lenient);

const example = documentOf(reviewOfTexts('team a { role x }', everything), { requireReason: true });

function read(document: unknown): ReturnType<typeof readReview> {
  return readReview(JSON.stringify(document));
}

/** Every place in a value, as keys from the outside in. */
function placesIn(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...way, key]))];
}

function withValueAt(document: unknown, way: readonly string[], value: unknown): unknown {
  const [key, ...rest] = way;
  if (key === undefined) return value;
  const copy: object = Array.isArray(document) ? [...document] : { ...Object(document) };
  if (value === undefined && rest.length === 0) Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, key, withValueAt(Reflect.get(copy, key), rest, value));
  return copy;
}

describe('a review that was written down', () => {
  it('reads as what it is', () => {
    fc.assert(
      fc.property(pairOfTexts(), ({ before, after }) => {
        const document = documentOf(reviewOfTexts(before, after));
        expect(read(document)).toEqual({ review: JSON.parse(JSON.stringify(document)) });
      }),
      { numRuns: 30 },
    );
  });

  it('is refused wherever the schema refuses it, and only there', () => {
    const places = placesIn(example);
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.oneof(fc.constant(undefined), fc.jsonValue(), fc.constantFrom('', 'n1', 'n1\n```', -1, 0.5)),
        (way, value) => {
          const changed: unknown = JSON.parse(JSON.stringify(withValueAt(example, way, value)) ?? 'null');
          expect('review' in read(changed)).toBe(conforms(changed));
        },
      ),
      { numRuns: 1500 },
    );
  });

  const not: readonly (readonly [what: string, text: string, trouble: string])[] = [
    ['a broken text', '{', 'It is no JSON'],
    ['another document', '{"format":"mktorg/model"}', 'It has no version'],
    ['a later version', JSON.stringify({ ...example, version: 2 }), '/version is not 1'],
    ['a list', '[]', 'It is no object'],
    ['what is too long', ' '.repeat(64_000_001), 'It is too long for a review'],
  ];
  it.each(not)('is not %s', (_, text, trouble) => {
    expect(readReview(text)).toEqual({ trouble });
  });

  it('is not nested without end', () => {
    const [organization] = example.organizations;
    if (organization?.status !== 'compared') throw new Error('It is there on both sides.');
    let change = organization.changes[0];
    for (let depth = 0; depth < 2000 && change; depth += 1) change = { ...change, inside: [change] };
    const deep = { ...example, organizations: [{ ...organization, changes: [change] }] };
    expect(read(deep)).toEqual({ trouble: expect.stringMatching(/nested too deeply$/) });
  });

  it('passes over what a later version adds', () => {
    expect(read({ ...example, mood: 'good' })).toHaveProperty('review');
  });

  it('breaks nothing by what it says, and stays text', () => {
    const texts = [
      '<img src=x onerror=alert(1)>',
      '\n```\n# No',
      '@everyone',
      '--> </details>',
      '|',
      '\u202E',
    ];
    fc.assert(
      fc.property(fc.infiniteStream(fc.constantFrom(...texts)), (stream) => {
        const next = (): string => stream.next().value;
        const hostile: unknown = JSON.parse(JSON.stringify(example), (key, value) =>
          typeof value === 'string' && !fixed.has(key) ? next() : value,
        );
        const result = read(hostile);
        if ('trouble' in result) throw new Error(result.trouble);
        const text = reviewMarkdown(result.review);
        expect(bytesOf(text)).toBeLessThanOrEqual(60_000);
        expect(text).not.toMatch(/<img|@everyone|^# No|\u202E/m);
        expect(text.match(/<\/details>/g)?.length ?? 0).toBe(text.match(/<details>/g)?.length ?? 0);
        expect((text.match(/^```/gm)?.length ?? 0) % 2).toBe(0);
      }),
      { numRuns: 20 },
    );
  });
});

/** Properties that the schema allows no free text for. */
const fixed: ReadonlySet<string> = new Set([
  ...[
    'format',
    'version',
    'today',
    'redacted',
    'status',
    'tier',
    'change',
    'side',
    'severity',
    'guard',
    'type',
  ],
  ...['id', 'before', 'element', 'inferred', 'key', 'from', 'to', 'name'],
]);

it('understands every word of the schema', () => {
  const document: ReviewDocument = example;
  expect(troubleIn(document, schema, schema)).toBeUndefined();
  expect(() => troubleIn('x', { maxLength: 3 }, {})).toThrow('maxLength');
});
