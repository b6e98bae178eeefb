import { describe, expect, it } from 'vitest';
import { sayAccepted } from './accepted.ts';
import { sameAsBefore } from './finding-shift.ts';
import { reviewMarkdown } from './markdown.ts';
import { documentOf, reviewOfTexts } from './testing/review.ts';

const before = `team a "A" { lead x  role x "X" { held by "Ana" } }
platform crm "CRM" { used by a }
`;
const owned = before.replace('{ used by a }', '{ owner a  used by a }');
const owner = 'platform/owner of platform:crm';
const plan = (change: string): string => `plan p "P" { phase one "One" { change crm { ${change} } } }\n`;

describe('a finding that is told no more', () => {
  it.each<
    readonly [
      what: string,
      before: string,
      after: string,
      shift: { readonly [what in 'fixed' | 'unknown' | 'accepted']?: readonly string[] },
    ]
  >([
    ['is fixed where it is mended', before, owned, { fixed: [owner] }],
    [
      'is unknown where its element cannot be read',
      before,
      before.replace('used by a', 'used by a\n  owner "'),
      { unknown: [owner] },
    ],
    [
      'is unknown where a name means nothing',
      before,
      before.replace('used by a', 'used by a  owner nobody'),
      { unknown: [owner] },
    ],
    ['is fixed where what it is about goes', before, before.replace(/platform.*\n/, ''), { fixed: [owner] }],
    [
      'is accepted with a reason',
      before,
      before.replace('{ used', '{ allow platform/owner because "no time"  used'),
      { accepted: [`${owner}: allowed because “no time”`] },
    ],
    [
      'is accepted without one',
      before,
      before.replace('{ used', '{ allow platform/owner  used'),
      { accepted: [`${owner}: allowed without a reason`] },
    ],
    [
      'is accepted where it is called differently',
      before,
      before.replace(
        'platform crm "CRM" {',
        'platform suite "Suite" { previously crm  allow platform/owner ',
      ),
      { accepted: [`${owner}: allowed without a reason`] },
    ],
    [
      'is accepted where its rule is off',
      before,
      `${before}rules { platform/owner off because "Later" }\n`,
      { accepted: [`${owner}: the rule is off because “Later”`] },
    ],
    [
      'is fixed where its rule is off and it is mended, too',
      before,
      `${owned}rules { platform/owner off }\n`,
      { fixed: [owner] },
    ],
    [
      'is accepted where its rule is off that was taken more seriously',
      `${before}rules { platform/owner error }\n`,
      `${before}rules { platform/owner off }\n`,
      { accepted: [`${owner}: the rule is off`] },
    ],
    [
      'is accepted where its rule is set to other limits',
      `${before}team b "B" { lead y  role y "Y" { held by "Bo" } role u "U" { reports to y  seats 12  held by "C" } }\n`,
      `${before}team b "B" { lead y  role y "Y" { held by "Bo" } role u "U" { reports to y  seats 12  held by "C" } }\nrules { reporting/span-of-control warning { max 20 } }\n`,
      { accepted: ['reporting/span-of-control of role:b.y: the rule has other limits'] },
    ],
    [
      'is told with a lower severity',
      before,
      `${before}rules { platform/owner info }\n`,
      { accepted: [`${owner}: warning → info`] },
    ],
    ['is as before with a higher one', before, `${before}rules { platform/owner error }\n`, {}],
    [
      'is as before where an allow is of another rule',
      before,
      before.replace('{ used', '{ allow platform/users  used'),
      {},
    ],
    [
      'is accepted after the phase that brings it',
      `${owned}${plan('owner -a')}`,
      `${owned}${plan('owner -a  allow platform/owner because "Sold"')}`,
      { accepted: [`${owner}: allowed because “Sold”`] },
    ],
    [
      'is fixed where the phase does not bring it any more',
      `${owned}${plan('owner -a')}`,
      `${owned}${plan('note "n"')}`,
      { fixed: [owner] },
    ],
    [
      'is accepted where its rule is off after a phase',
      `${owned}${plan('owner -a')}`,
      `${owned}${plan('owner -a')}rules { platform/owner off }\n`,
      { accepted: [`${owner}: the rule is off`] },
    ],
  ])('%s', (_, was, is, { fixed = [], unknown = [], accepted = [] }) => {
    const { findings } = reviewOfTexts(was, is);
    const told = findings.fixed.length + findings.unknown.length + findings.accepted.length;
    const sum = told + sameAsBefore(findings);
    const only = ({ rule, element }: { readonly rule: string; readonly element?: string }): string =>
      `${rule} of ${element}`;
    const found = findings.accepted.map(({ finding, now, ...how }) => {
      const said = sayAccepted({ ...how, severity: finding.severity, now: now?.severity });
      return `${only(finding)}: ${said}`;
    });
    const ofRule = (line: string): boolean => /^(platform\/owner|reporting\/span)/.test(line);
    expect(found).toEqual(accepted);
    expect(findings.fixed.map(only).filter(ofRule)).toEqual(fixed);
    expect(findings.unknown.map(only).filter(ofRule)).toEqual(unknown);
    expect(sum).toBe(reviewOfTexts(was, was).findings.carried.length);
  });
});

it('says in a comment what is accepted, apart from what is fixed', () => {
  const after = before.replace('{ used', '{ allow platform/owner because "<b>no</b> time"  used');
  const markdown = reviewMarkdown(documentOf(reviewOfTexts(before, after)));
  expect(markdown).toContain('no new finding; 1 finding is accepted without being mended\\.');
  expect(markdown).toContain('### Findings accepted, not mended (1)');
  expect(markdown).toContain('allowed because “&lt;');
  expect(markdown).not.toContain('fixed');
});
