import { formatDocument, parseFragment } from '@mktorg/language';
import { mergeOrganization } from '@mktorg/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../table/read-table.ts';
import { organizationOf, standard } from '../testing/organization.ts';
import { importPlatforms, type PlatformOptions } from './import-platforms.ts';

function imported(csv: string, options: PlatformOptions = {}) {
  const { files, report } = importPlatforms(readTable(csv, { name: 'stack.csv' }), {
    vocabulary: standard,
    ...options,
  });
  const model = organizationOf(files);
  if (!options.into) expect(model.problems).toEqual([]);
  for (const text of files.values()) expect(formatDocument(text)).toBe(text);
  return { files, report, model, codes: report.notes.map((note) => note.code) };
}

/** The statements of the only platform. */
function platform(headings: string, cells: string, options?: PlatformOptions): string {
  const text =
    imported(`Platform,${headings}\nThing,${cells}\n`, options).files.get('platforms.mktorg') ?? '';
  return text
    .replace(/^[\s\S]*?platform thing "Thing"/, '')
    .replace(/[{}]/g, '')
    .split(/\n| {2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .join('; ');
}

describe('importPlatforms', () => {
  it('writes an inventory with its owners and users', () => {
    const { files } =
      imported(`Tool,Category,Business Owner,Technical Owner,Used By,Integrates With,Annual Cost,Renewal Date,PII,Status,URL
Marketo,Marketing Automation,Marketing Operations,Ana Prado,"Demand Generation, Field Marketing",Salesforce,"€120,000",31/03/2027,yes,Active,https://marketo.example
Salesforce,CRM,Ana Prado,,All employees,Marketo; Slack,,03/04/2027,GDPR,Sunset,
`);
    expect(files.get('organization.mktorg')).toBe(`// Imported from stack.csv.

organization stack "Stack"

team demand-generation "Demand Generation" is demand-generation
team field-marketing "Field Marketing" is field-marketing
team marketing-operations "Marketing Operations" is marketing-operations

person ana-prado "Ana Prado"
`);
    expect(files.get('platforms.mktorg')).toBe(`// Imported from stack.csv.

platform marketo "Marketo" is marketing-automation {
  owner marketing-operations
  used by demand-generation, field-marketing
  integrates salesforce
  personal data
  cost 120k EUR per year
  renews 2027-03-31
  link "Website" "https://marketo.example"
  note "Technical owner: Ana Prado"
}

platform salesforce "Salesforce" is crm {
  owner ana-prado
  used by stack
  integrates marketo
  personal data under gdpr
  renews 2027-04-03
  status retiring
  note "Integration: Slack"
}
`);
  });

  it.each([
    ['a list of owners', 'Owner', 'O004;O005', 'owner o004; note "Also owned by O005"'],
    ['an owner with a comma', 'Owner', '"Prado, Ana"', 'owner prado-ana'],
    ['users in words', 'Access to', 'Anyone who asks; limited', 'note "Users: Anyone who asks; limited"'],
    ['a purpose for users', 'Used by,Purpose', 'Brand,reporting', 'used by brand for "reporting"'],
    ['a purpose without users', 'Purpose', 'reporting', 'note "Purpose: reporting"'],
    [
      'data classes and tiers',
      'Data class,Tier',
      'Orange,Tier 3 / Non-critical',
      'tags data-orange, tier-3-non-critical',
    ],
    [
      'a law without a word on data',
      'Regulations',
      'GDPR; SOX',
      'personal data under gdpr; note "Compliance: SOX"',
    ],
    ['a law and no personal data', 'PII,Regulations', 'no,GDPR', 'note "Compliance: gdpr"'],
    ['a cost without a currency', 'Cost', '1200', 'note "Cost: 1200"'],
    ['a cost by the month', 'Monthly cost', '$99.50', 'cost 99.5 USD per month'],
    ['a cost in millions', 'Cost,Currency', '1.2M,sek', 'cost 1.2M SEK per year'],
    ['a date that can be read in two ways', 'Renewal', '03/04/2027', 'note "Renews 03/04/2027"'],
    ['a German date', 'Renewal', '31.12.2027', 'renews 2027-12-31'],
    ['a month in words', 'Renewal', 'Mar 2027', 'renews 2027-03'],
    ['a day that is none', 'Renewal', '2027-02-30', 'note "Renews 2027-02-30"'],
    ['a status nobody knows', 'Status', 'Amber', 'note "Status: Amber"'],
    ['a planned platform', 'Status', 'Pilot', 'status planned'],
    ['a category of its own', 'Category', 'Sorcery', 'tags sorcery'],
    ['a vendor', 'Vendor,Description', 'Acme,Does it all', 'note "Vendor: Acme"; note "Does it all"'],
  ])('%s', (_, headings, cells, expected) => {
    expect(platform(headings, cells)).toBe(expected);
  });

  it('takes the currency that the user names', () => {
    expect(platform('Cost', '1200', { currency: 'GBP' })).toBe('cost 1200 GBP per year');
  });

  it('finds the teams of other rows in a sentence about users, and keeps the sentence', () => {
    const { files, codes } = imported(
      'Tool,Owner,Access to\nX,Bo,"Community Relations, Marketing Operations"\nY,Bo,Granted to Community Relations; Marketing OPS on request\n',
    );
    expect(files.get('platforms.mktorg')).toContain(
      'used by community-relations, marketing-operations\n  note "Users: Granted',
    );
    expect(codes).toContain('users-in-sentence');
  });

  it('knows the category of products that everybody has, unless told not to', () => {
    const csv = 'Tool\nGoogle Analytics 4\nYouTube (unfiltered)\nRev Share Report\n';
    const categories = (options?: PlatformOptions) =>
      imported(csv, options).model.byKind.platform.map((it) => it.term?.id);
    expect(categories()).toEqual(['category:web-analytics', 'category:video', undefined]);
    expect(imported(csv).codes).toEqual(
      ['no-category', 'no-owner', 'category-from-product'].sort((a, b) =>
        a === 'no-category' ? -1 : b === 'no-category' ? 1 : 0,
      ),
    );
    expect(categories({ guessCategories: false })).toEqual([undefined, undefined, undefined]);
  });

  it('writes into an organization that is there, and means its teams', () => {
    const into = mergeOrganization(
      'file:///org',
      [
        parseFragment(
          'organization o "O"\nteam ops "Marketing Operations" { role lead "Boss" }\nplatform crm "Salesforce"',
          'file:///org/o.mktorg',
        ),
      ],
      standard,
    );
    const { files } = imported('Tool,Owner,Users,Integrations\nOps,Marketing Ops,everyone,Salesforce\n', {
      into,
    });
    expect([...files.keys()]).toEqual(['platforms.mktorg']);
    expect(files.get('platforms.mktorg')).toBe(
      '// Imported from stack.csv.\n\nplatform ops-2 "Ops" { owner ops  used by o  integrates crm }\n',
    );
  });

  it('gives the same text when it is written where an earlier import stands', () => {
    const csv =
      'Tool,Owner,Users,Integrations\nHubSpot,Ana Prado,Growth,Slack\nSlack,Growth,everyone,\nGrowth,Bo,,\n';
    const first = imported(csv);
    const again = imported(csv, { into: first.model, folder: 'file:///%6Frg' });
    expect([...again.files]).toEqual([...first.files].slice(1));
    const base = parseFragment('organization o "O"\nteam growth "Growth"\n', 'file:///org/o.mktorg');
    const before = mergeOrganization('file:///org', [base], standard);
    const into = imported(csv, { into: before });
    const fragments = [...into.files].map(([file, text]) => parseFragment(text, `file:///org/${file}`));
    const after = mergeOrganization('file:///org', [base, ...fragments], standard);
    expect(after.problems).toEqual([]);
    const second = imported(csv, { into: after, folder: 'file:///org' });
    expect([...second.files]).toEqual([...into.files]);
  });

  it.each([
    ['no name', 'Tool,Owner\n,Ana\nX,Bo\n', ['no-name']],
    ['the same row twice', 'Tool,Owner\nX,Bo\nX,Bo\n', ['duplicate-row']],
    ['the same id twice', 'Id,Tool\n1,X\n1,Y\n', ['duplicate-id']],
    ['no column of names', 'Foo\n1\n', ['nothing-imported']],
    ['teams that may be one', 'Tool,Users\nX,Marketing Ops\nY,Marketing Operations\n', ['teams-alike']],
  ])('reports %s', (_, csv, codes) => {
    expect(imported(csv).codes).toEqual(expect.arrayContaining(codes));
  });

  it('makes an organization without problems of any table', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'Ana Prado',
        'O001',
        'Marketing',
        'Marketing, Brand',
        'all',
        'Thing',
        'yes',
        'GDPR',
        '€5k',
        '2027-01-31',
        '"',
        'owner',
      ),
      fc.string({ unit: 'grapheme', maxLength: 10 }),
    );
    const headings = [
      'Tool',
      'Id',
      'Category',
      'Owner',
      'Technical owner',
      'Used by',
      'Integrations',
      'Cost',
      'Renewal',
      'Status',
      'PII',
      'Regulation',
      'Tier',
      'Data class',
      'URL',
      'Bought by',
      'Notes',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: headings.length, maxLength: headings.length }), {
          maxLength: 8,
        }),
        (rows) => {
          const csv = [headings, ...rows]
            .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
            .join('\n');
          const table = readTable(csv, { name: 'stack.csv' });
          const { files, report } = importPlatforms(table, { vocabulary: standard });
          expect(organizationOf(files).problems).toEqual([]);
          for (const text of files.values()) expect(formatDocument(text)).toBe(text);
          expect(report.rows.map((row) => row.line)).toEqual(table.rows.map((row) => row.line));
          expect([...importPlatforms(table, { vocabulary: standard }).files]).toEqual([...files]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
