import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything } from '../../model/src/testing/everything.ts';
import { pairOfTexts } from '../../model/src/testing/random-organization.ts';
import type { ReviewDocument } from './document.ts';
import { documentOf, reviewOfTexts } from './testing/review.ts';

const schema: object = JSON.parse(
  readFileSync(new URL('../schema/review.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

function errorsOf(document: ReviewDocument): readonly string[] {
  validate(JSON.parse(JSON.stringify(document)));
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

describe('a review is what the JSON Schema says', () => {
  it('whatever changes', () => {
    fc.assert(
      fc.property(pairOfTexts(), ({ before, after }) => {
        expect(errorsOf(documentOf(reviewOfTexts(before, after)))).toEqual([]);
        expect(errorsOf(documentOf(reviewOfTexts(before, after, { redact: 'people' })))).toEqual([]);
      }),
    );
  });

  it('where all comes and all goes', () => {
    expect(errorsOf(documentOf(reviewOfTexts('team a', everything)))).toEqual([]);
    expect(
      errorsOf(documentOf(reviewOfTexts(everything, 'team a'), { requireReason: true, maxRemoved: 0 })),
    ).toEqual([]);
  });

  it('where every field of everything is said otherwise', () => {
    const bare = everything.replace(
      /^\s+(?:note|link|tag|budget|cost|owner|measures?|seats|fte|skills|level) .*$/gm,
      '',
    );
    const document = documentOf(reviewOfTexts(bare, everything));
    expect(errorsOf(document)).toEqual([]);
    const [organization] = document.organizations;
    if (organization?.status !== 'compared') throw new Error('It is there on both sides.');
    expect(organization.changes.length).toBeGreaterThan(5);
  });

  it.each([
    ['platform p "P" { allow platform/owner because "Later" }'],
    ['platform p "P"\nrules { platform/owner off }'],
    ['platform p "P"\nrules { platform/owner info because "Later" }'],
  ])('where findings are accepted: %s', (after) => {
    const document = documentOf(reviewOfTexts('platform p "P"', after));
    expect(errorsOf(document)).toEqual([]);
    const [organization] = document.organizations;
    expect(organization?.status === 'compared' && organization.findings.accepted?.length).toBe(1);
  });

  it('where text is broken and an organization came', () => {
    const document = documentOf(reviewOfTexts('team a {', 'team a { role x }'));
    expect(errorsOf(document)).toEqual([]);
    const lone = { status: 'came', name: 'New', root: 'new', seats: 3, teams: 1 } as const;
    expect(errorsOf({ ...document, organizations: [...document.organizations, lone] })).toEqual([]);
  });
});

it('says of every change where it is, in words and in values', () => {
  const document = documentOf(
    reviewOfTexts('team a { role x "X" }\nteam b', 'team a\nteam b { role x "Y" { seats 2 } }'),
  );
  const [organization] = document.organizations;
  expect(organization?.status === 'compared' && organization.changes).toMatchInlineSnapshot(`
    [
      {
        "at": {
          "column": 15,
          "file": "a.mktorg",
          "line": 2,
          "side": "after",
        },
        "before": "role:a.x",
        "change": "moved",
        "id": "role:b.x",
        "kind": "role",
        "name": "Y",
        "parts": [
          {
            "field": "parent",
            "label": "in",
            "minus": [
              "a",
            ],
            "plus": [
              "b",
            ],
            "values": {
              "minus": [
                "team:a",
              ],
              "plus": [
                "team:b",
              ],
            },
          },
          {
            "field": "title",
            "label": "title",
            "minus": [
              "X",
            ],
            "plus": [
              "Y",
            ],
            "values": {
              "minus": [
                "X",
              ],
              "plus": [
                "Y",
              ],
            },
          },
          {
            "field": "seats",
            "label": "seats",
            "minus": [],
            "plus": [
              "2",
            ],
            "values": {
              "minus": [],
              "plus": [
                2,
              ],
            },
          },
        ],
        "tier": "structural",
        "where": "b",
      },
    ]
  `);
});
