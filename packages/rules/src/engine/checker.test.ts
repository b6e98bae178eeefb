import { describe, expect, it } from 'vitest';
import { rules } from '../catalogue.ts';
import { defineModelRule, defineRule } from '../define-rule.ts';
import { exampleDay, unmarked } from '../example.ts';
import { findingKey } from '../finding.ts';
import { organizationOf } from '../testing/organization.ts';
import { type CheckOptions, check, createChecker } from './checker.ts';

const today = exampleDay;

function idsOf(
  source: string | { [file: string]: string },
  options: Partial<CheckOptions> = {},
): readonly string[] {
  const { findings, failed } = check(organizationOf(source), { today, ...options });
  expect(failed).toEqual([]);
  return findings.map(({ rule, severity }) => `${severity} ${rule}`);
}

const platform = (more = '') => `team desk "Desk"\nplatform crm "CRM" {\n  used by desk\n${more}}\n`;

describe('what a model sets', () => {
  it.each([
    ['the default', '', ['warning platform/owner']],
    ['another severity', 'rules { platform/owner error }', ['error platform/owner']],
    ['off', 'rules { platform/owner off }', []],
    [
      'the last of two settings',
      'rules { platform/owner off\n platform/owner info }',
      ['info platform/owner'],
    ],
  ])('%s', (_, rulesBlock, expected) => {
    expect(idsOf(`${platform()}${rulesBlock}\n`)).toEqual(expected);
  });

  it('an option', () => {
    const team = (seats: number) =>
      `team web "Web" {\n  lead head\n  role head "Head"\n  role developer "Developer" { seats ${seats} }\n}\n`;
    const max = 'rules { reporting/span-of-control warning { max 3 } }\n';
    expect(idsOf(team(4))).toEqual([]);
    expect(idsOf(team(4) + max)).toEqual(['warning reporting/span-of-control']);
    expect(idsOf(team(3) + max)).toEqual([]);
  });

  it('not the severity of an integrity rule', () => {
    const source = `team brand "Brand" { lead nobody }\nrules { integrity/unresolved-name off }\n`;
    expect(idsOf(source)).toEqual(['error integrity/unresolved-name', 'warning settings/not-optional']);
  });

  it('a severity, which wins over the milder case of a rule', () => {
    const source = `region emea "EMEA"
team core "Core"
platform mail "Email" is email { owner core  used by core }
`;
    expect(idsOf(source)).toEqual(['info platform/layer-scope']);
    expect(idsOf(`${source}rules { platform/layer-scope error }\n`)).toEqual(['error platform/layer-scope']);
  });
});

describe('what is asked for', () => {
  const source = `${platform()}team web "Web" { role developer "Developer" }\n`;
  it.each([
    [undefined, ['warning platform/owner', 'warning reporting/team-has-lead']],
    [['platform/owner'], ['warning platform/owner']],
    [['reporting'], ['warning reporting/team-has-lead']],
    [['placement'], []],
  ])('%s', (only, expected) => {
    expect(idsOf(source, only ? { only } : {})).toEqual(expected);
  });
});

describe('allow', () => {
  it('accepts the finding of one rule on its element', () => {
    const { findings, allowed } = check(
      organizationOf(platform('  allow platform/owner because "Ruled in March"\n')),
      { today },
    );
    expect(findings).toEqual([]);
    expect(allowed.map(({ finding, allow }) => [finding.rule, allow.because])).toEqual([
      ['platform/owner', 'Ruled in March'],
    ]);
  });

  it('accepts nothing of other rules or other elements', () => {
    expect(idsOf(platform('  allow platform/users because "Ruled"\n'))).toEqual([
      'warning platform/owner',
      'warning settings/unused-allow',
    ]);
  });

  it('on an element that the finding is as much about', () => {
    const source = `team brand "Brand" {
  accountable for messaging
  allow responsibility/contested because "Until the launch"
}
team product "Product" { accountable for messaging }
`;
    expect(idsOf(source)).toEqual([]);
  });

  it('in the body that holds a dotted line', () => {
    const source = `team brand "Brand"
role designer "Designer" {
  ..> brand
  allow dotted/purpose because "Everybody knows"
}
`;
    expect(idsOf(source)).toEqual([]);
  });

  it('is not judged where its rule did not run', () => {
    const source = platform('  owner desk\n  allow platform/owner because "Ruled"\n');
    expect(idsOf(source)).toEqual(['warning settings/unused-allow']);
    expect(idsOf(source, { only: ['settings', 'platform/users'] })).toEqual([]);
    expect(idsOf(`${source}rules { platform/owner off }\n`)).toEqual([]);
  });

  it('does not work for integrity rules', () => {
    const source = `team brand "Brand" {\n  lead nobody\n  allow integrity/unresolved-name because "Later"\n}\n`;
    expect(idsOf(source)).toEqual(['error integrity/unresolved-name', 'warning settings/not-optional']);
  });
});

describe('an element that was not read as a whole', () => {
  it.each([
    ['a statement that is being typed', platform('  owner\n'), ['error integrity/syntax']],
    ['a name that means nothing', platform('  owner nobody\n'), ['error integrity/unresolved-name']],
    [
      'a step that is being typed, in a process',
      'team desk "Desk"\nprocess plan "Plan" {\n  step a "A" by desk\n  step b "B" by desk\n  step c by\n}\n',
      ['error integrity/syntax'],
    ],
    [
      'an allow of what cannot be judged',
      platform('  owner\n  allow platform/users because "Ruled"\n'),
      ['error integrity/syntax'],
    ],
    [
      'an element inside, which has been read',
      'team web "Web" {\n  lead\n  team shop "Shop" { role x "X" }\n}\n',
      ['error integrity/syntax', 'warning reporting/team-has-lead'],
    ],
  ])('is told about nothing else: %s', (_, source, expected) => {
    expect(idsOf(source)).toEqual(expected);
  });

  it('is judged again when it has been completed, and another still is', () => {
    const checker = createChecker();
    for (const owner of ['', '  owner\n', '', '  owner\n']) {
      const model = organizationOf(platform(owner));
      expect(checker.check(model, { today })).toEqual(check(model, { today }));
    }
  });
});

describe('a rule that breaks', () => {
  const info = { summary: '', rationale: '', source: '', clean: [], findings: [] };
  const broken = defineRule({
    ...info,
    id: 'test/broken',
    subjects: ['team'],
    reach: 'element',
    check(team, ctx) {
      ctx.report({ at: team.nameAt, message: { what: 'Half.', why: '', todo: '' } });
      throw new Error('Out of luck');
    },
  });
  const sound = defineModelRule({
    ...info,
    id: 'test/sound',
    check: (model, ctx) => {
      for (const team of model.byKind.team) {
        ctx.report({ at: team.nameAt, message: { what: team.name, why: '', todo: '' } });
      }
    },
  });

  it('is named with its error, has no findings, and leaves the others alone', () => {
    const checker = createChecker([broken, sound]);
    for (const _ of ['once', 'and again']) {
      const result = checker.check(organizationOf('team brand "Brand"\n'), { today });
      expect(result.failed).toEqual([{ rule: 'test/broken', error: new Error('Out of luck') }]);
      expect(result.findings.map(({ rule }) => rule)).toEqual(['test/sound']);
    }
  });

  it('is still reported where no rule knows the problem', () => {
    const { findings } = createChecker([sound]).check(
      organizationOf('team brand "Brand" { lead nobody }\n'),
      { today },
    );
    expect(findings.map(({ rule }) => rule)).toEqual(['test/sound', 'integrity/unresolved-name']);
  });
});

describe('what the text lacks', () => {
  it.each([
    ['team web "Web" {\n  lead x\n  role x "X" {\n    seats 2\n}\n', ['Write `}` behind line 4', '\n  }']],
    ['team web "Web" {\n  lead x\n  role x "X" { seats 2\n}\n', ['Write `}` behind line 3', ' }']],
    ['initiative x "X" { until 31.12.2026 }\n', ['Write `2026-12-31`', '2026-12-31']],
  ])('can be written: %s', (source, expected) => {
    const { findings } = check(organizationOf(source), { today });
    const fixes = findings.flatMap((finding) => finding.fixes);
    expect(
      fixes.flatMap(({ title, edits }) => [
        title,
        ...edits.map((edit) => (edit.kind === 'replace' ? edit.text : edit.kind)),
      ]),
    ).toEqual(expected);
  });
});

describe('findings', () => {
  it('come by document and position', () => {
    const { findings } = check(
      organizationOf({
        'b.mktorg': 'platform b "B"\n',
        'a.mktorg': 'platform a2 "A2"\nplatform a1 "A1"\n',
      }),
      { today },
    );
    expect(findings.map(({ rule, element }) => `${element} ${rule}`)).toEqual([
      'platform:a2 platform/owner',
      'platform:a2 platform/users',
      'platform:a1 platform/owner',
      'platform:a1 platform/users',
      'platform:b platform/owner',
      'platform:b platform/users',
    ]);
  });

  it('have a key that lines and numbers do not change', () => {
    const keys = (seats: number, before: string) =>
      check(
        organizationOf(
          `${before}team web "Web" {\n  lead head\n  role head "Head"\n  role developer "Developer" { seats ${seats} }\n}\n`,
        ),
        { today },
      ).findings.map(findingKey);
    expect(keys(12, '')).toEqual(['reporting/span-of-control role:web.head span']);
    expect(keys(20, '\n\n')).toEqual(keys(12, ''));
  });

  it('have keys of their own, in every example', () => {
    for (const rule of rules) {
      for (const { source } of rule.findings) {
        const { findings } = check(organizationOf(unmarked(source)), { today });
        const keys = findings.map(findingKey);
        expect(new Set(keys).size, rule.id).toBe(keys.length);
      }
    }
  });

  it('are plain data', () => {
    const { findings } = check(organizationOf(platform()), { today });
    expect(JSON.parse(JSON.stringify(findings))).toMatchObject([
      { rule: 'platform/owner', fixes: [{ safe: false }] },
    ]);
  });
});
