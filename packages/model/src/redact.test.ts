import { describe, expect, it } from 'vitest';
import { redactPeople } from './redact.ts';
import { organizationOf, problemsOf } from './testing/organization.ts';

const today = `person ana "Ana Secret"
person bo "Bo Secret"
team t "T" { lead a  role a "A" { held by ana }  role b "B" { held by "Cy Secret" } }
platform p "P" { owner ana  used by t }
`;

function changesOf(said: string) {
  const model = organizationOf(`${today}plan x "X" { phase one "One" { ${said} } }`);
  expect(problemsOf(model)).toEqual([]);
  return redactPeople(model).byKind.phase[0]?.changes.map(({ type, what, target, lines, states, adds }) =>
    [
      type,
      ...what.map(({ id }) => id),
      ...(lines ?? []).map(({ from, to }) => `${from.id}..>${to.id}`),
      target && `> ${target.id}`,
      ...states.map(({ field }) => `{ ${field} }`),
      ...adds.map(({ id }) => `+ ${id}`),
    ]
      .filter(Boolean)
      .join(' '),
  );
}

describe('without people, a phase', () => {
  it.each<readonly [said: string, changes: readonly string[]]>([
    ['remove ana because "old"', []],
    ['retire ana replaced by bo', []],
    ['change ana "Other Secret"', []],
    ['change ana, b { note "n" }', ['change role:t.b']],
    ['remove ana, b because "old"', ['remove role:t.b']],
    ['told ana, a "soon"', []],
    ['add person di "Di Secret"', []],
    [
      'add person di "Di Secret"  change p { owner di }  change b { held by di }',
      ['change platform:p', 'change role:t.b'],
    ],
    ['change p { owner bo }', ['change platform:p']],
    ['change p { owner ana }', ['change platform:p { owner }']],
    ['change b { held by +ana, -"Cy Secret" }', ['change role:t.b']],
    ['move b to a', ['move role:t.b > role:t.a']],
    ['remove b because "old"', ['remove role:t.b']],
  ])('%s', (said, changes) => {
    expect(changesOf(said)).toEqual(changes);
    const model = organizationOf(`${today}plan x "X" { phase one "One" { ${said} } }`);
    const { elements, added, byKind } = redactPeople(model);
    const text = JSON.stringify([[...elements], [...added], byKind]);
    expect(text.match(/Secret|person:\w+/g)).toBeNull();
  });
});
