import { describe, expect, it } from 'vitest';
import { mentionsOf } from './model.ts';
import { organizationOf, problemsOf } from './testing/organization.ts';

function added(phases: string, today = 'team a { role x }  team b') {
  const model = organizationOf(`${today}\nplan p {\n${phases}\n}`);
  return { model, ids: [...model.added.keys()], problems: problemsOf(model) };
}

describe('what phases add', () => {
  it.each<readonly [title: string, phases: string, ids: readonly string[]]>([
    ['at the top', 'phase one { add team c { role y } }', ['team:c', 'role:c.y']],
    ['into what is there', 'phase one { add role y to a }', ['role:a.y']],
    [
      'into what is added before',
      'phase one { add team c to a }\nphase two { add role y to c }',
      ['team:a.c', 'role:a.c.y'],
    ],
    [
      'into what is added after',
      'phase one { add role y to c  add team c to a }',
      ['role:a.c.y', 'team:a.c'],
    ],
    ['in the braces of a change', 'phase one { change a { role y } }', ['role:a.y']],
    ['with dotted lines', 'phase one { add role y to a { ..> x } }', ['role:a.y', 'dotted-line:a.y..>a.x']],
  ])('%s', (_, phases, ids) => {
    const found = added(phases);
    expect(found.problems).toEqual([]);
    expect(found.ids.sort()).toEqual([...ids].sort());
  });

  it('is not there today', () => {
    const { model } = added('phase one { add role y to a }');
    expect(model.byKind.role.map(({ id }) => id)).toEqual(['role:a.x']);
  });

  it('can be spoken of in the plan, and names what it finds there', () => {
    const { model, problems } = added(
      'phase one { add team c { lead y  role y { reports to x } } }\nphase two { move x to c  told y "soon" }',
    );
    expect(problems).toEqual([]);
    expect(mentionsOf(model, 'role:c.y').map(({ from, field }) => [from, field])).toEqual([
      ['team:c', 'lead'],
      ['phase:p.two', 'changes'],
    ]);
    expect(model.byKind.phase[1]?.changes).toMatchObject([
      { type: 'move', what: [{ id: 'role:a.x' }], target: { id: 'team:c' } },
      { type: 'told', what: [{ id: 'role:c.y' }], text: { value: 'soon' } },
    ]);
  });

  it('cannot be spoken of elsewhere', () => {
    const { problems } = added('phase one { add team c }', 'role x { reports to c }');
    expect(problems).toEqual(['unresolved-name 1:21']);
  });

  it.each<readonly [title: string, phases: string, problems: readonly string[]]>([
    ['an unknown target', 'phase one { add role y to nowhere }', ['unresolved-name 3:27']],
    ['an unknown thing', 'phase one { move nobody to a }', ['unresolved-name 3:18']],
    ['the wrong kind', 'phase one { source a by hire }', ['wrong-kind 3:20']],
    ['a move to what holds no such thing', 'phase one { move x to p }', ['wrong-kind 3:23']],
    ['a move to itself', 'phase one { move a to a }', ['wrong-kind 3:23']],
    ['a move into what is inside', 'phase one { add team c to a  move a to c }', ['wrong-kind 3:40']],
    ['a merger with another kind', 'phase one { merge x into b }', ['wrong-kind 3:26']],
    ['a merger into what is inside', 'phase one { add team c to a  merge a into c }', ['wrong-kind 3:43']],
    [
      'a merger into what was inside',
      'phase one { add team c to a  move c to b }\nphase two { merge a into c }',
      [],
    ],
    ['a successor of another kind', 'phase one { retire p replaced by a }', ['wrong-kind 3:34']],
    ['a successor from inside', 'phase one { add team c to a  retire a replaced by c }', ['wrong-kind 3:51']],
    ['what replaces itself', 'phase one { retire x replaced by x }', ['wrong-kind 3:34']],
    ['a move of what is nowhere', 'phase one { add region r  move r to a }', ['wrong-kind 3:37']],
    ['no move to a new owner', 'phase one { add platform q  move q to b }', []],
    ['no move to another line', 'phase one { move b to x }', []],
    ['what is there', 'phase one { add role x to a }', ['duplicate-name 3:22']],
    ['no word of the standard vocabulary', 'phase one { add region r  add regulation gdpr in r }', []],
    ['what is there, and goes', 'phase one { remove x because "old" }\nphase two { add role x to a }', []],
    [
      'what is inside what goes',
      'phase one { remove a because "old" }\nphase two { add team a { role x } }',
      [],
    ],
    ['what is inside what merges', 'phase one { merge a into b  add team a { role x } }', []],
    ['what is inside what moves', 'phase one { move a to b }\nphase two { add team a { role x } }', []],
    [
      'what is inside what goes later',
      'phase one { add role x to a }\nphase two { remove a because "old" }',
      ['duplicate-name 3:22'],
    ],
    ['twice', 'phase one { add role y to a }\nphase two { add role y to a }', ['duplicate-name 4:22']],
    ['a wrong name inside', 'phase one { add role y to a { reports to nobody } }', ['unresolved-name 3:42']],
    ['a wrong name in a change', 'phase one { change x { reports to nobody } }', ['unresolved-name 3:35']],
    ['a wrong name in the header', 'phase one { change x is nobody }', ['unresolved-name 3:25']],
    ['a wrong end of a line', 'phase one { remove x ..> nobody }', ['unresolved-name 3:26']],
    ['what has no terms', 'phase one { change p is cmo }', ['misplaced-statement 3:25']],
    [
      'what such a thing cannot say',
      'phase one { change a { held by "Ana" } }',
      ['misplaced-statement 3:24'],
    ],
    [
      'what one of several cannot say',
      'phase one { change x, a { -interim } }',
      ['misplaced-statement 3:27'],
    ],
    ['a time of what takes none', 'phase one { change x within 2 days }', ['misplaced-statement 3:29']],
    [
      'responsibilities taken back as one',
      'phase one { change a { -accountable for } }',
      ['misplaced-statement 3:24'],
    ],
    ['one title of several', 'phase one { change x, a "X" }', ['misplaced-statement 3:25']],
    ['a place among what has no order', 'phase one { move x to b after a }', ['misplaced-statement 3:31']],
    [
      'an unknown step',
      'phase one { add process s { step one }  add step two to s after three }',
      ['unresolved-name 3:65'],
    ],
    ['what is said twice', 'phase one { change a { lead x  lead x } }', ['duplicate-statement 3:32']],
    [
      'what one change says and takes back',
      'phase one { change x { level senior  -level } }',
      ['duplicate-statement 3:38'],
    ],
    ['no value beside what is taken', 'phase one { change x { reports to a  reports to -b } }', []],
    [
      'what a phase says in two changes',
      'phase one { change x "A"  change x { level senior }  change x "B" { level director } }',
      ['duplicate-statement 3:63', 'duplicate-statement 3:69'],
    ],
    [
      'no list that grows twice',
      'phase one { change x { skills +seo }  change x { skills +copywriting, -seo } }',
      [],
    ],
    ['no thing said anew later', 'phase one { change x "A" }\nphase two { change x "B" }', []],
    ['an addition to what cannot hold it', 'phase one { add role y to p }', ['wrong-kind 3:27']],
    ['an addition in what cannot hold it', 'phase one { change x { role y } }', ['wrong-kind 3:29']],
    ['no addition to an owner', 'phase one { add platform q to b  add role y to x }', []],
    [
      'a name that only a later phase frees',
      'phase one { add role x to a }\nphase two { remove x because "old" }',
      ['duplicate-name 3:22'],
    ],
    [
      'nothing else of what is not known',
      'phase one { change nobody { held by "Ana" } }',
      ['unresolved-name 3:20'],
    ],
  ])('reports %s', (_, phases, problems) => {
    expect(added(phases).problems).toEqual(problems);
  });

  it('has from the standard vocabulary what it does not say itself', () => {
    const { model } = added('phase one { add region r  add regulation gdpr in r }');
    expect(model.added.get('regulation:gdpr')).toMatchObject({ title: 'GDPR', scope: [{ id: 'region:r' }] });
  });

  it('holds seats by the names that people have', () => {
    const { model } = added('phase one { add person sari "Sari Wijaya"  add role y to a { held by sari } }');
    expect(model.added.get('role:a.y')).toMatchObject({
      holders: [{ name: 'Sari Wijaya', person: 'person:sari' }],
    });
  });
});
