import { describe, expect, it } from 'vitest';
import { checkedFiles } from '../testing/checked.ts';
import { toJunit } from './junit.ts';

const findings = {
  'org/a.mktorg': `organization acme "Acme" {}
team a "A" {
  lead nobody
  role b "B" { held by "C" }
}
platform survey "Survey" is survey { used by a for "feedback" }
`,
  'org/b.mktorg': 'skill nothing "Nothing"\n',
};

/** Names of the open elements at each tag; throws where the text is no well-formed XML of the kind that is written. */
function elementsOf(xml: string): readonly string[] {
  const open: string[] = [];
  const seen: string[] = [];
  let rest = xml.replace('<?xml version="1.0" encoding="UTF-8"?>\n', '');
  while (rest !== '') {
    const tag = /^<(\/?)([a-z-]+)((?: [a-z]+="[^"<>&]*(?:&#\d+;[^"<>&]*)*")*)(\/?)>/.exec(rest);
    const text = /^(?:[^<>&]|&#\d+;)+/.exec(rest);
    const [whole = ''] = tag ?? text ?? [];
    if (whole === '') throw new Error(`Not well-formed: ${rest.slice(0, 80)}`);
    const [, end, name = '', , alone] = tag ?? [];
    if (tag && end === '/') expect(open.pop()).toBe(name);
    else if (tag) {
      seen.push([...open, name].join(' '));
      if (alone !== '/') open.push(name);
    }
    rest = rest.slice(whole.length);
  }
  expect(open).toEqual([]);
  return seen;
}

describe('JUnit XML', () => {
  it('has a case for each finding, and one for each file without any', () => {
    const xml = toJunit(checkedFiles(findings), 'error');
    expect(xml).toContain('<testsuites name="mktorg" tests="3" failures="1">');
    expect(xml).toContain(
      '<testcase classname="integrity/unresolved-name" name="team:a nobody" file="org/a.mktorg" line="3"><failure type="error" message="No role is called `nobody`.">org/a.mktorg:3:8\nNo role',
    );
    expect(xml).toContain('<testcase classname="platform/owner" name="platform:survey owner"');
    expect(xml).toContain('<system-out>warning\norg/a.mktorg:6:10\n');
    expect(xml).toContain('<testcase classname="files without findings" name="org/b.mktorg"');
  });

  it('fails from the level on that is asked for', () => {
    expect(toJunit(checkedFiles(findings), 'warning')).toContain('tests="3" failures="2">');
  });

  it('gives findings that are alike names of their own', () => {
    const twice = { 'org/a.mktorg': 'organization acme "Acme" {}\nnonsense\nteam a "A" {}\nnonsense\n' };
    const names = [...toJunit(checkedFiles(twice), 'error').matchAll(/classname="([^"]*)" name="([^"]*)"/g)];
    expect(new Set(names.map(([, rule, name]) => `${rule} ${name}`)).size).toBe(names.length);
  });

  const hostile = [']]>', '</failure>', '&lt;', '\u0000', '\u001b[31m', '\uFFFE', '\uD800', "'", '\u202E'];
  it.each(hostile)('takes %j for text', (text) => {
    const xml = toJunit(checkedFiles({ 'org/a.mktorg': `team a "A ${text} 😀" { role r "R" }\n` }), 'info');
    expect(elementsOf(xml)).toContain('testsuites testsuite testcase failure');
    expect(xml).not.toMatch(/[^\P{C}\n]/u);
  });
});
