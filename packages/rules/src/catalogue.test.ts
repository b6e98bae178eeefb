import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rules } from './catalogue.ts';

const root = resolve(import.meta.dirname, '../../..');

describe('the list of rules', () => {
  it('has every rule once, sorted, under the name of its file', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    for (const id of ids) expect(existsSync(join(import.meta.dirname, `${id}.ts`)), id).toBe(true);
  });

  it('has a test file for every rule', () => {
    for (const { id } of rules) {
      const test = readFileSync(join(import.meta.dirname, `${id}.test.ts`), 'utf8');
      expect(test, id).toContain('describeRule(rule');
    }
  });

  it('has for every rule what its page needs', () => {
    for (const rule of rules) {
      expect(rule.summary, rule.id).toMatch(/^\p{Lu}.*\.$/u);
      expect(rule.rationale.length, rule.id).toBeGreaterThan(100);
      expect(rule.source, rule.id).toMatch(/\.$/);
      expect(rule.clean.length, rule.id).toBeGreaterThan(0);
      expect(rule.findings.length, rule.id).toBeGreaterThan(0);
      for (const { doc } of Object.values(rule.options)) expect(doc, rule.id).toMatch(/\.$/);
    }
  });

  it('is current, and so is every page', () => {
    const { status, stderr } = run(root, 'rule-pages.ts', '--check');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('has a rule for every problem that reading the text and its names can report', () => {
    const sources = ['language', 'model'].flatMap((name) =>
      globSync(`packages/${name}/src/**/*.ts`, { cwd: root }).filter((path) => !path.endsWith('.test.ts')),
    );
    const reported = new Set(
      sources.flatMap((path) => readFileSync(join(root, path), 'utf8').match(/\bintegrity\/[a-z-]+/g) ?? []),
    );
    expect([...reported].filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
  });
});

describe('the scaffold of a rule', () => {
  const copy = mkdtempSync(join(tmpdir(), 'mktorg-rule-'));
  afterAll(() => rmSync(copy, { recursive: true }));

  it('writes rule, test, list and page', () => {
    cpSync(join(root, 'scripts'), join(copy, 'scripts'), { recursive: true });
    cpSync(join(root, 'packages/rules/src'), join(copy, 'packages/rules/src'), { recursive: true });
    cpSync(join(root, 'docs/rules'), join(copy, 'docs/rules'), { recursive: true });
    cpSync(join(root, 'package.json'), join(copy, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const { status, stdout, stderr } = run(copy, 'new-rule.ts', 'reporting/test-of-the-scaffold');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('packages/rules/src/reporting/test-of-the-scaffold.ts');
    const read = (path: string) => readFileSync(join(copy, path), 'utf8');
    const folder = 'packages/rules/src/reporting';
    expect(read(`${folder}/test-of-the-scaffold.ts`)).toContain("id: 'reporting/test-of-the-scaffold'");
    expect(read(`${folder}/test-of-the-scaffold.test.ts`)).toContain('describeRule(rule');
    expect(read('packages/rules/src/catalogue.ts')).toContain('  reportingTestOfTheScaffold,\n');
    expect(read('docs/rules/reporting/test-of-the-scaffold.md')).toContain(
      '# reporting/test-of-the-scaffold\n',
    );
    expect(read('docs/rules/README.md')).toContain('(reporting/test-of-the-scaffold.md)');
    expect(run(copy, 'rule-pages.ts', '--check').status).toBe(0);
  });

  it('refuses a name that is none or is taken', () => {
    expect(run(copy, 'new-rule.ts', 'Manager of one').status).toBe(2);
    expect(run(copy, 'new-rule.ts', 'reporting/span-of-control').status).toBe(2);
  });
});

function run(folder: string, script: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [join(folder, 'scripts', script), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}
