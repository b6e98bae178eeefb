import { describe, expect, it } from 'vitest';
import { redactPeople } from '../redact.ts';
import { organizationOf, problemsOf } from '../testing/organization.ts';
import { headcount } from './headcount.ts';
import { planGaps } from './plan-gaps.ts';
import { planOutcomes } from './plan-outcomes.ts';
import { skillsGap } from './skills-gap.ts';

const today = `skill wiring "Wiring"  skill tuning "Tuning"
capability pricing "Pricing"  capability swag "Swag"
person ana "Ana" { skills tuning }
team a "A" { accountable for swag  role x "X" { held by ana  needs tuning }  role y "Y" { needs wiring  held by "Bo" } }
platform mail "Mail"
platform cdp "CDP" { status planned }
platform lake "Lake" { status planned }
`;

/** Missing today, and of each phase what it closes, sources and opens, and how much is left. */
function gapsOf(phases: string) {
  const model = organizationOf(`${today} plan p { ${phases} }`);
  expect(problemsOf(model)).toEqual([]);
  const { today: missing, phases: told } = planGaps(model, 'plan:p');
  const names = (gaps: readonly { readonly name: string }[]) => gaps.map(({ name }) => name).join(' ');
  return [
    names(missing),
    ...told.map(({ closed, sourced, opened, left }) =>
      [`+${names(closed)}`, `?${names(sourced)}`, `-${names(opened)}`, left.length].join(' '),
    ),
  ];
}

describe('the gaps of a plan', () => {
  it.each([
    ['nothing that helps', 'phase one { move x to a }', ['CDP Lake Wiring Pricing', '+ ? - 4']],
    [
      'a platform that is brought, and one that is given up',
      'phase one { change cdp { status live } } phase two { retire lake }',
      ['CDP Lake Wiring Pricing', '+CDP ? - 3', '+ ? - 2'],
    ],
    [
      'a platform that is planned first and brought later',
      'phase one { add platform flow "Flow" { status planned } } phase two { change flow { status live } }',
      ['CDP Lake Flow Wiring Pricing', '+ ? - 5', '+Flow ? - 4'],
    ],
    [
      'a skill that is sourced, and only then there',
      'phase one { source wiring by train } phase two { change y { skills wiring } }',
      ['CDP Lake Wiring Pricing', '+ ?Wiring - 4', '+Wiring ? - 3'],
    ],
    [
      'a skill that somebody covers who does not need it',
      'phase one { change ana { skills +wiring } }',
      ['CDP Lake Wiring Pricing', '+Wiring ? - 3'],
    ],
    [
      'a skill in a seat that is vacant',
      'phase one { add role z "Z" to a { skills wiring } } phase two { change z { held by "Cy" } }',
      ['CDP Lake Wiring Pricing', '+ ? - 4', '+Wiring ? - 3'],
    ],
    [
      'a skill that goes with who has it',
      'phase one { remove x  add role z "Z" to a { needs tuning } }',
      ['CDP Lake Wiring Pricing', '+ ? -Tuning 5'],
    ],
    [
      'a capability that somebody takes, and one that nobody keeps',
      'phase one { change a { accountable for +pricing  accountable for -swag } }',
      ['CDP Lake Wiring Pricing', '+Pricing ? -Swag 4'],
    ],
  ])('with %s', (_, phases, expected) => expect(gapsOf(phases)).toEqual(expected));

  it('are none without a plan', () => {
    expect(planGaps(organizationOf(today), 'plan:p').phases).toEqual([]);
  });
});

describe('what is known without people', () => {
  const model = organizationOf(`${today} plan p { phase one { add role z "Z" to a { needs tuning } } }`);
  const redacted = redactPeople(model);

  it('is which skills are held', () => {
    const states = (of: typeof model) =>
      skillsGap(of, 'plan:p').skills.map(({ points }) => points.map(({ state }) => state));
    expect(states(redacted)).toEqual(states(model));
    expect(states(redacted)[0]).toEqual(['held', 'held']);
  });

  it('is the same however often people are left out', () => {
    const [after] = planOutcomes(redactPeople(redactPeople(model)), 'plan:p');
    const [whole] = planOutcomes(model, 'plan:p');
    if (!after || !whole) throw new Error('there is a phase');
    expect(headcount(after.model)).toEqual(headcount(whole.model));
    expect(headcount(whole.model).vacant).toBe(1);
  });

  it('is which seats are vacant after a phase, and nobody’s name', () => {
    const [after] = planOutcomes(redacted, 'plan:p');
    expect(JSON.stringify([...(after?.model.elements.values() ?? [])])).not.toMatch(/"(Bo|Ana)"/);
    expect(after?.model.byKind.role.map(({ name }) => name)).toEqual(['x', 'y', 'z']);
  });
});
