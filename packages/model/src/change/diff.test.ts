import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organizationOf } from '../testing/organization.ts';
import { pairOfTexts } from '../testing/random-organization.ts';
import { told } from '../testing/told.ts';
import { apply } from './apply.ts';
import { invert } from './change.ts';
import { diff } from './diff.ts';
import { factsOf } from './listing.ts';

describe('over organizations and edits of any kind', () => {
  it('the generated texts are sound', () => {
    fc.assert(
      fc.property(pairOfTexts(), ({ before, after }) => {
        for (const texts of [before, after]) {
          const rules = organizationOf(texts).problems.map(({ rule, message }) => `${rule} ${message}`);
          expect(rules).toEqual([]);
        }
      }),
    );
  });

  it('nothing is different from itself', () => {
    fc.assert(
      fc.property(pairOfTexts(), ({ after }) => {
        expect(diff(organizationOf(after), organizationOf(after))).toEqual([]);
      }),
    );
  });

  it('the changes lead from one to the other', () => {
    fc.assert(
      fc.property(pairOfTexts(), ({ before, after }) => {
        const [a, b] = [organizationOf(before), organizationOf(after)];
        expect(factsOf(apply(a, diff(a, b)))).toEqual(factsOf(b));
      }),
    );
  });

  it('turned round, they lead back', () => {
    fc.assert(
      fc.property(pairOfTexts(), ({ before, after }) => {
        const [a, b] = [organizationOf(before), organizationOf(after)];
        expect(factsOf(apply(b, invert(diff(a, b))))).toEqual(factsOf(a));
      }),
    );
  });
});

it('keeps the order of steps that move into a new process, there and back', () => {
  const a = organizationOf('process a { step x { id "1" }  step y { id "2" } }');
  const b = organizationOf('process b { step y { id "2" }  step z { id "3" }  step x { id "1" } }');
  expect(factsOf(apply(a, diff(a, b)))).toEqual(factsOf(b));
  expect(factsOf(apply(b, invert(diff(a, b))))).toEqual(factsOf(a));
});

function changesBetween(before: Texts, after: Texts): readonly string[] {
  return diff(organizationOf(before), organizationOf(after)).map(told);
}
type Texts = string | { readonly [file: string]: string };

describe('what is no change', () => {
  const text =
    'team a "A" {\n  lead x\n  role x "X"\n  responsible for pricing, swag\n}\nrole y { ..> a.x "mail" }\nteam b\n';
  it.each<readonly [title: string, after: Texts]>([
    [
      'format',
      'team a "A" { lead x role x "X" responsible for pricing, swag } role y { ..> a.x "mail" } team b',
    ],
    ['comments', `// About teams\n${text}`],
    [
      'order',
      'team b\nteam a "A" {\n  responsible for swag, pricing\n  role x "X"\n  lead x\n}\nrole y { ..> a.x "mail" }\n',
    ],
    ['one line or two', text.replace('pricing, swag', 'pricing\n  responsible for swag')],
    ['where a dotted line is written', text.replace(' { ..> a.x "mail" }', '\ny ..> a.x "mail"')],
    ['another file', { 'a.mktorg': 'team b', 'c/b.mktorg': text.replace('team b\n', '') }],
    [
      'a header that names the team around',
      'team a "A" { lead x  responsible for pricing, swag }\nrole a.x "X"\nrole y { ..> a.x "mail" }\nteam b',
    ],
    ['how long a name is written', text.replace('lead x', 'lead a.x')],
  ])('%s', (_, after) => expect(changesBetween(text, after)).toEqual([]));
});

describe('what changes', () => {
  it.each<readonly [title: string, before: Texts, after: Texts, changes: readonly string[]]>([
    ['something comes', 'team a', 'team a { role x }', ['+ role:a.x']],
    ['something goes', 'team a { role x }', 'team a', ['- role:a.x']],
    [
      'a subtree moves, and all that names it goes with it',
      'team a { lead x role x  team c { role y role z { reports to y } } }\nteam b { serves a.c }',
      'team a { lead x role x }\nteam b { serves c  team c { role y role z { reports to y } } }',
      // A team does not serve what is in it: the text says so, and that is no change of it.
      ['> team:a.c: team:a > team:b'],
    ],
    [
      'a move and a new title',
      'team a { role x "Old" }\nteam b',
      'team a\nteam b { role x "New" }',
      ['> role:a.x: team:a > team:b', '~ role:b.x title: Old > New'],
    ],
    [
      'a declared rename',
      'team a { role x }',
      'team c { previously a  role x }',
      ['= team:a: a > c', '~ team:c previously:  > {"value":"a"}'],
    ],
    ['a rename by source id', 'role x { id "1" }', 'role z { id "1" }', ['= role:x: x > z']],
    ['another under the same name', 'role x { id "1" }', 'role x { id "2" }', ['+ role:x', '- role:x']],
    [
      'an inferred rename',
      'team a { role x "Head of mail" }',
      'team a { role z "Head of mail" }',
      ['= role:a.x: x > z (title)'],
    ],
    [
      'no rename where two have the title',
      'team a { role x "Designer" role y "Designer" }',
      'team a { role z "Designer" }',
      ['+ role:a.z', '- role:a.x', '- role:a.y'],
    ],
    [
      'somebody who takes another seat',
      'team a { role x "Analyst" { held by "Ana" } }\nteam b',
      'team a\nteam b { role z "Lead" { held by "Ana" } }',
      [
        '> role:a.x: team:a > team:b (holder)',
        '= role:a.x: x > z (holder)',
        '~ role:b.z title: Analyst > Lead (holder)',
      ],
    ],
    [
      'not where somebody else sits',
      'team a { role x "Lead" { held by "Ana" } }',
      'team a { role z "Lead" { held by "Bo" } }',
      ['+ role:a.z', '- role:a.x'],
    ],
    [
      'a team under another name, with most of the members it had',
      'team a "A" { role x { id "1" } role y { id "2" } role z { id "3" } }',
      'team b "B" { role v { id "2" } role w { id "1" } }\nrole z { id "3" }',
      [
        '= team:a: a > b (members)',
        '~ team:b title: A > B (members)',
        '= role:a.y: y > v',
        '= role:a.x: x > w',
        '> role:a.z: team:a > ',
      ],
    ],
    [
      'no such team where half of them are elsewhere',
      'team a { role x { id "1" } role y { id "2" } role z { id "3" } role u { id "4" } }',
      'team b { role x { id "1" } role y { id "2" } }\nteam c { role z { id "3" } role u { id "4" } }',
      [
        '+ team:b',
        '> role:a.x: team:a > team:b',
        '> role:a.y: team:a > team:b',
        '+ team:c',
        '> role:a.z: team:a > team:c',
        '> role:a.u: team:a > team:c',
        '- team:a',
      ],
    ],
    [
      'another owner',
      'team a team b platform p { owner a }',
      'team a team b platform p { owner b }',
      ['~ platform:p owner: team:a > team:b'],
    ],
    [
      'members of a list',
      'team a team b platform p { used by a }',
      'team a team b platform p { used by b }',
      ['~ platform:p uses: {"by":"team:a","purposes":[]} > {"by":"team:b","purposes":[]}'],
    ],
    [
      'an owner that is gone, and another by its name',
      'role x { id "1" }\nplatform p { owner x }',
      'role x { id "2" }\nplatform p { owner x }',
      ['+ role:x', '~ platform:p owner: role:x > role:x', '- role:x'],
    ],
    [
      'a dotted line to somebody else',
      'team a team b role x { ..> a "mail" }',
      'team a team b role x { ..> b "mail" }',
      ['~ dotted-line:x..>b to: team:a > team:b (ends)'],
    ],
    [
      'the order of steps',
      'process p { step a step b step c }',
      'process p { step b step a step c }',
      [
        '~ process:p order: {"ids":["step:p.a","step:p.b","step:p.c"]} > {"ids":["step:p.b","step:p.a","step:p.c"]}',
      ],
    ],
    ['a step between', 'process p { step a step c }', 'process p { step a step b step c }', ['+ step:p.b']],
    ['a rate', 'rate USD 0.9 EUR', 'rate USD 0.8 EUR', ['~ rates']],
    ['a rule that is switched off', 'team a', 'team a\nrules { reporting/team-has-lead off }', ['~ rules']],
    [
      'the organization is called differently',
      'organization a "A"',
      'organization b "A"',
      ['= organization:a: a > b'],
    ],
    [
      'a phase: all of it that mentions what moved stays',
      'team a { role x }\nteam b\nplan p { phase one { add role y to a  change x { reports to y } } }',
      'team b { team a { role x } }\nplan p { phase one { add role y to a  change x { reports to y } } }',
      ['> team:a:  > team:b'],
    ],
  ])('%s', (_, before, after, changes) => {
    expect(changesBetween(before, after)).toEqual(changes);
    const [a, b] = [organizationOf(before), organizationOf(after)];
    expect(factsOf(apply(a, diff(a, b)))).toEqual(factsOf(b));
    expect(factsOf(apply(b, invert(diff(a, b))))).toEqual(factsOf(a));
  });
});
