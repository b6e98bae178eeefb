import { describe, expect, it } from 'vitest';
import { checkPhases, rulesOfToday, rulesWithPhases } from './check-phases.ts';
import { check } from './engine/checker.ts';
import { exampleDay } from './example.ts';
import { organizationOf } from './testing/organization.ts';

const options = { today: exampleDay, only: ['reporting', 'platform/owner', 'integrity'] };

const today = `team a "A" { role x "X" { held by "Ann" } }
team b "B" { lead y  role y "Y" { held by "Ben" } }
platform mail "Mail"
platform crm "CRM" { owner b }
`;

function after(phases: string) {
  const model = organizationOf(`${today}plan p "P" {\n${phases}\n}\n`);
  return checkPhases(model, options).map(({ phase, findings, fresh, resolved }) => ({
    phase: phase.name,
    findings: findings.length,
    fresh: fresh.map(({ rule, element, message }) => `${rule} ${element} ${message}`),
    resolved: resolved.map(({ rule, element }) => `${rule} ${element}`),
  }));
}

describe('findings after phases', () => {
  it('are none without a plan', () => {
    expect(checkPhases(organizationOf(today), options)).toEqual([]);
  });

  it('stay the same where elements move', () => {
    expect(after('phase one "One" { move a to b }')).toEqual([
      { phase: 'one', findings: 2, fresh: [], resolved: [] },
    ]);
  });

  it('come with a phase, and go with another', () => {
    expect(
      after(`phase one "One" { remove b.y because "left"  add team c "C" { role z "Z" } }
phase two "Phase 2: settle" { change mail { owner a }  change c { lead z }  remove crm because "sold" }`),
    ).toEqual([
      {
        phase: 'one',
        findings: 3,
        fresh: ['reporting/team-has-lead team:c After phase “One”: “C” has 1 role and no lead.'],
        resolved: [],
      },
      {
        phase: 'two',
        findings: 2,
        fresh: [
          'reporting/vacant-lead role:c.z After “Phase 2: settle”: “Z” leads “C”, and nobody holds the seat.',
        ],
        resolved: ['platform/owner platform:mail', 'reporting/team-has-lead team:c'],
      },
    ]);
  });

  it('say which phase brings them, and lead to it', () => {
    const model = organizationOf(`${today}plan p "P" {\n  phase one "One" { change crm { owner -b } }\n}\n`);
    const [outcome] = checkPhases(model, options);
    expect(outcome?.fresh).toMatchObject([
      {
        rule: 'platform/owner',
        element: 'platform:crm',
        phase: { id: 'phase:p.one', name: 'One' },
        at: { line: 3 },
        related: [{ message: '“One” stands here.', at: { line: 5 } }],
        fixes: [{ title: 'Say who owns “CRM”', edits: [{ kind: 'state-in-phase', phase: 'phase:p.one' }] }],
      },
    ]);
  });

  it('can be allowed by the phase that brings them', () => {
    expect(
      after(
        `phase one "One" { change crm { owner -b  allow platform/owner because "The council decides" } }`,
      ),
    ).toEqual([{ phase: 'one', findings: 2, fresh: [], resolved: [] }]);
  });

  it('are not resolved by being accepted', () => {
    const found = after(`phase one "One" { change mail { allow platform/owner because "Sold in May" } }`);
    expect(found).toEqual([{ phase: 'one', findings: 1, fresh: [], resolved: [] }]);
  });

  it('wait until a phase is read as a whole', () => {
    const found = after(`phase one "One" { move a to b }
phase two "Two" { move a to nowhere  change crm { owner -b } }
phase three "Three" { change mail { owner a } }`);
    expect(found.map(({ phase }) => phase)).toEqual(['one']);
  });

  it('do not repeat what is about the plan itself', () => {
    const model = organizationOf(
      `${today}plan p "P" { phase one "One" { move a to b  change a { lead x } } }\n`,
    );
    const now = check(model, { today: exampleDay }).findings;
    expect(now.map(({ rule }) => rule)).toContain('plan/told');
    for (const { findings } of checkPhases(model, { today: exampleDay }, now)) {
      expect(findings.map(({ rule }) => rule)).not.toContain('plan/told');
    }
  });

  it('are of one plan at a time', () => {
    const model = organizationOf(
      `${today}plan p "P" { phase one "One" { change mail { owner b } } }\nplan q "Q" { phase one "One" { move a to b } }\n`,
    );
    expect(checkPhases(model, options).map(({ plan, findings }) => [plan.name, findings.length])).toEqual([
      ['p', 1],
      ['q', 2],
    ]);
  });
});

it('every rule is judged at once or with phases', () => {
  expect(rulesWithPhases).toContain('integrity/used-after-retired');
  expect(rulesOfToday).not.toContain('integrity/used-after-retired');
  expect(rulesOfToday).toContain('reporting/vacant-lead');
});
