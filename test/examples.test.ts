import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization, type OrgModel } from '@mktorg/model';
import { check, checkPhases, type Finding, rules } from '@mktorg/rules';
import { describe, expect, it } from 'vitest';

const folder = path.join(import.meta.dirname, '../examples');
const today = '2026-11-21';

function load(name: string): OrgModel {
  const root = path.join(folder, name);
  const fragments = globSync('**/*.mktorg', { cwd: root })
    .sort()
    .map((file) => path.join(root, file))
    .map((file) => parseFragment(readFileSync(file, 'utf8'), pathToFileURL(file).href));
  return mergeOrganization(pathToFileURL(root).href, fragments, standardVocabulary());
}

const findings = new Map<string, readonly Finding[]>();
function findingsOf(name: string): readonly Finding[] {
  let found = findings.get(name);
  if (!found) {
    const result = check(load(name), { today });
    expect(result.failed).toEqual([]);
    found = result.findings;
    findings.set(name, found);
  }
  return found;
}

function counted(name: string): { readonly [rule: string]: number } {
  const counts: { [rule: string]: number } = {};
  for (const { rule } of findingsOf(name)) counts[rule] = (counts[rule] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('the examples', () => {
  it.each(['hotel-group', 'software-company', 'accidental-operations', 'three-scripts'])(
    '%s finds what its story tells',
    async (name) => {
      await expect(`${JSON.stringify(counted(name), null, 2)}\n`).toMatchFileSnapshot(
        `testdata/findings-${name}.json`,
      );
    },
  );

  it.each(['hotel-group', 'software-company', 'accidental-operations', 'three-scripts'])(
    '%s holds together',
    (name) => {
      const broken = findingsOf(name).filter(({ rule }) => rule.startsWith('integrity/'));
      expect(broken.map(({ rule, message, at }) => `${rule} ${message} ${at.uri}:${at.line + 1}`)).toEqual(
        [],
      );
    },
  );

  it('let every rule fire, but for those about text and settings', () => {
    const fired = new Set(
      ['hotel-group', 'software-company', 'accidental-operations', 'three-scripts'].flatMap((name) =>
        findingsOf(name).map(({ rule }) => rule),
      ),
    );
    const silent = rules
      .map(({ id }) => id)
      .filter((id) => !/^(integrity|settings)\//.test(id) && !fired.has(id));
    expect(silent).toEqual([]);
  });
});

describe('the way out of accidental operations', () => {
  const model = load('accidental-operations');
  const now = findingsOf('accidental-operations');
  const phases = checkPhases(model, { today }, now);

  it('settles the findings phase by phase, and accepts the rest with a reason', () => {
    const about = now.filter(({ rule }) => !rule.startsWith('settings/'));
    expect(about.length).toBe(51);
    expect(
      phases.map(({ phase, findings, fresh, resolved, allowed }) => ({
        phase: phase.name,
        resolved: resolved.length,
        fresh: fresh.map(({ message }) => message),
        left: findings.length,
        allowed: allowed.length,
      })),
    ).toEqual([
      { phase: 'found', resolved: 22, fresh: [], left: 29, allowed: 0 },
      { phase: 'gather', resolved: 14, fresh: [], left: 15, allowed: 0 },
      { phase: 'settle', resolved: 13, fresh: [], left: 0, allowed: 2 },
    ]);
  });

  it('has four parts in every phase, and tells everybody', () => {
    const rules = now.map(({ rule }) => rule);
    expect(rules.filter((rule) => /^(plan|integrity)\//.test(rule))).toEqual([]);
  });

  it('takes nothing away for the sake of the findings', () => {
    const types = phases.flatMap(({ phase }) => phase.changes.map(({ type }) => type));
    expect(types).not.toContain('remove');
    const reasons = phases.flatMap(({ phase }) =>
      phase.changes.flatMap(({ states }) => states.filter(({ field }) => field === 'allows')),
    );
    expect(reasons.length).toBeLessThanOrEqual(3);
  });
});
