import { expect, test } from 'vitest';
import type {
  ChangeSummaryAnswer,
  ChartAnswer,
  CompareAnswer,
  ComparedChanges,
  ComparedPhrase,
  CompareWith,
} from '../../protocol.ts';
import { useClient } from '../../testing/marked.ts';

const open = useClient();

const now = `-- organization.mktorg
organization o "Org"
-- teams.mktorg
team m "Marketing" {
  lead cmo
  role cmo "CMO" { held by "Ann" }
  team b "Brand" {
    lead head
    role head "Head of Brand" { held by "Bea" }
    role d "Designer" { held by "Cy" }
    role w "Writer"
  }
}
`;
const before = `team m "Marketing" {
  lead cmo
  role cmo "CMO" { held by "Ann" }
  role d "Designer" { held by "Cy" }
  team b "Brand" {
    lead head
    role head "Head of Content" { held by "Bea" }
    role e "Editor" { held by "Di" }
  }
}
`;

const words = (phrase: ComparedPhrase): string =>
  phrase.map((word) => (typeof word === 'string' ? word : word.text)).join('');
const lines = ({ tiers }: ComparedChanges): string[] =>
  tiers.flatMap(({ rows }) => rows.map(({ glyph, phrase }) => `${glyph} ${words(phrase)}`));

async function opened(source = now): Promise<{
  readonly compare: (other: CompareWith, more?: object) => Promise<NonNullable<CompareAnswer>>;
  readonly change: (name: string, text: string) => Promise<void>;
  readonly send: <T>(method: string, params: object) => Promise<T>;
  readonly uriOf: (name: string) => string;
}> {
  const { client, uri, uriOf } = await open(source);
  return {
    async compare(other, more = {}) {
      const answer: CompareAnswer = await client.connection.sendRequest('mktorg/compare', {
        uri,
        lens: 'reporting',
        with: other,
        ...more,
      });
      if (!answer) throw new Error('no comparison');
      return answer;
    },
    change: (name, text) => client.change(uriOf(name), text),
    send: (method, params) => client.connection.sendRequest(method, params),
    uriOf,
  };
}

test('with other texts: what came, went, moved and changed, drawn and in words', async () => {
  const { compare, uriOf } = await opened();
  const texts = [{ uri: uriOf('teams.mktorg'), text: before }];
  const { scene, changes } = await compare({ type: 'texts', name: 'Last commit', texts });
  expect(lines(changes)).toEqual([
    '− role Editor in Brand, held by Di',
    '→ role Designer from Marketing to Brand, held by Cy',
    '+ role Writer in Brand',
    '~ role Head of Content is now Head of Brand in Brand',
  ]);
  expect(changes).toMatchObject({ from: 'Last commit', to: 'Now' });
  expect(changes.effects.map(({ title }) => title)).toContain('Vacancies');
  expect(scene.difference).toBe(true);
  const marks = scene.nodes.flatMap(({ id, mark }) => (mark ? [`${mark.type} ${id}`] : []));
  expect(marks).toEqual(
    expect.arrayContaining([
      'added role:m.b.w',
      'moved role:m.b.d',
      'removed #was:role:m.b.e',
      'changed role:m.b.head',
    ]),
  );
  const [gone] = changes.tiers[0]?.rows[0]?.targets ?? [];
  expect(gone).toMatchObject({
    id: 'role:m.b.e',
    gone: true,
    at: { uri: uriOf('teams.mktorg'), line: 8, side: 'before' },
  });
});

test('findings that are new and fixed', async () => {
  const { compare, change, uriOf } = await opened();
  const texts = [{ uri: uriOf('teams.mktorg'), text: before.replace('lead cmo', 'lead nobody') }];
  const { changes } = await compare({ type: 'texts', name: 'Last commit', texts });
  expect(changes.findings.fixed.map(({ rule }) => rule)).toContain('integrity/unresolved-name');
  await change('teams.mktorg', before.replace('lead head', 'lead nobody'));
  const later = await compare({ type: 'texts', name: 'Last commit', texts });
  expect(later.changes.findings.new.map(({ rule }) => rule)).toContain('integrity/unresolved-name');
});

test('it follows while somebody types, and keeps the last good state where text is broken', async () => {
  const { compare, change, uriOf } = await opened();
  const other: CompareWith = {
    type: 'texts',
    name: 'Last commit',
    texts: [{ uri: uriOf('teams.mktorg'), text: before }],
  };
  await change('teams.mktorg', before);
  const same = await compare(other);
  expect(same.changes.tiers).toEqual([]);
  await change('teams.mktorg', before.replace('"Editor"', '"Managing Editor"'));
  const renamed = await compare(other);
  expect(lines(renamed.changes)).toEqual(['~ role Editor is now Managing Editor in Brand']);
  await change('teams.mktorg', before.replace('"Editor" {', '"Editor {'));
  const stale = await compare(other);
  expect(stale.scene).toEqual(renamed.scene);
  expect(stale.stale).toMatch(/line 8/);
});

test('with an organization that was not there, everything is new', async () => {
  const { compare, uriOf } = await opened();
  const texts = ['organization.mktorg', 'teams.mktorg'].map((name) => ({ uri: uriOf(name), text: null }));
  const { changes } = await compare({ type: 'texts', name: 'Last commit', texts });
  expect(lines(changes).some((line) => line.startsWith('+ team Marketing'))).toBe(true);
});

test('without people, it names none', async () => {
  const { compare, uriOf } = await opened();
  const texts = [{ uri: uriOf('teams.mktorg'), text: now.replace('"Bea"', '"Bo"') }];
  const answer = await compare({ type: 'texts', name: 'Last commit', texts }, { redactPeople: true });
  expect(JSON.stringify(answer)).not.toMatch(/\b(Bea|Bo|Di|Ann)\b/);
  expect(lines(answer.changes)).toHaveLength(1);
  expect(answer.scene.nodes.filter(({ mark }) => mark?.type === 'changed')).toHaveLength(1);
});

test.each([
  [
    'with names',
    before,
    {},
    [
      'What happens: 1 role comes, 1 goes and 1 moves; Di leaves.',
      'What follows: 1 role reports to somebody else; 1 seat is newly vacant.',
      'What it risks: no new finding.',
    ],
  ],
  [
    'without people',
    before,
    { redactPeople: true },
    [
      'What happens: 1 role comes, 1 goes and 1 moves; Person 1 leaves.',
      'What follows: 1 role reports to somebody else; 1 seat is newly vacant.',
      'What it risks: no new finding.',
    ],
  ],
  ['nothing where nothing is different', now, {}, []],
])('in three sentences: %s', async (_, text, more, sentences) => {
  const { compare, uriOf } = await opened();
  const texts = [{ uri: uriOf('teams.mktorg'), text }];
  const { changes } = await compare({ type: 'texts', name: 'Last commit', texts }, more);
  expect(changes.headline.map(words)).toEqual(sentences);
});

const planned = `${now}
plan p "Grow" {
  owner m.cmo
  phase one "First" from 2027-01 to 2027-06 { add role x "Analyst" to m.b }
  phase two "Then" from 2027-07 to 2027-12 { retire m.b.w }
}
`;

test('points of a plan', async () => {
  const { compare, send, uriOf } = await opened(planned);
  const chart = await send<ChartAnswer>('mktorg/chart', { uri: uriOf('teams.mktorg'), lens: 'reporting' });
  const phases = [
    { id: 'phase:p.one', title: 'First' },
    { id: 'phase:p.two', title: 'Then' },
  ];
  expect(chart?.plans).toEqual([{ id: 'plan:p', title: 'Grow', phases }]);
  const first = await compare({ type: 'phases', to: 'phase:p.one' });
  expect(lines(first.changes)).toEqual(['+ role Analyst in Brand']);
  expect(first.changes).toMatchObject({ from: 'Today', to: 'First' });
  const second = await compare({ type: 'phases', from: 'phase:p.one', to: 'phase:p.two' });
  expect(lines(second.changes)).toEqual(['− role Writer in Brand']);
  const both = await compare({ type: 'phases', to: 'phase:p.two' });
  expect(lines(both.changes)).toEqual(['− role Writer in Brand', '+ role Analyst in Brand']);
  const nothing = {
    uri: uriOf('teams.mktorg'),
    lens: 'reporting',
    with: { type: 'phases', to: 'phase:p.three' },
  };
  expect(await send<CompareAnswer>('mktorg/compare', nothing)).toBeNull();
});

test('entries of a phase lead to the statement that does it', async () => {
  const source = `${now}
platform old "Old" is email { owner m.b  used by m.b }
platform mail "Mail" is email { owner m.b  used by m.b }
process launch "Launch" { owner m.b  step one "One" by m.b via old }
plan p "Grow" {
  owner m.cmo
  phase one "First" from 2027-01 to 2027-06 {
    add team ops "Ops" to m {
      lead boss
      role boss "Boss"
    }
    change m.b.d {
      level senior
    }
    retire old replaced by mail
    told m.b.w "1:1"
    remove m.b.w
  }
  phase two "Then" from 2027-07 to 2027-12 { change m.ops.boss { seats 2 } }
}
`;
  const { compare, uriOf } = await opened(source);
  const text = source.slice(source.indexOf('team m')).split('\n');
  const lead = ({ tiers, effects, findings }: ComparedChanges): string[] =>
    [
      ...tiers.flatMap(({ rows }) => rows.flatMap(({ targets }) => targets)),
      ...effects.flatMap(({ lines: all }) => all.flatMap(({ targets }) => targets)),
      ...[...findings.new, ...findings.fixed].flatMap(({ target }) => target ?? []),
    ].map(({ id, at }) => {
      expect(at).toMatchObject({ uri: uriOf('teams.mktorg'), side: 'after' });
      return `${id} ${text[(at?.line ?? 0) - 1]?.trim()}`;
    });
  const first = lead((await compare({ type: 'phases', to: 'phase:p.one' })).changes);
  expect(first).toEqual(
    expect.arrayContaining([
      'team:m.ops add team ops "Ops" to m {',
      'role:m.ops.boss role boss "Boss"',
      'role:m.b.d change m.b.d {',
      'platform:old retire old replaced by mail',
      'step:launch.one retire old replaced by mail',
      'role:m.b.w remove m.b.w',
    ]),
  );
  const second = lead((await compare({ type: 'phases', from: 'phase:p.one', to: 'phase:p.two' })).changes);
  for (const line of second) expect(line).toMatch(/ phase two "Then" .* change m\.ops\.boss/);
});

test('between phases, without people, finds as much', async () => {
  const { compare } = await opened(planned);
  const counts = async (more: object): Promise<readonly unknown[]> => {
    const { findings } = (await compare({ type: 'phases', to: 'phase:p.two' }, more)).changes;
    return [findings.before, findings.after, findings.new.length, findings.fixed.length];
  };
  expect(await counts({ redactPeople: true })).toEqual(await counts({}));
});

test.each([
  ['nothing', 'move m.b.d to m', undefined, []],
  ['what a phase that leads there says of nobody', 'move nobody to m', undefined, ['nobody']],
  ['not what a phase after both says', 'move m.b.d to m', 'remove nobody', []],
])('tells what could not be read up to a phase: %s', async (_, first, second, names) => {
  const source = `${now}
plan p "Grow" {
  owner m.cmo
  phase one "First" from 2027-01 to 2027-06 { ${first} }
  phase two "Then" from 2027-07 to 2027-12 { ${second ?? 'change m.b in emea'} }
}
region emea "EMEA"
`;
  const { compare } = await opened(source);
  const { changes } = await compare({ type: 'phases', to: 'phase:p.one' });
  expect(changes.unread.map(({ message }) => /`(\w+)`/.exec(message)?.[1])).toEqual(names);
  for (const { at } of changes.unread) expect(at.side).toBe('after');
});

test('lines of what follows, and findings, lead to what they speak of', async () => {
  const { compare, uriOf } = await opened();
  const texts = [{ uri: uriOf('teams.mktorg'), text: before }];
  const { changes } = await compare({ type: 'texts', name: 'Last commit', texts });
  const lead = changes.effects.flatMap(({ title, lines: all }) =>
    all.map(({ phrase, targets }) => `${title}: ${words(phrase)} > ${targets.map(({ id }) => id).join()}`),
  );
  expect(lead).toEqual(
    expect.arrayContaining([
      'Reporting lines: Designer: CMO → Head of Brand > role:m.b.d',
      'People: Di leaves as Editor > role:m.b.e',
      'Vacancies: Writer is new, and vacant > role:m.b.w',
    ]),
  );
  const left = changes.effects.flatMap(({ lines: all }) => all.flatMap(({ targets }) => targets));
  expect(left).toContainEqual({
    id: 'role:m.b.e',
    name: 'Editor',
    gone: true,
    at: { uri: uriOf('teams.mktorg'), line: 8, column: 10, side: 'before' },
  });
});

test('through other lenses: platforms in layers, and a chart as it is where a lens shows no differences', async () => {
  const crm = 'platform crm "CRM" is crm { owner m  used by m }';
  const { compare, uriOf } = await opened(`${now}\n${crm.replace('owner m ', 'owner m.b ')}\n`);
  const texts = [{ uri: uriOf('teams.mktorg'), text: `${before}\n${crm}\n` }];
  const other: CompareWith = { type: 'texts', name: 'Last commit', texts };
  const stack = await compare(other, { lens: 'stack' });
  expect(stack.scene).toMatchObject({ lens: 'stack', difference: true });
  expect(stack.scene.nodes.find(({ id }) => id === 'platform:crm')?.mark?.type).toBe('changed');
  const plan = await compare(other, { lens: 'plan' });
  expect(plan.scene.lens).toBe('plan');
  expect(plan.scene.difference).toBeUndefined();
  expect(plan.changes).toEqual(stack.changes);
});

test('what a document does to the organization by saying something else, in a line', async () => {
  const { send, uriOf } = await opened();
  const ask = (text: string | null): Promise<ChangeSummaryAnswer> =>
    send('mktorg/changeSummary', { uri: uriOf('teams.mktorg'), text });
  expect((await ask(before))?.text).toBe(
    '+1 role · −1 role · 1 moved · 1 renamed · 1 reports to somebody else',
  );
  expect((await ask(null))?.text).toMatch(/^\+2 teams · \+4 roles/);
  const formatted = now.slice(now.indexOf('team m')).replaceAll('  ', '    ');
  expect(await ask(formatted)).toBeNull();
});

test('tells what is accepted apart from what is fixed, and counts changes', async () => {
  const source = `team m "M" { role a "A" role b "B" }
platform crm "CRM" { used by m }
plan p "Plan" {
  phase one "One" {
    change crm { allow platform/owner because "Sold in May" }
    add role c "C" to m
    add role d "D" to m
  }
}
`;
  const { compare } = await opened(source);
  const { tiers, findings } = (await compare({ type: 'phases', to: 'phase:p.one' })).changes;
  const owner = findings.accepted.filter(({ rule }) => rule === 'platform/owner');
  expect(owner.map(({ how, target }) => [target?.id, how])).toEqual([
    ['platform:crm', 'allowed because “Sold in May”'],
  ]);
  expect(findings.fixed.map(({ rule }) => rule)).not.toContain('platform/owner');
  expect(findings.after - findings.before).toBe(
    findings.new.length - findings.fixed.length - findings.accepted.length,
  );
  const [structure] = tiers;
  expect([structure?.rows.length, structure?.changes]).toEqual([1, 2]);
});

test('says once what could not be read before and after', async () => {
  const source = `-- organization.mktorg
organization o "Org"
-- teams.mktorg
team m "M" { seats seats }
team n "N"
`;
  const { compare, uriOf } = await opened(source);
  const text = 'team k "K"\nteam m "M" { seats seats }\n';
  const texts = [{ uri: uriOf('teams.mktorg'), text }];
  const { unread } = (await compare({ type: 'texts', name: 'Last commit', texts })).changes;
  expect(unread.length).toBeGreaterThan(0);
  for (const { both, at } of unread) expect([both, at.line, at.side]).toEqual([true, 1, 'after']);
});
