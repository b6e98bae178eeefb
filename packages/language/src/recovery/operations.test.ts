import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseFragment } from '../parse.ts';

function phaseOf(said: string): string {
  return `team a\nteam c\nrole x\nplan p {\n  phase one {\n    ${said}\n  }\n}`;
}

/** The text after the first thing that is offered to mend it. */
function withFix(text: string): string {
  const [problem] = parseFragment(text, 'file:///t.mktorg').problems;
  const replacement = problem?.data?.replacements[0];
  if (!problem || replacement === undefined) return text;
  const lines = text.split('\n');
  const { line, column, endColumn } = problem.at;
  lines[line] = `${lines[line]?.slice(0, column)}${replacement}${lines[line]?.slice(endColumn)}`;
  return lines.join('\n');
}

/** What the phase is taken to do, and the first thing that is wrong, with what would do instead. */
function readPhase(said: string): readonly [changes: readonly string[], problem?: string] {
  const text = phaseOf(said);
  const { declarations, problems } = parseFragment(text, 'file:///t.mktorg');
  const phase = declarations.find(({ kind }) => kind === 'phase');
  const changes = (phase?.changes ?? []).map(({ type, what, lines, target, header, facts, text: note }) =>
    [
      type,
      ...what.map(({ name }) => name),
      ...(lines ?? []).map(({ from, to }) => `${from.name}..>${to.name}`),
      target && `> ${target.name}`,
      header?.title && `"${header.title.value}"`,
      note && `"${note.value}"`,
      ...(facts ?? []).map(({ property }) => `{ ${property.keyword} }`),
    ]
      .filter(Boolean)
      .join(' '),
  );
  const [first] = problems;
  const line = first && text.split('\n')[first.at.line];
  const replaced = first?.data?.replacements[0];
  const wrong = first && line?.slice(first.at.column, first.at.endColumn);
  const instead = replaced === undefined ? '' : ` → ${replaced}`;
  return first ? [changes, `${wrong}${instead} | ${first.message}`] : [changes];
}

it.each<readonly [said: string, changes: readonly string[], problem: string]>([
  ['drop x', ['remove x'], 'drop → remove | `drop` is no keyword. A phase says this with `remove`'],
  ['rename x "New"', ['change x "New"'], 'rename → change | `rename` is no keyword'],
  ['Rename x to "New"', ['change x "New"'], 'Rename x to "New" → change x "New" | `Rename` is no keyword'],
  [
    'replace x with y',
    ['retire x > y'],
    'replace x with y → retire x replaced by y | `replace` is no keyword',
  ],
  ['create team d', ['add'], 'create → add | `create` is no keyword'],
  ['fold a.b, x into c', ['merge a.b x > c'], 'fold → merge | `fold` is no keyword'],
  ['move a.x c', ['move a.x > c'], 'move a.x c → move a.x to c | `move` goes on with `to`: `move a.x to c`.'],
  ['move x, a c', ['move x a > c'], 'move x, a c → move x, a to c | `move` goes on with `to`'],
  [
    'move x c because "why"',
    ['move x > c "why"'],
    'move x c because "why" → move x to c because "why" | `move` goes on',
  ],
  ['merge a c', ['merge a > c'], 'merge a c → merge a into c | `merge` goes on with `into`'],
  ['merge a with c', ['merge a > c'], 'merge a with c → merge a into c | `merge` goes on with `into`'],
  ['merge a to c', ['merge a > c'], 'merge a to c → merge a into c | `merge` goes on with `into`'],
  ['source seo hire', ['source seo > hire'], 'source seo hire → source seo by hire | `source` goes on'],
  [
    'retire x by y',
    ['retire x > y'],
    'retire x by y → retire x replaced by y | `retire` goes on with `replaced by`: `retire x replaced by y`.',
  ],
  ['move x to', [], 'move x to | What this change leads to is missing, as in `move studio to brand`.'],
  ['merge a into', [], 'merge a into | What this change leads to is missing'],
  ['retire x replaced by', [], 'retire x replaced by | What this change leads to is missing'],
  [
    'change x New head',
    ['change x "New head"'],
    'change x New head → change x "New head" | A new title stands in quotes, right behind the name: `change x "New head"`.',
  ],
  [
    'change x new { level senior }',
    ['change x "new" { level }'],
    'change x new → change x "new" | A new title',
  ],
  [
    'change x to "New"',
    ['change x "New"'],
    'change x to "New" → change x "New" | A new title stands in quotes',
  ],
  ['change a c { note "n" }', ['change a c { note }'], 'a c → a, c | Several names'],
  ['promote x to director', [], 'promote x to director | `promote` is no keyword'],
  [
    'x -..> c',
    ['remove x..>c'],
    'x -..> c → remove x ..> c | A dotted line goes by both of its ends: `remove designer ..> demand-gen`.',
  ],
  ['remove x -..> c', ['remove x..>c'], 'remove x -..> c → remove x ..> c | A dotted line goes by both'],
  ['change x { -..> c }', ['change x'], '-..> c | A dotted line goes by both of its ends'],
  [
    'change a { +responsible for seo }',
    ['change a { responsible for }'],
    '+responsible for seo → responsible for +seo | A plus stands right before the name that a list gains',
  ],
  [
    'change a { +responsible constructor }',
    ['change a { responsible for }'],
    '+responsible constructor | A plus stands',
  ],
  ['remove team a', ['remove a'], 'remove team a → remove a | What there is goes by its name alone'],
  ['move team a c', ['move a > c'], 'move team a c → move a to c | What there is goes by its name alone'],
  ['change role x { level senior }', ['change x { level }'], 'change role x → change x | What there is goes'],
  [
    'change x level senior',
    ['change x { level }'],
    'level senior → { level senior } | What a change says of an element stands in braces',
  ],
  [
    'change x "X" reports to a',
    ['change x "X" { reports to }'],
    'reports to a → { reports to a } | What a change says',
  ],
  [
    'told x, a in a talk',
    ['told x a "in a talk"'],
    'told x, a in a talk → told x, a "in a talk" | What they',
  ],
  [
    'told x, a next week',
    ['told x a "next week"'],
    'told x, a next week → told x, a "next week" | What they',
  ],
  ['move x to c { level senior }', ['move x > c'], '{ | This `{` opens nothing here.'],
  [
    'change x and a { level senior }',
    ['change x a { level }'],
    'change x and a → change x, a | Several names',
  ],
  [
    'combine x and a into c',
    ['merge x a > c'],
    'combine x and a into c → merge x, a into c | `combine` is no',
  ],
  ['merge x and a', [], 'merge x and a | `merge` goes on with `into`: `merge x into a`.'],
  ['drop team a.c', ['remove a.c'], 'drop team a.c → remove a.c | `drop` is no keyword'],
  [
    'move team a to team c',
    ['move a > c'],
    'move team a to team c → move a to c | What there is goes by its name alone',
  ],
  ['move x to team c', ['move x > c'], 'move x to team c → move x to c | What there is goes by its name'],
  [
    'retire x, replaced by y',
    ['retire x > y'],
    'retire x, replaced by y → retire x replaced by y | `retire`',
  ],
  ['retire x replace by y', ['retire x > y'], 'retire x replace by y → retire x replaced by y | `retire`'],
  ['sunset x by 2027-06', [], 'sunset x by 2027-06 | `sunset` is no keyword'],
  ['change x title "X"', ['change x "X"'], 'change x title "X" → change x "X" | A new title'],
  ['change x set level senior', ['change x { level }'], 'change x set level senior → change x level senior'],
  [
    'told x, a, in a talk',
    ['told x a "in a talk"'],
    'told x, a, in a talk → told x, a "in a talk" | What they',
  ],
  ['dissolve x into a', ['merge x > a'], 'dissolve → merge | `dissolve` is no keyword'],
  ['cut x budget', [], 'cut x budget | `cut` is no keyword'],
  ['remove ..> c', [], 'remove ..> c | A dotted line goes by both of its ends'],
  ['change x "X" cost 5k EUR', ['change x "X" { cost }'], 'cost 5k EUR → { cost 5k EUR } | What a change'],
  ['change x note "n" level senior', ['change x { note } { level }'], 'note "n" level senior → { note "n" l'],
  ['x ..> c "mail"', ['add'], 'x → add x | A phase says what it does with what there is'],
  ['add phase two "Two"', [], 'add phase two "Two" | A phase adds what an organization has.'],
  ['phase two {}', [], 'phase two {} | A phase does not stand inside a phase, but inside a plan.'],
  ['change x { by a }', ['change x'], 'by | Who does a step, with what, in which time'],
])('%s', (said, changes, problem) => {
  const [read, told = ''] = readPhase(said);
  expect(read).toEqual(changes);
  expect(told.slice(0, problem.length)).toBe(problem);
  const text = phaseOf(said);
  const fixed = withFix(text);
  if (fixed === text) return;
  const [left] = parseFragment(fixed, 'file:///t.mktorg').problems;
  // A kind behind another verb is told of by itself.
  expect(left?.message ?? '').toMatch(/^$|goes by its name alone|stands in braces/);
});

it.each([
  'told x,\n a "All hands"',
  'move x to\n c because\n "why"',
  'source seo by\n hire',
  'retire x replaced by\n c',
  'change a { members +x,\n +lead }',
  'change x { skills\n +level }',
  'move x,\n update to c',
  'move x to c  move a to c  remove x ..> c',
  'change x, a "T" is y as z in r by a via b within 2 days approval { level senior }',
  'change drop { level senior }',
  'retire x  retire a replaced by c because "old"',
  'merge x, a into c because "one"  source seo, sem by hire  told x "soon"',
  'move\n x to c',
])('nothing is wrong with %s', (said) => {
  expect(readPhase(said)[1]).toBeUndefined();
});

it('knows a phase whose brace, or a part of whose header, stands in the next line', () => {
  for (const header of [
    'phase one "One"\n  {',
    'phase one "One" from 2027-01\n    to 2027-06 {',
    'phase one {',
  ]) {
    const text = `role x\nplan p {\n  ${header}\n    move x c\n    drop a\n  }\n}`;
    const { problems } = parseFragment(text, 'file:///t.mktorg');
    expect(problems.map(({ data }) => data?.replacements)).toEqual([['move x to c'], ['remove']]);
  }
});

const whole = [
  'move x to c because "why"',
  'move p.two to p before p.one',
  'merge x, a into c',
  'remove x ..> c, a because "old"',
  'retire x replaced by c',
  'source seo, sem by hire because "why"',
  'told x, a "soon"',
  'change x, a "T" { held by +x, -"Bo"  members x at 20%, lead at 30% }',
];

it('leaves what is whole as it is beside an error, where a line goes on in the next', () => {
  const broken = 'role b "B" { seats }\n';
  fc.assert(
    fc.property(fc.constantFrom(...whole), fc.infiniteStream(fc.boolean()), (said, breaks) => {
      const words = said.match(/"[^"]*"|\.\.>|[+\-,{}]|[^\s",{}+]+/g) ?? [];
      const goesOn = (word = '', next = ''): boolean =>
        [',', '..>', 'to', 'into', 'by', 'because'].includes(word) || next === 'because';
      const written = words
        .map(
          (word, index) => word + (goesOn(word, words[index + 1]) && breaks.next().value ? '\n      ' : ' '),
        )
        .join('');
      const text = `plan p {\n  phase one "One" {\n   ${written}\n  }\n}\n`;
      const alone = parseFragment(text, 'file:///t.mktorg').problems;
      fc.pre(alone.length === 0);
      const beside = parseFragment(`${broken}${text}`, 'file:///t.mktorg').problems;
      expect(beside.map(({ at }) => at.line)).toEqual([0]);
    }),
    { numRuns: 1000 },
  );
});

it('a name like a verb stays a name', () => {
  expect(readPhase('move drop, rename to shift')).toEqual([['move drop rename > shift']]);
  const { declarations, problems } = parseFragment(
    'drop ..> rename "x"\nteam combine { lead fold }',
    'file:///t',
  );
  expect([declarations.map(({ name }) => name), problems]).toEqual([['', 'combine'], []]);
});
