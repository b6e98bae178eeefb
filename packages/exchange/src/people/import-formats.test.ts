import { describe, expect, it } from 'vitest';
import { readTable } from '../table/read-table.ts';
import { linesOf, organizationOf, standard } from '../testing/organization.ts';
import { importPeople } from './import-people.ts';

/** The exports of well-known systems, made up: each as it comes, and what is written. */
const exports: readonly (readonly [name: string, csv: string, expected: string, codes: readonly string[]])[] =
  [
    [
      'BambooHR',
      `Employee #,First Name,Last Name,Job Title,Department,Division,Location,Reporting to,Employment Status
101,Ana,Prado,Chief Marketing Officer,Marketing,Northwind,Lisbon,,Full-Time
102,Bo,Lindqvist,"Director, Brand",Brand,Northwind,Lisbon,Ana Prado,Full-Time
103,Chen,Wei,Designer,Brand,Northwind,Taipei,Bo Lindqvist,Full-Time
104,Dina,Farouk,Designer,Brand,Northwind,Lisbon,Bo Lindqvist,Contractor
105,Eli,Stone,Growth Manager,Growth,Northwind,Lisbon,Ana Prado,Full-Time
106,Fay,Okoro,Paid Media Specialist,Growth,Northwind,Remote,Eli Stone,Full-Time
107,Gus,Heller,Copywriter,Brand,Northwind,Lisbon,Bo Lindqvist,Terminated`,
      `team marketing "Marketing" {
  lead chief-marketing-officer

  role chief-marketing-officer "Chief Marketing Officer" { id "101"  held by ana-prado }

  team brand "Brand" {
    lead director-brand

    role director-brand "Director, Brand" { id "102"  held by bo-lindqvist }
    role designer "Designer" { id "103"  held by chen-wei }
    role designer-2 "Designer" { id "104"  held by dina-farouk  tags contractor }
  }

  team growth "Growth" is growth {
    lead growth-manager

    role growth-manager "Growth Manager" { id "105"  held by eli-stone }
    role paid-media-specialist "Paid Media Specialist" { id "106"  held by fay-okoro }
  }
}

person ana-prado "Ana Prado" { location "Lisbon" }
person bo-lindqvist "Bo Lindqvist" { location "Lisbon" }
person chen-wei "Chen Wei" { location "Taipei" }
person dina-farouk "Dina Farouk" { location "Lisbon" }
person eli-stone "Eli Stone" { location "Lisbon" }
person fay-okoro "Fay Okoro" { location "Remote" }
`,
      ['left-the-company'],
    ],
    [
      'Workday',
      `Headcount Report,,,,,
Run by: HR,,,,,
Worker_ID,Worker,Business_Title,Employee_Type_ID,Manager_Reference,Supervisory Organization
W-1,"Prado, Ana","VP, Marketing",Regular,,Marketing (Ana Prado)
W-2,"Lindqvist, Bo",Marketing Operations Manager,Regular,W-1,Marketing Operations (Bo Lindqvist)
W-3,"Wei, Chen",Marketing Analyst,Intern,W-2,Marketing Operations (Bo Lindqvist)`,
      `team marketing "Marketing" {
  lead vp-marketing

  role vp-marketing "VP, Marketing" { id "W-1"  held by "Prado, Ana" }

  team marketing-operations "Marketing Operations" is marketing-operations {
    lead marketing-operations-manager

    role marketing-operations-manager "Marketing Operations Manager" { id "W-2"  held by "Lindqvist, Bo" }
    role marketing-analyst "Marketing Analyst" { id "W-3"  held by "Wei, Chen"  tags intern }
  }
}
`,
      ['lines-above-headings'],
    ],
    [
      'OrgPlus',
      `Person ID;Supervisor ID;Name;Title;Department;AltReportsTo
1001;1001;Ana Prado;VP of Marketing;Marketing;
1002;1001;Bo Lindqvist;Creative Director;Creative;
1003;1002;Chen Wei;Designer;Creative;1004
1004;1001;Dina Farouk;Director of Demand Generation;Demand Generation;
1005;1004;;Campaign Manager;Demand Generation;`,
      `team marketing "Marketing" {
  lead vp-of-marketing

  role vp-of-marketing "VP of Marketing" { id "1001"  held by "Ana Prado" }

  team creative "Creative" {
    lead creative-director

    role creative-director "Creative Director" { id "1002"  held by "Bo Lindqvist" }
    role designer "Designer" {
      id "1003"
      held by "Chen Wei"
      ..> director-of-demand-generation
    }
  }

  team demand-generation "Demand Generation" is demand-generation {
    lead director-of-demand-generation

    role director-of-demand-generation "Director of Demand Generation" { id "1004"  held by "Dina Farouk" }
    role campaign-manager "Campaign Manager" { id "1005" }
  }
}
`,
      ['own-manager'],
    ],
    [
      'Google chart',
      'ID,Manager,ToolTip\nMike,,The President\nJim,Mike,VP Sales\nBob,Jim,Bob Sponge\n',
      `team the-presidents-team "The President’s team" {
  lead the-president

  role the-president "The President" { id "Mike" }

  team sales "Sales" is sales {
    lead vp-sales

    role vp-sales "VP Sales" { id "Jim" }
    role bob-sponge "Bob Sponge" { id "Bob" }
  }
}
`,
      [],
    ],
    [
      'Pingboard',
      "First Name,Last Name,Email,Job Title,Manager's Email\nAna,Prado,ana@x.org,CMO,\nBo,Lee,bo@x.org,Editor,ANA@x.org\n",
      `team marketing "Marketing" {
  lead cmo

  role cmo "CMO" { held by "Ana Prado" }
  role editor "Editor" { held by "Bo Lee" }
}
`,
      [],
    ],
    [
      'ChartHop, with a hiring plan',
      'Name,Title,Start Date,Manager\nAna Prado,CMO,2019-05-01,\n,Editor,2027-03-01,Ana Prado\n,Editor,2027-03-01,Ana Prado\n',
      `team marketing "Marketing" {
  lead cmo

  role cmo "CMO" { held by "Ana Prado" }
  role editor "Editor" { seats 2  note "Planned start: 2027-03-01" }
}
`,
      [],
    ],
  ];

describe('exports of well-known systems', () => {
  it.each(exports)('%s', (_, csv, expected, codes) => {
    const { files, report } = importPeople([readTable(csv, { name: 'northwind.csv' })], {
      vocabulary: standard,
    });
    expect(organizationOf(files).problems).toEqual([]);
    expect([...files.values()].join('').split('\n').slice(4).join('\n')).toBe(expected);
    expect(report.notes.map((note) => note.code)).toEqual(codes);
  });

  it('draws the lines of all of them', () => {
    const lines = exports.map(([, csv]) => {
      const { files } = importPeople([readTable(csv)], { vocabulary: standard });
      return linesOf(organizationOf(files)).length;
    });
    expect(lines).toEqual([5, 2, 4, 2, 1, 1]);
  });
});
