import { formatDocument } from '@mktorg/language';
import { describe, expect, it } from 'vitest';
import { parseMapping } from '../headings/mapping.ts';
import { readTable } from '../table/read-table.ts';
import { linesOf, organizationOf, standard } from '../testing/organization.ts';
import { importPeople, type PeopleOptions } from './import-people.ts';

function imported(csv: string | readonly string[], options: PeopleOptions = {}) {
  const sources = typeof csv === 'string' ? [csv] : csv;
  const tables = sources.map((source, i) =>
    readTable(dedent(source), { name: i === 0 ? 'acme.csv' : `acme-${i}.csv` }),
  );
  const { files, report } = importPeople(tables, { vocabulary: standard, ...options });
  const model = organizationOf(files);
  expect(model.problems).toEqual([]);
  for (const text of files.values()) expect(formatDocument(text)).toBe(text);
  const text = [...files.values()].join('');
  return { files, report, model, text, codes: report.notes.map((note) => note.code) };
}

/** The elements below the organization, without the first lines that every import has. */
function body(csv: string | readonly string[], options?: PeopleOptions): string {
  return imported(csv, options).text.replace(/^\/\/ Imported.*\n\norganization acme "Acme"\n\n?/, '');
}

function dedent(text: string): string {
  return text.replace(/^\n/, '').replace(/^ +/gm, '').trimEnd();
}

describe('teams from managers', () => {
  it('nests a team for whoever has reports, named after what the title says is led', () => {
    expect(
      body(`
        id,title,manager
        1,VP of Marketing,
        2,Director of Brand,1
        3,Designer,2
        4,Designer,2
        5,Chief of Staff,1
      `),
    ).toBe(`team marketing "Marketing" {
  lead vp-of-marketing

  role vp-of-marketing "VP of Marketing" { id "1" }
  role chief-of-staff "Chief of Staff" { id "5" }

  team brand "Brand" {
    lead director-of-brand

    role director-of-brand "Director of Brand" { id "2" }
    role designer "Designer" { id "3" }
    role designer-2 "Designer" { id "4" }
  }
}
`);
  });

  it('puts the heads of a company beside its departments, not around them', () => {
    const { model, text } = imported(`
      name,title,reports to
      Ann,Chief Executive Officer,
      Bo,Chief Marketing Officer,Ann
      Cy,Chief Sales Officer,Ann
      Di,Editor,Bo
      Ed,Seller,Cy
      Fy,Assistant,Ann
    `);
    expect(text).toContain('team executive-office "Executive Office" {\n  lead chief-executive-officer\n');
    expect(model.byKind.team.map((team) => team.path)).toEqual(['executive-office', 'marketing', 'sales']);
    expect(linesOf(model)).toEqual([
      'Assistant → Chief Executive Officer',
      'Chief Marketing Officer → Chief Executive Officer',
      'Editor → Chief Marketing Officer',
      'Chief Sales Officer → Chief Executive Officer',
      'Seller → Chief Sales Officer',
    ]);
  });

  it.each([
    [
      'a part of the title',
      'Director of Engineering',
      'Engineering Manager - Search',
      'b',
      ['Engineering', 'Search'],
    ],
    [
      'the position',
      'Director of Engineering',
      'Engineering Manager',
      'engineering_manager_repo',
      ['Engineering', 'Repo'],
    ],
    [
      'the rank',
      'Director of Engineering',
      'Engineering Manager',
      'b',
      ['Engineering', 'Engineering (Manager)'],
    ],
    [
      'the title, where no area is in it',
      'Director of Content',
      'Managing Editor',
      'b',
      ['Content', 'Managing Editor’s team'],
    ],
    ['a title in Chinese', '市场总监', '内容经理', 'b', ['市场', '内容']],
  ])('names a team inside another by %s', (_, first, second, position, titles) => {
    const { model } = imported(`
      title,position slug,manager position
      ${first},a,
      ${second},${position},a
      Writer,w,${position}
    `);
    expect(model.byKind.team.map((team) => team.title)).toEqual(titles);
  });

  it('numbers teams that nothing tells apart', () => {
    const { model } = imported(`
      id,title,manager
      1,Director of Support,
      2,Support Manager,1
      3,Support Manager,1
      4,Agent,2
      5,Agent,3
    `);
    expect(model.byKind.team.map((team) => team.path)).toEqual([
      'support',
      'support.support-1',
      'support.support-2',
    ]);
  });
});

describe('teams from departments', () => {
  it('gives the team of its head the name of the department, and the term where it is one', () => {
    expect(
      body(`
        Name,Title,Department,Reports to
        Ann,Boss,Marketing,
        Bo,Head Person,Product Marketing,Ann
        Cy,Writer,Product Marketing,Bo
        Di,Helper,Marketing,Ann
      `),
    ).toBe(`team marketing "Marketing" {
  lead boss

  role boss "Boss" { held by "Ann" }
  role helper "Helper" { held by "Di" }

  team product-marketing "Product Marketing" is product-marketing {
    lead head-person

    role head-person "Head Person" { held by "Bo" }
    role writer "Writer" { held by "Cy" }
  }
}
`);
  });

  it('makes a team of each department that one manager leads', () => {
    const { model } = imported(`
      Name,Title,Department,Reports to
      Ann,Marketing Director,Marketing,
      Bo,Designer,Design,Ann
      Cy,Designer,Design,Ann
      Di,Writer,Copy,Ann
      Ed,Editor,Copy,Ann
      Fy,Assistant,Marketing,Ann
    `);
    expect(model.byKind.team.map((team) => [team.path, team.lead?.id])).toEqual([
      ['marketing', 'role:marketing.marketing-director'],
      ['marketing.design', 'role:marketing.marketing-director'],
      ['marketing.copy', 'role:marketing.marketing-director'],
    ]);
    expect(linesOf(model).every((line) => line.endsWith('→ Marketing Director'))).toBe(true);
  });

  it('keeps the name of a department of one: whose title ranks leads it, else the manager does', () => {
    const { model, codes } = imported(`
      Name,Title,Department,Reports to
      Ann,Marketing Director,Marketing,
      Bo,PR Manager,Public Relations,Ann
      Cy,SEO Specialist,Search,Ann
      Di,Writer,Marketing,Ann
      Ed,Assistant,Acme,Ann
    `);
    expect(model.byKind.team.map((team) => [team.path, team.lead?.id])).toEqual([
      ['marketing', 'role:marketing.marketing-director'],
      ['marketing.public-relations', 'role:marketing.public-relations.pr-manager'],
      ['marketing.search', 'role:marketing.marketing-director'],
    ]);
    expect(linesOf(model).every((line) => line.endsWith('→ Marketing Director'))).toBe(true);
    expect(codes).toEqual(['other-department-than-manager']);
  });

  it('stands departments of the head of a company beside the office', () => {
    const { model } = imported(`
      Name,Title,Department,Reports to
      Ann,CEO,Management,
      Bo,Head of HR,HR,Ann
      Cy,Administrator,IT,Ann
      Di,CMO,Marketing,Ann
      Ed,Writer,Marketing,Di
    `);
    expect(model.byKind.team.map((team) => team.path).sort()).toEqual([
      'hr',
      'it',
      'management',
      'marketing',
    ]);
    expect([...linesOf(model)].sort()).toEqual([
      'Administrator → CEO',
      'CMO → CEO',
      'Head of HR → CEO',
      'Writer → CMO',
    ]);
  });

  it('keeps the department of whoever stands in the team of another', () => {
    const { text, codes } = imported(`
      Name,Title,Department,Reports to
      Ann,Brand Director,Brand,
      Bo,Growth Director,Growth,
      Cy,Designer,Brand,Ann
      Di,Designer,Brand,Ann
      Ed,Analyst,Growth,Bo
      Fy,Analyst,Growth,Bo
      Gi,Brand Analyst,Brand,Bo
    `);
    expect(codes).toEqual(['other-department-than-manager']);
    expect(text).toContain('role brand-analyst "Brand Analyst" { held by "Gi"  note "Department: Brand" }');
  });

  it('is home to those without a manager', () => {
    const { model, codes } = imported(`
      Name,Title,Department
      Ann,Writer,Content
      Bo,Editor,Content
      Cy,Designer,Design
    `);
    expect(model.byKind.role.map((role) => role.path)).toEqual([
      'content.writer',
      'content.editor',
      'design.designer',
    ]);
    expect(linesOf(model)).toEqual([]);
    expect(codes).toEqual([]);
  });

  it('says where a line follows from the department only', () => {
    const { model, codes } = imported(`
      Name,Title,Department,Manager
      Ann,Director of Content,Content,
      Bo,Editor,Content,Ann
      Cy,Writer,Content,
    `);
    expect(linesOf(model)).toContain('Writer → Director of Content');
    expect(codes).toEqual(['manager-from-team']);
  });

  it('takes spellings that differ in case and punctuation as one, and reports what may be one', () => {
    const { model, codes } = imported(`
      Name,Title,Department
      Ann,Writer,Field-Marketing
      Bo,Editor,field marketing
      Cy,Planner,Field Marketing
      Di,Analyst,Marketing Ops
      Ed,Analyst,Marketing Operations
    `);
    expect(model.byKind.team.map((team) => team.title)).toEqual([
      'Field-Marketing',
      'Marketing Ops',
      'Marketing Operations',
    ]);
    expect(codes).toEqual(['departments-alike', 'department-spellings']);
  });

  it('leaves a column alone that few rows fill', () => {
    const { model, codes } = imported(`
      id,title,department,manager
      1,Director of Brand,Brandy,
      2,Writer,,1
      3,Editor,,1
    `);
    expect(model.byKind.team.map((team) => team.title)).toEqual(['Brand']);
    expect(codes).toContain('departments-not-used');
  });

  it('nests divisions, departments and teams where no manager does', () => {
    const { model } = imported(`
      Name,Title,Division,Department,Team
      Ann,Writer,Marketing,Brand,Copy
      Bo,Editor,Marketing,Brand,Copy
      Cy,Designer,Marketing,Brand,
      Di,Seller,Sales,Field,
    `);
    expect(model.byKind.team.map((team) => team.path)).toEqual([
      'marketing',
      'marketing.brand',
      'marketing.brand.copy',
      'sales',
      'sales.field',
    ]);
  });
});

describe('people and seats', () => {
  it('declares people only where a quoted name would not do', () => {
    expect(
      body(`
        ID,Name,Title,Location,FTE,Manager
        7,Ana Silva,Head of Brand,,,
        8,Ana Silva,Designer,,,7
        9,Bo Li,Writer,Lisbon,80%,7
        10,Cy Doe,Editor,,,7
        11,,Planner,Oporto,0.5,7
      `),
    ).toBe(`team brand "Brand" {
  lead head-of-brand

  role head-of-brand "Head of Brand" { id "7"  held by ana-silva }
  role designer "Designer" { id "8"  held by ana-silva-2 }
  role writer "Writer" { id "9"  held by bo-li }
  role editor "Editor" { id "10"  held by "Cy Doe" }
  role planner "Planner" { id "11"  fte 0.5  location "Oporto" }
}

person ana-silva "Ana Silva"
person ana-silva-2 "Ana Silva"
person bo-li "Bo Li" { location "Lisbon"  fte 0.8 }
`);
  });

  it('counts vacancies where there are names', () => {
    const { report } = imported(`
      Name,Title,Start Date
      Ann,Writer,2020-01-01
      Vacant,Editor,
      TBH,Planner,2027-02-01
      ,Analyst,
    `);
    expect(report.counts).toMatchObject({ roles: 4, people: 1, vacancies: 3 });
  });

  it('keeps the planned start of a vacancy only', () => {
    expect(body('Name,Title,Start Date\nAnn,Writer,2020-01-01\nTBH,Editor,2027-02-01\n')).toBe(
      `role writer "Writer" { held by "Ann" }\nrole editor "Editor" { note "Planned start: 2027-02-01" }\n`,
    );
  });

  it('lets codes stand for people where only the kind of row tells who is there', () => {
    expect(body('id,kind,title\nP1,person,Writer\nP2,vacancy,Editor\n')).toBe(
      `role writer "Writer" { id "P1"  held by "P1" }\nrole editor "Editor" { id "P2" }\n`,
    );
  });

  it('names no holders where the file knows none', () => {
    const { report, text } = imported('id,title\nP1,Writer\nP2,Editor\n');
    expect(text).not.toContain('held by');
    expect(report.counts).not.toHaveProperty('vacancies');
  });

  it('pools rows that nothing tells apart, and rows that count seats', () => {
    expect(
      body(`
        Unit,Job Title,Grade,Number of Posts in FTE
        Marketing,Executive,Green,17
        Marketing,Manager,Purple,2.5
        Marketing,Manager,Purple,1
        Marketing,Manager,Blue,
      `),
    ).toBe(`team marketing "Marketing" {
  role executive "Executive" { level green  seats 17 }
  role manager "Manager" { level purple  seats 3  fte 0.833 }
  role manager-2 "Manager" { level purple }
  role manager-3 "Manager" { level blue }
}

// Grades of the source.
level green "Green"
level purple "Purple"
level blue "Blue"
`);
  });

  it('knows standard levels by their names and abbreviations', () => {
    const { text } = imported('id,title,level\n1,Boss,VP\n2,Head,Senior Director\n3,Helper,L2\n');
    expect(text).toMatch(/level vice-president\b[\s\S]*level senior-director\b[\s\S]*level l2 "L2"/);
  });

  it('keeps costs that are mapped, with their currency', () => {
    const csv = 'Name,Title,Salary\nAnn,Writer,"85,000"\nBo,Editor,€90k\nCy,Helper,much\n';
    expect(imported(csv).text).not.toContain('cost');
    const { text, codes } = imported(csv, { mapping: parseMapping('cost=Salary').mapping, currency: 'USD' });
    expect(text).toMatch(/cost 85k USD per year[\s\S]*cost 90k EUR per year/);
    expect(codes).toContain('cost-unreadable');
  });
});

describe('managers', () => {
  it.each([
    ['id', 'id,name,title,Reports to\n1,Ann,Head of Brand,\n2,Bo,Writer,1\n'],
    ['name', 'name,title,Reports to\nAnn Lee,Head of Brand,\nBo,Writer,ann  lee\n'],
    ['name, the other way round', 'name,title,Reports to\nAnn Lee,Head of Brand,\nBo,Writer,"Lee, Ann"\n'],
    [
      'name with an id in brackets',
      'id,name,title,Reports to\n1,Ann Lee,Head of Brand,\n2,Bo,Writer,Ann Lee (1)\n',
    ],
    ['e-mail', "email,title,Manager's Email\nANN@x.org,Head of Brand,\nb@x.org,Writer,ann@X.org\n"],
    ['position', 'title,position_slug,reports_to_position\nHead of Brand,head,\nWriter,w,head\n'],
    [
      'name, with other marks',
      "name,title,Reports to\nZoë O'Ray,Head of Brand,\nBo,Writer,Zoe\u0308 O RAY\n",
    ],
    ['title', 'name,title,Reports to\nAnn,Head of Brand,\nBo,Writer,Head of Brand\n'],
    ['second table', ['id,title\n1,Head of Brand\n', 'title,manager\nWriter,1\n']],
  ])('are found by %s', (_, csv) => {
    expect(linesOf(imported(csv).model)).toEqual(['Writer → Head of Brand']);
  });

  it.each([
    ['itself', '1,Boss,1\n2,Writer,1\n', ['own-manager'], ['Writer → Boss']],
    ['XX', '1,Boss,XX\n2,Writer,1\n', ['manager-says-none'], ['Writer → Boss']],
    ['somebody outside', '1,Boss,99\n2,Writer,1\n', ['manager-not-in-file'], ['Boss → 99', 'Writer → Boss']],
    ['a circle', '1,Boss,2\n2,Writer,1\n', ['cycle'], ['Writer → Boss']],
    ['a long circle', '1,A,2\n2,B,3\n3,C,1\n4,D,3\n', ['cycle'], ['C → A', 'D → C', 'B → C']],
  ])('a manager that is %s', (_, rows, codes, lines) => {
    const result = imported(`id,title,manager\n${rows}`);
    expect(result.codes).toEqual(codes);
    expect([...linesOf(result.model)].sort()).toEqual([...lines].sort());
  });

  it('does not choose between two people of one name', () => {
    const { codes, model } = imported(
      'id,name,title,manager\n1,Ann,Writer,\n2,Ann,Editor,\n3,Bo,Helper,Ann\n4,Cy,Lead,3\n',
    );
    expect(codes).toContain('manager-ambiguous');
    expect(linesOf(model)).toEqual(['Lead → Helper']);
  });

  it.each([
    ['an apostrophe', 'Tom O’Neil', 'Tom ONeil'],
    ['an accent', 'José Núñez', 'Jose Nunez'],
    ['an umlaut', 'Jürgen Groß', 'Juergen Gross'],
    ['a hyphen', 'Anne-Marie Dupont', 'Annemarie Dupont'],
    ['the order, and an accent', 'Søren Kjær', 'Kjaer, Soren'],
    ['marks of vowels that are not written', 'مُحَمَّد علي', 'محمد علي'],
  ])('are matched where names differ by %s, and that is said', (_, name, manager) => {
    const { model, report } = imported(
      `name,title,Reports to\n${name},Head of Brand,\nBo,Writer,"${manager}"\n`,
    );
    expect(linesOf(model)).toEqual(['Writer → Head of Brand']);
    const note = report.notes.find(({ code }) => code === 'spelled-otherwise');
    expect(note?.details).toEqual([`"${manager}" is "${name}" of line 2: line 3`]);
  });

  it('are not guessed at where two are spelled alike, or where codes are', () => {
    const two = imported(
      "name,title,Reports to\nTom ONeil,Writer,\nTom O'Neil,Editor,\nBo,Helper,Tom Óneil\nCy,Lead,Bo\n",
    );
    expect(two.codes).toContain('manager-ambiguous');
    expect(linesOf(two.model)).toEqual(['Lead → Helper']);
    const codes = imported('name,title,Reports to\nA-1,Writer,\nBo,Helper,A1\n');
    expect(linesOf(codes.model)).toEqual(['Helper → A1']);
  });

  it('are matched exactly before they are matched loosely', () => {
    const { model, codes } = imported(
      "name,title,Reports to\nTom ONeil,Head of Brand,\nTom O'Neil,Editor,Tom ONeil\nBo,Writer,Tom ONeil\n",
    );
    expect(linesOf(model)).toEqual(['Editor → Head of Brand', 'Writer → Head of Brand']);
    expect(codes).toEqual([]);
  });

  it('outside the file are one where only the spelling differs', () => {
    const { model } = imported("title,Reports to\nWriter,Tom ONeil\nEditor,Tom O'Neil\n");
    expect(model.byKind.external.map(({ title }) => title)).toEqual(['Tom ONeil']);
  });

  it('leads dotted lines to a name in another spelling', () => {
    const { text, codes } = imported(
      'name,title,Reports to,AltReportsTo\nZoé,Head of Brand,,\nAl,Head of Growth,,\nBo,Writer,Al,Zoe\n',
    );
    expect(text).toContain('..> head-of-brand');
    expect(codes).toContain('spelled-otherwise');
  });

  it('says when two columns disagree', () => {
    const { codes } = imported(
      'id,name,title,manager id,manager name\n1,Ann,Boss,,\n2,Bo,Head,,\n3,Cy,Writer,1,Bo\n',
    );
    expect(codes).toEqual(['managers-disagree', 'outside-teams']);
  });

  it('writes dotted lines without a purpose, and reports those that lead nowhere', () => {
    const { text, codes } = imported(`
      Person ID,Supervisor ID,Name,Title,AltReportsTo
      1001,1001,Ann,VP of Marketing,
      1002,1001,Bo,Director of Brand,1003;9999
      1003,1001,Cy,Director of Growth,
      1004,1002,Di,Designer,1003; 1001
      1005,1003,Ed,Analyst,1005
    `);
    expect(text).toContain(`    role designer "Designer" {
      id "1004"
      held by "Di"
      ..> director-of-growth
      ..> vp-of-marketing
    }
`);
    expect(codes).toEqual(['dotted-line-not-placed', 'dotted-line-not-placed', 'own-manager']);
  });
});

describe('rows that repeat', () => {
  it('imports identical rows once', () => {
    const { report, codes } = imported('id,title,manager\n1,Boss,\n2,Writer,1\n2,Writer,1\n');
    expect(codes).toEqual(['duplicate-row']);
    expect(report.rows).toEqual([
      { table: 'acme.csv', line: 2, element: 'bosss-team.boss' },
      { table: 'acme.csv', line: 3, element: 'bosss-team.writer' },
      { table: 'acme.csv', line: 4 },
    ]);
  });

  it('keeps an id once, and both seats of one person', () => {
    const { model, codes } = imported('id,name,title\n1,Ann,Chief of Staff\n1,Ann,Interim Head of Brand\n');
    expect(codes).toEqual(['duplicate-id', 'interim-in-title', 'outside-teams']);
    expect(
      model.byKind.role.map((role) => [
        role.sourceId?.value,
        role.holders[0]?.name,
        role.interim !== undefined,
      ]),
    ).toEqual([
      ['1', 'Ann', false],
      [undefined, 'Ann', true],
    ]);
  });

  it('leaves out those who left, and rows that name nothing', () => {
    const { report, codes } = imported(
      'id,name,title,employment status\n1,Ann,Writer,Active\n2,Bo,Editor,Terminated\n3,,,Active\nTotal: 3,,,\n',
    );
    expect(codes).toEqual([
      'no-title-and-no-name',
      'no-title-and-no-name',
      'left-the-company',
      'outside-teams',
    ]);
    expect(report.rows.map((row) => row.element !== undefined)).toEqual([true, false, false, false]);
  });
});

describe('names in every script', () => {
  it('keeps letters as they are', () => {
    const { model } = imported(`
      姓名,职位,直属上级,部门
      王芳,市场总监,,市场部
      李强,内容编辑,王芳,市场部
      Zoë Müller,Réd. en chef,王芳,市场部
      نورة,مصمم أول,王芳,市场部
      ณัฐ,นักเขียน,王芳,市场部
      A,3D artist,王芳,市场部
      B,!!!,王芳,市场部
    `);
    expect(model.byKind.team.map((team) => team.name)).toEqual(['市场部']);
    expect(model.byKind.role.map((role) => role.name)).toEqual([
      '市场总监',
      '内容编辑',
      'réd-en-chef',
      'مصمم-أول',
      'นักเขียน',
      'role-3d-artist',
      'b',
    ]);
  });

  it('escapes what would end a text', () => {
    const { model } = imported('id,title\n1,"The ""real"" \\ boss"\n');
    expect(model.byKind.role[0]?.title).toBe('The "real" \\ boss');
  });
});

describe('the organization', () => {
  it.each([
    ['the option', { organization: 'Acme Ltd.' }, 'id,title\n1,Boss\n', 'acme-ltd "Acme Ltd."'],
    ['a column', {}, 'id,title,Company\n1,Boss,Ajax\n2,Writer,Ajax\n', 'ajax "Ajax"'],
    ['the file', {}, 'id,title,Company\n1,Boss,Ajax\n2,Writer,Ares\n', 'acme "Acme"'],
    [
      'a name that a team has',
      { organization: 'Brand' },
      'id,title,manager\n1,Head of Brand,\n2,Writer,1\n',
      'brand-organization "Brand"',
    ],
  ])('is named by %s', (_, options, csv, expected) => {
    expect(imported(csv, options).text).toContain(`organization ${expected}`);
  });

  it('stands in one file while it is small', () => {
    expect([...imported('id,title\n1,Boss\n').files.keys()]).toEqual(['organization.mktorg']);
  });

  it('is split by teams when it is large, and the lines stay', () => {
    const rows = ['id,title,manager', '0,Chief Executive Officer,'];
    for (let team = 1; team <= 3; team++) {
      rows.push(`${team},Director of Area ${team},0`);
      for (let i = 0; i < 100; i++) {
        const head = team === 3 && i >= 2 ? 300 + (i % 2) : team;
        rows.push(`${team * 100 + i},Seat ${i},${head}`);
      }
    }
    const { files, model } = imported(rows.join('\n'));
    expect([...files.keys()]).toEqual([
      'organization.mktorg',
      'teams/area-1.mktorg',
      'teams/area-2.mktorg',
      'teams/area-3.mktorg',
    ]);
    expect(linesOf(model)).toHaveLength(303);
  });

  it('takes a team apart that is too large for a file', () => {
    const rows = [
      'id,title,manager',
      '0,VP of Marketing,',
      '1,Director of Brand,0',
      '2,Director of Growth,0',
    ];
    for (let i = 0; i < 200; i++) rows.push(`${100 + i},Seat ${i},${1 + (i % 2)}`);
    const { files, model } = imported(rows.join('\n'));
    expect([...files.keys()]).toEqual([
      'organization.mktorg',
      'teams/marketing.mktorg',
      'teams/brand.mktorg',
    ]);
    expect(linesOf(model)).toContain('Director of Brand → VP of Marketing');
  });

  it('is not written where nothing can be imported', () => {
    const { files, report } = importPeople([readTable('Foo,Bar\n1,2\n')]);
    expect(files.size).toBe(0);
    expect(report.notes.at(0)).toMatchObject({
      code: 'nothing-imported',
      severity: 'error',
      wayOut: expect.stringContaining('"Foo" and "Bar"'),
    });
  });

  it('says when a mapped column is not there', () => {
    const { codes } = imported('id,Rank\n1,Boss\n', {
      mapping: parseMapping('title=Rank,manager=Head').mapping,
    });
    expect(codes).toEqual(['mapped-heading-missing', 'outside-teams']);
  });
});
