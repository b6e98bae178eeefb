import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCommand } from '../testing/command.ts';
import { repositoryIn } from '../testing/repository.ts';

const command = builtCommand();

const before = `organization o "Orchard"
team brand "Brand" { lead head  role head "Head of Brand" { held by "Ana" } }
platform crm "CRM" { used by brand }
platform cms "CMS" { used by brand }
`;
/** The CRM is called differently and stands elsewhere; the CMS has an owner, and another platform has none. */
const after = `organization o "Orchard"
// Moved up, and a line lower.
platform customers "Customers" { previously crm  used by brand }
platform cms "CMS" { owner brand  used by brand }
platform mailer "Mailer" { used by brand }
team brand "Brand" { lead head  role head "Head of Brand" { held by "Ana" } }
`;

describe('check --since', () => {
  const made = (): string => {
    const { folder, git, commit } = repositoryIn(command.folder());
    commit('before', { 'org/a.mktorg': before });
    git('switch', '--quiet', '--create', 'branch');
    commit('after', { 'org/a.mktorg': after });
    git('switch', '--quiet', 'main');
    // What is found on the branch is not compared with what happens elsewhere.
    commit('elsewhere', { 'org/a.mktorg': before.replace('used by brand', 'owner brand  used by brand') });
    git('switch', '--quiet', 'branch');
    return folder;
  };

  it('tells only what the change brings, and what it fixed', async () => {
    const { stdout, status, stderr } = await command.run(['check', '--since', 'main'], { cwd: made() });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('org/a.mktorg:5:10 warning platform/owner');
    expect(stdout).not.toContain('Customers');
    expect(stdout).toContain('1 new warning in Orchard');
    expect(stdout).toMatch(/Since [0-9a-f]{8}: 1 fixed, \d+ as before and not shown\./);
  });

  it('in every format, at any level', async () => {
    const cwd = made();
    for (const format of ['json', 'github', 'sarif']) {
      const args = ['check', 'org', '--since', 'main', '--fail-level', 'warning', '--format', format];
      const { stdout, status } = await command.run(args, { cwd });
      expect([format, status]).toEqual([format, 1]);
      expect(stdout).toContain('Mailer');
    }
    const { stdout } = await command.run(['check', '--since', 'main', '--format', 'json'], { cwd });
    const [organization] = JSON.parse(stdout).organizations;
    expect(organization.findings.map(({ element }: { element: string }) => element)).toEqual([
      'platform:mailer',
    ]);
    expect(organization.since.fixed.map(({ element }: { element: string }) => element)).toEqual([
      'platform:cms',
    ]);
    expect(organization.since.carried).toBeGreaterThan(0);
  });

  it.each([
    ['allowed', before.replace('{ used by', '{ allow platform/owner because "No time"  used by'), 'allow'],
    ['of a rule that is off', `${before}rules { platform/owner off }\n`, 'off'],
    ['taken less seriously', `${before}rules { platform/owner info }\n`, 'severity'],
  ])('does not take what is only %s for fixed', async (_, silenced, by) => {
    const { folder, commit } = repositoryIn(command.folder());
    commit('before', { 'org/a.mktorg': before });
    commit('after', { 'org/a.mktorg': silenced });
    const args = ['check', '--since', 'HEAD~1'];
    const { stdout } = await command.run(args, { cwd: folder });
    expect(stdout).toMatch(/: 0 fixed, [12] accepted and not mended, \d+ as before and not shown\./);
    const json = await command.run([...args, '--format', 'json'], { cwd: folder });
    const [{ since }] = JSON.parse(json.stdout).organizations;
    expect(since.fixed).toEqual([]);
    expect(since.accepted[0]).toMatchObject({ rule: 'platform/owner', by });
  });

  it('beside a baseline, whose entries are not stale for that', async () => {
    const cwd = made();
    await command.run(['check', '--update-baseline'], { cwd });
    const { stdout } = await command.run(['check', '--since', 'main'], { cwd });
    expect(stdout).toContain('No new findings');
    expect(stdout).not.toContain('accepts nothing any more');
  });

  it('finds nothing new in nothing new, and all of it where the organization is new', async () => {
    const { folder, commit, git } = repositoryIn(command.folder());
    commit('nothing', { 'README.md': '' });
    commit('before', { 'a.mktorg': before });
    const same = await command.run(['check', '--since', 'HEAD'], { cwd: folder });
    expect(same.stdout).toContain('✔ No new findings in Orchard');
    const { stdout } = await command.run(['check', '--since', 'HEAD~1'], { cwd: folder });
    expect(stdout).toContain('2 new warnings');
    git('switch', '--quiet', '--orphan', 'orphan');
    commit('other', { 'a.mktorg': before });
    const { status, stderr } = await command.run(['check', '--since', 'main'], { cwd: folder });
    expect(status).toBe(2);
    expect(stderr).toContain('have no commit in common');
  });
});

describe('a baseline', () => {
  const folderWith = (text: string): string => command.folder({ 'a.mktorg': text });
  const baseline = (cwd: string): string => path.join(cwd, 'mktorg-baseline.json');
  const check = (cwd: string, ...args: readonly string[]) => command.run(['check', ...args], { cwd });

  it('accepts what is found, and nothing else', async () => {
    const cwd = folderWith(before);
    const written = await check(cwd, '--update-baseline');
    expect([written.status, written.stdout]).toEqual([
      0,
      'mktorg-baseline.json: 2 findings accepted, all new.\n  2  platform/owner\n',
    ]);
    expect(readFileSync(baseline(cwd), 'utf8')).toMatchInlineSnapshot(`
      "{
        "format": "mktorg/baseline",
        "version": 1,
        "findings": [
          {
            "rule": "platform/owner",
            "element": "platform:cms",
            "property": "owner"
          },
          {
            "rule": "platform/owner",
            "element": "platform:crm",
            "property": "owner"
          }
        ]
      }
      "
    `);
    const same = await check(cwd, '--fail-level', 'info');
    expect(same.status).toBe(0);
    expect(same.stdout).toContain('2 findings accepted by mktorg-baseline.json.');
    const { organizations } = JSON.parse((await check(cwd, '--format', 'json')).stdout);
    expect(organizations[0].baseline).toEqual({ file: 'mktorg-baseline.json', accepted: 2, stale: 0 });
    expect((await check(cwd, '--no-baseline', '--fail-level', 'warning')).status).toBe(1);
  });

  it('follows elements that are renamed, and says which entries are stale', async () => {
    const cwd = folderWith(before);
    await check(cwd, '--update-baseline');
    const moved = command.folder({ 'a.mktorg': after, 'mktorg-baseline.json': readFileSync(baseline(cwd)) });
    const { stdout } = await check(moved);
    expect(stdout).toContain('Mailer');
    expect(stdout).not.toContain('Customers');
    expect(stdout).toContain(
      '1 finding accepted by mktorg-baseline.json. 1 entry of it accepts nothing any more; mktorg check --update-baseline takes them out.',
    );
    expect((await check(moved, '--update-baseline')).stdout).toBe(
      'mktorg-baseline.json: 2 findings accepted, 1 new.\n' +
        '  2  platform/owner  1 new\n' +
        '\nNo longer in it:\n  platform/owner  platform:cms  owner\n',
    );
  });

  it('goes when nothing is found, and stands beside a file that is alone', async () => {
    const cwd = folderWith(before);
    await check(cwd, '--update-baseline');
    const clean = command.folder({
      'a.mktorg': before.replaceAll('used by brand', 'owner brand  used by brand'),
      'mktorg-baseline.json': readFileSync(baseline(cwd)),
    });
    expect((await check(clean, '--update-baseline')).stdout).toContain(
      'nothing to accept any more, so it is removed',
    );
    expect(existsSync(baseline(clean))).toBe(false);
    const alone = folderWith(before.replace(/^.*\n/, ''));
    await check(alone, '--update-baseline');
    expect(existsSync(path.join(alone, 'a.mktorg-baseline.json'))).toBe(true);
    expect((await check(alone)).stdout).toContain('accepted by a.mktorg-baseline.json');
  });

  it.each(['{', '{"format":"mktorg/baseline","version":2,"findings":[]}'])(
    'that cannot be read goes, too: %j',
    async (content) => {
      const text = before.replaceAll('used by brand', 'owner brand  used by brand');
      const cwd = command.folder({ 'a.mktorg': text, 'mktorg-baseline.json': content });
      expect((await check(cwd)).status).toBe(2);
      const { status, stdout } = await check(cwd, '--update-baseline');
      expect([status, stdout]).toEqual([0, expect.stringContaining('so it is removed')]);
      expect((await check(cwd)).status).toBe(0);
    },
  );

  it('accepts no error of text, and says where they stay', async () => {
    const cwd = folderWith(`${before}team mail { lead nobody  note "x }\n`);
    const { status, stdout } = await check(cwd, '--update-baseline');
    expect(status).toBe(1);
    expect(stdout).toContain('2 errors of text stay');
    expect(stdout).toContain('a.mktorg:5:18 integrity/unresolved-name No role');
    const { findings } = JSON.parse(readFileSync(baseline(cwd), 'utf8'));
    expect(findings.map(({ rule }: { rule: string }) => rule)).not.toContain('integrity/unresolved-name');
    expect((await check(cwd)).stdout).toContain('✖ 2 errors');
  });

  it('accepts what rules of integrity find in the model, by what it names', async () => {
    const cwd = folderWith(
      `${before}team a "A" { lead b  role b "B" { reports to c } role c "C" { reports to b } }\n`,
    );
    expect((await check(cwd, '--update-baseline')).status).toBe(0);
    const { findings } = JSON.parse(readFileSync(baseline(cwd), 'utf8'));
    expect(findings).toContainEqual({ rule: 'integrity/reporting-cycle', element: 'role:a.b' });
    expect((await check(cwd)).status).toBe(0);
  });

  it('that accepted errors of text once, with their messages, is read and brought into order', async () => {
    const cwd = command.folder({
      'a.mktorg': `${before}team mail "Mail" { lead nobody }\n`,
      'mktorg-baseline.json': JSON.stringify({
        format: 'mktorg/baseline',
        version: 1,
        findings: [
          {
            rule: 'integrity/unresolved-name',
            element: 'team:mail',
            property: 'No role is called `nobody`. (Say: who?)',
          },
          { rule: 'integrity/unresolved-name', element: 'team:mail', property: 'nobody' },
        ],
      }),
    });
    const { status, stdout } = await check(cwd);
    expect(status).toBe(1);
    expect(stdout).toContain('2 entries of it accept nothing any more');
    const updated = await check(cwd, '--update-baseline');
    expect(updated.stdout).toContain('No longer in it:\n  integrity/unresolved-name  team:mail  No role is');
  });

  it('is not updated and passed over at once', async () => {
    const { status, stderr } = await check(folderWith(before), '--update-baseline', '--no-baseline');
    expect([status, stderr]).toEqual([2, expect.stringContaining('use one of them')]);
  });

  it.each([
    ['{', 'it is not JSON'],
    ['{"format":"mktorg/baseline","version":2,"findings":[]}', 'no baseline that this version can read'],
    [
      '{"format":"mktorg/baseline","version":1,"findings":[{"rule":1}]}',
      'no baseline that this version can read',
    ],
  ])('that cannot be read (%s) is no reason to be silent', async (content, said) => {
    const cwd = command.folder({ 'a.mktorg': before, 'mktorg-baseline.json': content });
    const { status, stderr } = await check(cwd);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).toContain('mktorg check --update-baseline');
    expect((await check(cwd, '--update-baseline')).status).toBe(0);
  });
});
