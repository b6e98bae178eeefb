import { expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver-protocol/node';
import { useClient } from '../../testing/marked.ts';

const open = useClient();

async function hover(source: string): Promise<string | undefined> {
  const { client, uri, position } = await open(source);
  await client.settled();
  const found: Hover | null = await client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position,
  });
  return found && 'value' in (found.contents as object)
    ? (found.contents as { value: string }).value
    : undefined;
}

const org = `
team marketing "Marketing" {
  lead cmo
  role cmo "Chief" { held by "Ann" }
  /** Who we *are*. */
  team brand "Brand" is brand-marketing {
    lead head
    responsible for pricing
    role head "Head of Brand" { held by "Ann" }
    role designer "Designer" { seats 3  held by "Bo"  ..> growth "campaign <b>art</b>" }
  }
  team growth "Growth" { }
}
platform crm "CRM" is crm { owner brand  used by growth }
process intake "Intake" { owner brand  step a by brand  step b by growth }
`;

test.each<[what: string, source: string, says: string[]]>([
  [
    'a team',
    org.replace('team brand', 'team br<|>and'),
    ['**Brand**', 'Who we \\*are\\*.', 'Head of Brand', '4 seats in 2 roles', '2 vacant', 'Pricing', 'Chief'],
  ],
  [
    'a role',
    org.replace('role designer', 'role designer<|>'),
    [
      '**Designer**',
      'Team: Brand',
      'Reports to: Head of Brand',
      '3, 2 vacant',
      'Held by: Bo',
      'Dotted line to: Growth “campaign \\<b\\>art\\</b\\>”',
    ],
  ],
  ['a role that leads', org.replace('role cmo', 'role <|>cmo'), ['Direct reports: 1 role, 1 seat']],
  ['a mention', org.replace('lead head', 'lead <|>head'), ['**Head of Brand**']],
  [
    'what a change takes back',
    `${org}plan p { phase q { change head { -held <|>by } } }`,
    ['`held by`', 'Who sits in the seats'],
  ],
  [
    'a standard term',
    org.replace('is brand-marketing', 'is brand<|>-marketing'),
    ['**Brand marketing**', 'standard function', 'who you are'],
  ],
  [
    'a capability',
    org.replace('for pricing', 'for pri<|>cing'),
    ['standard capability', 'Usual home: Product marketing'],
  ],
  [
    'a platform',
    org.replace('platform crm', 'platform cr<|>m'),
    ['Owner: Brand', 'Used by: Growth', 'Status: live'],
  ],
  ['a process', org.replace('process intake', 'process in<|>take'), ['Steps: 2, 1 handoff']],
  ['the findings of an element', 'platform crm<|> "CRM" { }', ['**warning**', '`platform/owner`']],
  [
    'somebody in quotes',
    org.replace('held by "Ann"', 'held by "A<|>nn"'),
    ['**Ann** in 2 seats', '- Chief', '- Head of Brand'],
  ],
  [
    'what moves in a phase',
    `${org}plan p { phase one "One" { move desig<|>ner to growth  change growth { lead designer } } }`,
    ['Reports to: Head of Brand', 'After **One**:\n- Team: Growth\n- Reports to: Chief'],
  ],
  [
    'what a later phase speaks of',
    `${org}plan p { phase one "One" { move designer to growth } phase two "Two" { told desi<|>gner "soon" } }`,
    ['After **Two**:\n- Team: Growth'],
  ],
  [
    'what a phase brings',
    `${org}plan p { phase one "One" { add role nur<|>se "Nurse" to brand { held by "Cy" } } }`,
    ['**Nurse**', 'After **One**:', '- Reports to: Head of Brand'],
  ],
  [
    'what a phase takes away',
    `${org}plan p { phase one "One" { merge bra<|>nd into growth } }`,
    ['After **One**: merged into Growth'],
  ],
  [
    'what is found of it after a phase, and what is no more',
    `${org}platform mail "Mail" { used by growth }
plan p {
  phase one "One" { change crm { owner -brand }  change mail { owner brand } }
  phase two "Two" { change c<|>rm, mail { status retiring } }
}`,
    [
      'After **Two**:',
      '- Status: retiring',
      '- **warning** After phase “One”: “CRM” has no owner. `platform/owner`',
    ],
  ],
  [
    'what a phase resolves',
    `${org}platform mail "Mail" { used by growth }
plan p { phase one "One" { change ma<|>il { owner brand } } }`,
    [
      '**warning** “Mail” has no owner.',
      'After **One**:',
      '- resolved: “Mail” has no owner. `platform/owner`',
    ],
  ],
  ['a keyword', org.replace('lead cmo', 'le<|>ad cmo'), ['`lead`', 'Who leads it.']],
  ['a keyword of two words', org.replace('responsible for', 'responsible fo<|>r'), ['Does the work']],
  ['the keyword of an element', org.replace('platform crm', 'plat<|>form crm'), ['A software product']],
  ['a part of a statement', org.replace('" is brand-m', '" i<|>s brand-m'), ['The standard term for it']],
  ['a word of a set', 'organization o { model hy<|>brid }', ['others local']],
  [
    'a rule that is allowed',
    'role r { allow reporting/span<|>-of-control because "x" }',
    ['`reporting/span-of-control` · warning', 'docs/rules/reporting/span-of-control.md'],
  ],
  ['a rule that is set', 'rules { dotted/<|>purpose off }', ['`dotted/purpose`']],
  ['an option', 'rules { reporting/span-of-control warning { m<|>ax 3 } }', ['`max 10`']],
])('%s', async (_, source, says) => {
  const text = await hover(source);
  for (const part of says) expect(text).toContain(part);
});

test.each([
  ['a comment', '// te<|>am'],
  ['white space', 'team a {\n <|>\n}'],
  ['a title', 'team a "ti<|>tle"'],
])('nothing on %s', async (_, source) => {
  expect(await hover(source)).toBeUndefined();
});

test('text of a model is never markup', async () => {
  const text = await hover('team a<|> "<img src=x> [a](http://b.c) **d** `e` @f www.g.h"');
  expect(text).toContain('\\<img src=x\\> \\[a\\](http\\://b.c) \\*\\*d\\*\\* \\`e\\` \\@f www\\.g.h');
});
