import { toSvg } from '@mktorg/chart';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything } from '../../model/src/testing/everything.ts';
import { pairOfTexts } from '../../model/src/testing/random-organization.ts';
import { drawReview } from './drawn.ts';
import type { Entry } from './entry.ts';
import { refusalsOf } from './guards.ts';
import { reviewMarkdown } from './markdown.ts';
import { neighborhoodMermaid } from './mermaid.ts';
import type { Review } from './review.ts';
import { documentOf, reviewOfTexts } from './testing/review.ts';

type Texts = { readonly [file: string]: string };

/** Everybody has a name that nothing else contains. */
const secret = /xq[a-z]/i;

/** What one side says of people, in a file of its own. */
const peopleText = fc
  .record({
    id: fc.constantFrom('xqana', 'xqanna'),
    title: fc.constantFrom(' "Xqana Zhou"', ' "Xqana Li"', ''),
    facts: fc.subarray(['note "Xqsecret"', 'note "Xqother"', 'location "Xqtown"', 'fte 0.5', 'id "Xq7"']),
    held: fc.constantFrom('declared', '"Xqbo"', '"Xqcy", "Xqbo"', ''),
    second: fc.constantFrom('declared', '"Xqana Zhou"', ''),
    told: fc.constantFrom('told zeta "Xqlunch"', 'told zeta "Xqdinner"', ''),
    line: fc.boolean(),
    stance: fc.constantFrom('resistant', 'supportive', ''),
  })
  .map(({ id, title, facts, held, second, told, line, stance }) => {
    const by = (who: string): string => (who === '' ? '' : `held by ${who === 'declared' ? id : who}`);
    const stances = stance === '' ? '' : `stakeholder zs "All" { stance ${stance} }`;
    return `person ${id}${title} { ${facts.join('  ')} }
role zeta "Zeta" { ${by(held)}  note "Xqtold" }
role eta "Eta" { seats 2  ${by(second)} ${line ? `..> ${id} "advice"` : ''} }
committee zc "Zed" { chair ${id}  members ${id} at 20%, zeta }
plan zp "Plan" { ${stances} phase one "One" { ${told} add role z9 { held by ${id} } } }
`;
  });

const pairs = fc
  .tuple(pairOfTexts(), peopleText, peopleText)
  .map(([{ before, after }, was, is]): readonly [Texts, Texts] => [
    { ...named(before), 'people.mktorg': was },
    { ...named(after), 'people.mktorg': is },
  ]);

function named(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [file, text.replaceAll(/"(Ana|Bo|Chen)"/g, '"Xq$1"')]),
  );
}

describe('without people', () => {
  it('a review is the same review', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const whole = reviewOfTexts(before, after);
        const redacted = reviewOfTexts(before, after, { redact: 'people' });
        expect(shapeOf(redacted)).toEqual(shapeOf(whole));
      }),
      { numRuns: 60 },
    );
  });

  it('nobody is named in anything that leaves', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const redacted = reviewOfTexts(before, after, { redact: 'people' });
        for (const text of outputsOf(redacted)) expect(text).not.toMatch(secret);
      }),
      { numRuns: 40 },
    );
  });

  it('of all that can be said of people', () => {
    const redacted = reviewOfTexts('team zzz', everything, { redact: 'people' });
    for (const text of outputsOf(redacted))
      expect(text).not.toMatch(/Sari|Wijaya|Chen Wei|Jakarta|resistant/i);
  });

  it('who takes whose seat is told by numbers', () => {
    const text = (holder: string): string =>
      `team a "A" { lead x  role x "X" { held by "${holder}" } role y "Y" { held by "Bo" } }`;
    const { effects, entries } = reviewOfTexts(text('Ana'), text('Cy'), { redact: 'people' });
    expect(
      entries.map(({ tier, parts }) => [tier, parts.map(({ minus, plus }) => [...minus, ...plus])]),
    ).toEqual([['structural', [['Person 2', 'Person 1']]]]);
    expect([effects.joined, effects.left].map(([each]) => each?.name)).toEqual(['Person 1', 'Person 2']);
  });
});

function shapeOf(review: Review): unknown {
  const { effects, findings } = review;
  const { totals, teams, spans, vacancies, joined, left, reseated, platforms, processes } = effects;
  return {
    entries: review.entries.map(entryShape),
    refused: refusalsOf(review, { requireReason: true, maxRemoved: 0.1 }).map(({ guard, entries }) => [
      guard,
      entries.length,
    ]),
    findings: [findings.new, findings.fixed, findings.carried].map((list) =>
      list.map(({ rule }) => rule).sort(),
    ),
    effects: { totals, teams, spans, vacancies, platforms, processes },
    people: [joined, left, reseated].map((list) => list.map(({ seats }) => seats)),
  };
}

function entryShape({ tier, change, kind, id, parts, inside }: Entry): unknown {
  const fields = parts.map(({ field, minus, plus }) => [field, minus.length, plus.length]);
  const isNamed = kind === 'person' || kind === 'dotted-line';
  return [tier, change, kind, isNamed ? '' : id, fields, inside.map(entryShape)];
}

function outputsOf(review: Review): readonly string[] {
  const document = documentOf(review, { requireReason: true });
  const [organization] = document.organizations;
  const { neighborhood } = organization?.status === 'compared' ? organization : {};
  return [
    JSON.stringify(document),
    reviewMarkdown(document),
    neighborhood ? neighborhoodMermaid(neighborhood) : '',
    toSvg(drawReview(review), { theme: 'auto' }),
  ];
}
