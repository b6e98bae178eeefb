import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization, type OrgModel, redactPeople } from '@mktorg/model';
import { describe, expect, it } from 'vitest';
import type { Screen } from '../terminal/terminal.ts';
import { martechGapReport } from './martech-gap.ts';
import { operatingModelReport } from './operating-model.ts';
import { platformsReport } from './platforms.ts';
import { responsibilitiesReport } from './responsibilities.ts';
import { rosterReport } from './roster.ts';
import { skillsGapReport } from './skills-gap.ts';
import { type Table, withMissing } from './table.ts';
import { toMarkdown } from './write-markdown.ts';
import { writeText } from './write-text.ts';

function organizationOf(text: string): OrgModel {
  return mergeOrganization(
    'file:///acme',
    [parseFragment(text, 'file:///acme/a.mktorg')],
    standardVocabulary(),
  );
}

function textOf(table: Table): string {
  let text = '';
  const write = (part: string): void => {
    text += part;
  };
  const screen: Screen = {
    write,
    columns: 100,
    interactive: false,
    style: (_, part) => part,
    link: (part) => part,
  };
  writeText(table, screen, []);
  return text.replaceAll('\n', ' ');
}

describe('a report without rows', () => {
  const empty = organizationOf('team a "A"\n');
  const whole = platformsReport(organizationOf('platform p "P" { owner a  status live }\nteam a\n'));
  it.each<readonly [what: string, table: Table, said: string]>([
    ['platforms', platformsReport(empty), 'This lists platforms, and there is none'],
    ['operating-model', operatingModelReport(empty), 'no team or role says what it answers for'],
    ['roster', rosterReport(empty, false), 'there is no role in the model'],
    ['martech-gap', martechGapReport(empty), 'This lists platforms, and there is none'],
    ['skills-gap', skillsGapReport(empty), 'nobody says what they need'],
    ['--missing', withMissing(whole, ['owner', 'status']), 'the one row says owner and status'],
    [
      '--missing of three',
      withMissing(whole, ['owner', 'status', 'name']),
      'the one row says owner, status and name',
    ],
    ['--missing of nothing', withMissing(platformsReport(empty), ['owner']), 'there is none in the model'],
  ])('says of %s what it would list, and why there is none', (_, table, said) => {
    expect(table.rows).toEqual([]);
    expect(textOf(table)).toContain(said);
    expect(textOf(table)).not.toMatch(/\b0 /);
    expect(toMarkdown(table, [])).toContain(said);
  });
});

describe('the roster', () => {
  const over = 'role a "A" { held by "Ana", "Bo" }\nrole b "B" { seats 2  held by "Cy" }\n';
  it.each<readonly [what: string, text: string, note: string]>([
    ['one of each', 'role a "A" { held by "Ana" }\n', '1 role, 1 seat: 1 filled, 0 vacant; 1 FTE.'],
    [
      'more holders than seats',
      over,
      '2 roles, 3 seats: 2 filled, 1 vacant, and 1 holder beyond the seats of a role; 3 FTE.',
    ],
    [
      'no holders at all',
      'role a "A"\n',
      '1 role, 1 seat, 1 FTE. The model names no holders, so nobody knows which seats are vacant.',
    ],
  ])('counts %s, with people and without', (_, text, note) => {
    const model = organizationOf(text);
    expect(rosterReport(model, false).notes).toEqual([note]);
    expect(rosterReport(redactPeople(model), true).notes).toEqual([note]);
  });

  it('has as many seats in its rows as in all', () => {
    const { rows } = rosterReport(organizationOf(over), false);
    expect(rows.map((row) => [row['holder'], row['seats']])).toEqual([
      ['Ana', 1],
      ['Bo', 0],
      ['Cy', 1],
      [undefined, 1],
    ]);
  });
});

describe('elements of one title', () => {
  const side = (name: string, title: string, role: string): string =>
    `team ${name} "${title}" { lead l role l "Lead" { held by "${title} Lead" }
       team social "Social" { lead m  role m "Social Manager" { held by "${title}" ${role} } } }\n`;
  const model = organizationOf(`organization x "X" {}
skill s1 "Sewing"
${side('a', 'Brand', 'needs s1')}${side('b', 'Growth', '..> a.l "advice"  skills s1')}
platform q "Q" is crm { owner b.social  roadmap a.social  used by a.social, b.social for "y" }
platform q-2 "Q" is crm { owner b.social }
`);
  const cells = (table: Table, row: number): readonly unknown[] =>
    table.columns.flatMap(({ key }) => {
      const cell = table.rows[row]?.[key];
      return /Social|Lead|Q/.test(String(cell)) ? [cell] : [];
    });
  it.each<readonly [what: string, table: Table, row: number, names: readonly unknown[]]>([
    [
      'platforms',
      platformsReport(model),
      0,
      ['Q (q)', 'Social (Growth)', 'Social (Brand)', ['Social (Brand)', 'Social (Growth)']],
    ],
    ['platforms of one title', martechGapReport(model), 1, ['Q (q-2)', 'Social (Growth)']],
    [
      'skills-gap',
      skillsGapReport(model),
      0,
      [['Social Manager (a.social.m)'], ['Social Manager (b.social.m)']],
    ],
    [
      'roster',
      rosterReport(model, false),
      3,
      ['Social Manager', 'Social (Growth)', 'Lead (Growth)', ['Lead (Brand)']],
    ],
  ])('are told apart by the whole model in %s', (_, table, row, names) => {
    expect(cells(table, row)).toEqual(names);
  });
});

describe('responsibilities', () => {
  it('keep apart roles of one title', () => {
    const said = 'role x "X" { responsible for email-marketing }';
    const { rows } = responsibilitiesReport(
      organizationOf(`team a "A" { ${said} }\nteam b "B" { ${said} }\n`),
    );
    const row = rows.find((each) => each['capability'] === 'Email marketing');
    expect(row?.['responsible']).toEqual(['X (A)', 'X (B)']);
  });
});
