import { expect, it } from 'vitest';
import { checkPhases } from './check-phases.ts';
import { exampleDay } from './example.ts';
import { type Fix, stateFrom } from './fix.ts';
import { textEditsOf } from './fix-text.ts';
import { exampleUri, organizationOf } from './testing/organization.ts';

/** The text after the first fix of the first finding that the first phase brings; none where it has none. */
function fixed(source: string, fixOf?: (element: string) => Fix['edits'][number]): string | undefined {
  const model = organizationOf(source);
  expect(model.problems).toEqual([]);
  const [outcome] = checkPhases(model, { today: exampleDay });
  const finding = outcome?.fresh[0];
  const given = fixOf && { title: '', safe: false, edits: [fixOf(finding?.element ?? '')] };
  const fix = given ?? finding?.fixes[0];
  const edits = fix && textEditsOf(model, fix, (uri) => (uri === exampleUri ? source : undefined));
  return edits
    ?.toReversed()
    .reduce(
      (text, { at, text: insert }) =>
        text.slice(0, offset(text, at.line, at.column)) +
        insert +
        text.slice(offset(text, at.endLine, at.endColumn)),
      source,
    );
}

function offset(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  return lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + column;
}

/** What the first phase brings in the fixed text, which reads as well as the text before. */
function leftIn(text: string | undefined): readonly string[] {
  const model = organizationOf(text ?? '');
  expect(model.problems).toEqual([]);
  return checkPhases(model, { today: exampleDay })[0]?.fresh.map(({ rule }) => rule) ?? [];
}

const team = 'team b "B" { lead h  role h "H" { held by "Ann" } }\n';
const crm = 'platform crm "CRM" { owner b  used by b }\n';
const plan = (phase: string): string => `${team}${crm}plan p "P" {\n  phase one "One" ${phase}\n}\n`;
const otherTeam = 'team c "C" { lead i  role i "I" { held by "Bo" } }\n';
/** The owner of the platform goes. */
const orphaned = (phase: string): string =>
  `${team}${otherTeam}${crm.replace('owner b', 'owner c')}plan p "P" {\n  phase one "One" ${phase}\n}\n`;

it.each([
  [
    'in the change that the phase has, on a line of its own',
    orphaned('{\n    remove c because "gone"\n    change crm {\n      status retiring\n    }\n  }'),
    orphaned(
      '{\n    remove c because "gone"\n    change crm {\n      status retiring\n      owner b\n    }\n  }',
    ),
  ],
  [
    'in a body of one line',
    orphaned('{ remove c because "gone"  change crm { status retiring } }'),
    orphaned('{ remove c because "gone"  change crm { status retiring owner b } }'),
  ],
  [
    'after what the phase says of the same',
    plan('{\n    change crm {\n      owner -b\n    }\n  }'),
    plan('{\n    change crm {\n      owner -b\n    }\n    change crm { owner b }\n  }'),
  ],
  [
    'in a change of its own where another does it',
    orphaned('{\n    remove c because "gone"\n  }'),
    orphaned('{\n    remove c because "gone"\n    change crm { owner b }\n  }'),
  ],
  [
    'in the declaration of what the phase adds',
    plan('{ add platform mail "Mail" { used by b } }'),
    plan('{ add platform mail "Mail" { owner b  used by b } }'),
  ],
])('states what is missing %s', (_, source, expected) => {
  const text = fixed(source);
  expect(text).toBe(expected);
  expect(leftIn(text)).toEqual([]);
});

it.each([
  ['says nothing that would take the place of a list', '-sales', []],
  ['says what a list holds that is left empty', '-it, -data, -sales', ['members it, data, sales']],
])('%s', (_, members, expected) => {
  const source = `external it "Corporate IT"
external data "Enterprise data"
external sales "Sales"
${team}committee steering "Steering committee" as steering-committee { chair h  members it, data, sales }
plan p "P" { phase one "One" { change steering { members ${members} } } }
`;
  const model = organizationOf(source);
  expect(model.problems).toEqual([]);
  const [finding, ...more] = checkPhases(model, { today: exampleDay })[0]?.fresh ?? [];
  expect([finding?.rule, more]).toEqual(['governance/committee-seats', []]);
  const edits = finding?.fixes.flatMap((fix) => fix.edits) ?? [];
  expect(edits.map((edit) => edit.kind === 'state-in-phase' && edit.statement)).toEqual(expected);
});

it('accepts a finding from a phase on', () => {
  const source = plan('{\n    change crm { owner -b }\n  }');
  const allow = fixed(source, (element) =>
    stateFrom(organizationOf(source), 'phase:p.one', element, 'allow platform/owner because "later"'),
  );
  expect(allow).toBe(plan('{\n    change crm { owner -b allow platform/owner because "later" }\n  }'));
  const [outcome] = checkPhases(organizationOf(allow ?? ''), { today: exampleDay });
  expect([outcome?.fresh.length, outcome?.allowed.length]).toEqual([0, 1]);
});

it('accepts it beside what is accepted today', () => {
  const today = crm.replace('used by b', 'allow platform/users because "nobody yet"');
  const source = `${team}${today}plan p "P" {
  phase one "One" { change crm { owner -b  allow platform/owner because "later" } }
}
`;
  const [outcome] = checkPhases(organizationOf(source), { today: exampleDay });
  expect(outcome?.allowed.map(({ allow }) => allow.rule).toSorted()).toEqual([
    'platform/owner',
    'platform/users',
  ]);
});

const full = 'role designer "D" { held by "Dee", "Eve"  seats 2 }\n';

it.each<readonly [title: string, today: string, phases: string, expected: string | undefined]>([
  [
    'in a body of one line',
    full,
    'phase one "One" { change designer { seats 1 } }',
    'phase one "One" { change designer { seats 2 } }',
  ],
  [
    'among other statements',
    full,
    'phase one "One" {\n  change designer "DD" {\n    seats 1 // too few\n    level senior\n  }\n}',
    'phase one "One" {\n  change designer "DD" {\n    seats 2 // too few\n    level senior\n  }\n}',
  ],
  [
    'in one of two changes',
    full,
    'phase one "One" { change designer { level senior }  change designer { seats 1 } }',
    'phase one "One" { change designer { level senior }  change designer { seats 2 } }',
  ],
  [
    'beside what is taken from a list',
    'role designer "D" { held by "Dee", "Eve", "Flo"  seats 3 }\n',
    'phase one "One" { change designer { held by -"Flo"  seats 1 } }',
    'phase one "One" { change designer { held by -"Flo"  seats 2 } }',
  ],
  [
    'of what the phase itself adds',
    '',
    'phase one "One" { add role designer "D" { held by "Dee", "Eve"  seats 2 }  change designer { seats 1 } }',
    'phase one "One" { add role designer "D" { held by "Dee", "Eve"  seats 2 }  change designer { seats 2 } }',
  ],
  [
    'not where two share the line',
    `${full}role writer "W"\n`,
    'phase one "One" { change designer, writer { seats 1 } }',
    undefined,
  ],
  [
    'not where it is said and taken back',
    full,
    'phase one "One" { change designer { seats 1 }  change designer { -seats } }',
    undefined,
  ],
  [
    'not where a merger adds to it',
    'role designer "D" { held by "Dee", "Eve"  seats 2 }\nrole writer "W" { held by "Flo" }\n',
    'phase one "One" { change designer { seats 1 }  merge writer into designer }',
    undefined,
  ],
  [
    'after what is taken back',
    full,
    'phase one "One" { change designer { -seats } }',
    'phase one "One" { change designer { -seats }  change designer { seats 2 } }',
  ],
])('replaces the value that a phase states, %s', (_, today, phases, expected) => {
  const text = fixed(`${today}plan p "P" {\n${phases}\n}\n`);
  expect(text?.replace(/ +(?=change|\})/g, ' ')).toBe(
    expected && `${today}plan p "P" {\n${expected}\n}\n`.replace(/ +(?=change|\})/g, ' '),
  );
  if (text) expect(leftIn(text).filter((rule) => rule === 'reporting/overfilled-role')).toEqual([]);
});

it.each([
  ['states nothing again', 'members c', undefined],
  ['adds to it', 'members +c', 'change steering { members a } change steering { members +c }'],
])('of a list that a phase states, %s', (_, statement, expected) => {
  const source = (changes: string) => `external a "A"\nexternal c "C"
${team}committee steering "S" as steering-committee { chair h }
plan p "P" {\n  phase one "One" { ${changes} }\n}
`;
  const text = fixed(source('change steering { members a }'), () =>
    stateFrom(organizationOf(''), 'phase:p.one', 'committee:steering', statement),
  );
  expect(text).toBe(expected && source(expected));
  if (text) expect(organizationOf(text).problems).toEqual([]);
});

it.each([
  [
    'by an earlier phase',
    'phase two "Two" { change designer { seats 1 } }\nphase three "Three" { change designer { held by +"Eve" } }',
  ],
  ['by the same', 'phase two "Two" { change designer { held by +"Eve"  -seats } }'],
])('writes nothing into a declaration that is changed again %s', (_, phases) => {
  const model = organizationOf(`plan p "P" {
phase one "One" { add role designer "D" { held by "Dee"  seats 2 } }
${phases}
}`);
  expect(model.problems).toEqual([]);
  const found = checkPhases(model, { today: exampleDay }).flatMap(({ fresh }) => fresh);
  const [finding] = found.filter(({ rule }) => rule === 'reporting/overfilled-role');
  expect(finding?.fixes).toEqual([]);
});

it('leaves out what would change the text of today', () => {
  const source = `team b "B" { lead h  role h "H" { held by "Ann"  seats 2 } }
plan p "P" { phase one "One" { change b.h { held by "Ann", "Bo", "Cy" } } }
`;
  const [outcome] = checkPhases(organizationOf(source), { today: exampleDay });
  const finding = outcome?.fresh.find(({ rule }) => rule === 'reporting/overfilled-role');
  expect(finding?.fixes).toEqual([]);
});
