import { afterPhases, type ElementId, type Matching, type OrgModel } from '@mktorg/model';
import { describe, expect, it } from 'vitest';
import { organizationOf } from '../../model/src/testing/organization.ts';
import { textOf } from './phrase.ts';
import { review } from './review.ts';
import { rowsOf } from './rows.ts';
import { documentOf } from './testing/review.ts';

const text = `team a "A" { role x "X" role y "Y" }
team b "B"
plan p "P" {
  owner x
  barrier slow "Slow" is process { affects old  owner x }
  phase one "One" { move y to b  add role z "Z" to b }
  phase two "Two" { change y { reports to z }  retire old replaced by new }
  phase three "Three" { change slow { owner z } }
}
process old "Old"
process new "New"
`;

/** Changes between the outcomes of two phases, as a reviewer reads them. */
function rowsBetween(from: number, to: number): readonly string[] {
  const today = organizationOf(text);
  const outcomes = afterPhases(today, 'plan:p');
  const [before, after] = [outcomes[from], outcomes[to]];
  if (!before || !after) throw new Error('There are three phases.');
  const matching = matchingOf(before.model, before.ids, after.model, after.ids);
  const reviewed = review(before.model, after.model, { today: '2026-11-01', matching });
  const [organization] = documentOf(reviewed).organizations;
  if (organization?.status !== 'compared') throw new Error('It is on both sides.');
  return rowsOf(organization.changes).map(({ phrase }) => textOf(phrase));
}

function matchingOf(
  a: OrgModel,
  before: ReadonlyMap<ElementId, ElementId>,
  b: OrgModel,
  after: ReadonlyMap<ElementId, ElementId>,
): Matching {
  const pairs = [...before].flatMap(([key, was]) => {
    const is = after.get(key);
    return is !== undefined && a.elements.has(was) && b.elements.has(is) ? [[was, is] as const] : [];
  });
  return {
    after: new Map(pairs),
    before: new Map(pairs.map(([was, is]) => [is, was])),
    inferred: new Map(),
  };
}

describe('two points of a plan', () => {
  it('differ in the organization, not in the plan, whose lines follow what is renamed and replaced', () => {
    expect(rowsBetween(0, 1)).toEqual(['role Y in B, reports to: + Z', 'process Old']);
  });

  it('differ in what a phase changes of the plan by name', () => {
    expect(rowsBetween(1, 2)).toEqual(['barrier Slow in P, owner: X → Z']);
  });

  it('say of broken text in which phase it stands', () => {
    const model = organizationOf('team a "A"\nplan p "P" {\n  phase one "One" { move a "b }\n}\n');
    const [organization] = documentOf(review(model, model, { today: '2026-11-01' })).organizations;
    const unread = organization?.status === 'compared' ? organization.unread : [];
    expect(unread.map(({ side, where }) => [side, where])).toContainEqual(['after', 'One']);
  });
});
