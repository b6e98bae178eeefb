import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCommand } from '../testing/command.ts';

const command = builtCommand();
const studio = path.join(import.meta.dirname, '../testdata/studio');
const golden = path.join(import.meta.dirname, '../testdata/golden');

/** The small organization with one thing of every severity wrong, in a folder of its own. */
function studioFolder(): string {
  const folder = command.folder();
  cpSync(studio, path.join(folder, 'studio'), { recursive: true });
  return folder;
}

describe('check writes findings', () => {
  const goldens: readonly (readonly [args: readonly string[], file: string])[] = [
    [['studio'], 'check.pretty.txt'],
    [['studio', '--format', 'json'], 'check.json.txt'],
    [['studio', '--format', 'github'], 'check.github.txt'],
    [['studio', '--format', 'sarif'], 'check.sarif.txt'],
  ];
  it.each(goldens)('%j as in %s', async (args, file) => {
    const { status, stdout, stderr } = await command.run(['check', ...args], { cwd: studioFolder() });
    expect(stderr).toBe('');
    expect(status).toBe(1);
    await expect(stdout).toMatchFileSnapshot(path.join(golden, file));
  });

  it('in color, with links, where they are forced', async () => {
    const env = { NO_COLOR: undefined, FORCE_COLOR: '1', FORCE_HYPERLINK: '1' };
    const { stdout } = await command.run(['check', 'studio'], { cwd: studioFolder(), env });
    await expect(stdout).toMatchFileSnapshot(path.join(golden, 'check.colors.txt'));
  });
});

it('names the standard vocabulary in words to people, and by a uri to programs', async () => {
  const cwd = command.folder({
    'a.mktorg': 'team t "T" { lead a  role a "A"  responsible for pricing-strategy }\n',
  });
  const { stdout } = await command.run(['check'], { cwd });
  expect(stdout).toContain('  see  Skill Pricing strategy, in the standard vocabulary\n');
  expect(stdout).not.toContain('mktorg:/');
  const { stdout: json } = await command.run(['check', '--format', 'json'], { cwd });
  expect(json).toContain('"file": "mktorg:/vocabulary/skills.mktorg"');
});

describe('check exits', () => {
  const clean = 'organization acme "Acme" {}\n';
  const warned = `${clean}team a "A" { role b "B" { held by "C" } }\n`;
  const broken = `${clean}team a "A" { lead nobody }\n`;
  const info = `${clean}external ceo "CEO"\nrole a "Steering group manager" { reports to ceo  held by "C" }\n`;
  const cases: readonly (readonly [what: string, text: string, args: readonly string[], status: number])[] = [
    ['clean', clean, [], 0],
    ['clean at the strictest', clean, ['--fail-level', 'info'], 0],
    ['a warning is no error', warned, [], 0],
    ['a warning where warnings fail', warned, ['--fail-level', 'warning'], 1],
    ['an info where warnings fail', info, ['--fail-level', 'warning'], 0],
    ['an info where infos fail', info, ['--fail-level', 'info'], 1],
    ['an error', broken, [], 1],
    ['a format that does not exist', clean, ['--format', 'xml'], 2],
    ['an option that does not exist', clean, ['--frobnicate'], 2],
    ['a number that is none', clean, ['--max-findings', 'many'], 2],
    ['a path that does not exist', clean, ['nowhere'], 2],
  ];
  it.each(cases)('%s', async (_, text, args, status) => {
    const cwd = command.folder({ 'a.mktorg': text });
    expect((await command.run(['check', ...args], { cwd })).status).toBe(status);
  });
});

describe('check judges what plans lead to', () => {
  const files = {
    'a.mktorg': `organization acme "Acme" {}
team a "A" { lead x  role x "X" { held by "Ann" } }
platform crm "CRM" { used by a }
platform mail "Mail" { owner a  used by a }
plan p "P" {
  sponsor a.x
  charter { mission "One." }
  phase one "One" {
    change crm { owner a }
    change mail { owner -a }
    allow plan/four-parts because "Owners only"
  }
}
`,
  };

  it('to people', async () => {
    const { stdout, status } = await command.run(['check', '--fail-level', 'warning'], {
      cwd: command.folder(files),
    });
    expect(status).toBe(1);
    expect(stdout).toContain('“CRM” has no owner.');
    expect(stdout).toContain('  plan resolved by One\n');
    expect(stdout).toContain('\nAfter One: 1 finding, 1 new; resolved by it: 1.\n');
    expect(stdout).toContain('After phase “One”: “Mail” has no owner.');
    expect(stdout).toMatch(/▲ 2 warnings in Acme/);
  });

  it('to programs', async () => {
    const cwd = command.folder(files);
    const { stdout } = await command.run(['check', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      summary: { warning: 2 },
      organizations: [
        {
          findings: [
            { element: 'platform:crm', resolvedBy: [{ id: 'phase:p.one', name: 'One' }] },
            {
              element: 'platform:mail',
              phase: { id: 'phase:p.one', name: 'One' },
              start: { line: 4 },
            },
          ],
          phases: [
            {
              id: 'phase:p.one',
              plan: 'plan:p',
              findings: { error: 0, warning: 1, info: 0 },
              fresh: 1,
              resolved: 1,
            },
          ],
        },
      ],
    });
    const sarif = JSON.parse((await command.run(['check', '--format', 'sarif'], { cwd })).stdout);
    expect(sarif.runs[0].results).toMatchObject([
      { message: { text: expect.stringMatching(/^“CRM” has no owner/) } },
      {
        message: { text: expect.stringMatching(/^After phase “One”: “Mail” has no owner/) },
        properties: { phase: 'One' },
      },
      { suppressions: [{ justification: 'Owners only' }] },
    ]);
    const { stdout: github } = await command.run(['check', '--format', 'github'], { cwd });
    expect(github).toContain('::After phase “One”: “Mail” has no owner.');
  });
});

describe('check finds files', () => {
  it('says what to do where there are none', async () => {
    const { status, stderr } = await command.run(['check'], { cwd: command.folder({ 'readme.txt': '' }) });
    expect(status).toBe(2);
    expect(stderr).toBe(
      'error There are no .mktorg files in this folder or below.\n' +
        '  To start an organization there: mktorg init\n' +
        '  To make one from a spreadsheet: mktorg import csv people.csv\n',
    );
  });

  it('leaves out folders that hold no sources of the reader', async () => {
    const cwd = command.folder({
      'a.mktorg': 'organization acme "Acme" {}\n',
      'node_modules/x/a.mktorg': 'team {{{',
      'dist/a.mktorg': 'team {{{',
      '.git/a.mktorg': 'team {{{',
      '.hidden/a.mktorg': 'team {{{',
    });
    expect((await command.run(['check'], { cwd })).stdout).toBe('✔ No findings in Acme: 0 seats, 1 file.\n');
  });

  it('checks the whole organization of a file, and says so', async () => {
    const cwd = command.folder({
      'acme/organization.mktorg': 'organization acme "Acme" {}\n',
      'acme/teams/a.mktorg': 'team a "A" { lead c }\n',
      'acme/teams/b.mktorg': 'role b "B" { held by "C" }\n',
    });
    const { stdout, stderr } = await command.run(['check', 'a.mktorg'], {
      cwd: path.join(cwd, 'acme/teams'),
    });
    expect(stderr).toBe('Checking all of Acme (..), which this is a part of.\n');
    expect(stdout).toContain('a.mktorg:1:19 error integrity/unresolved-name');
    expect(stdout).toContain('3 files');
  });

  it('checks several organizations side by side', async () => {
    const cwd = command.folder({
      'a/o.mktorg': 'organization one "One" {}\nteam t "T" { role r "R" { held by "X" } }\n',
      'b/o.mktorg': 'organization two "Two" {}\n',
    });
    const { stdout } = await command.run(['check'], { cwd });
    expect(stdout).toContain('One a\n\na/o.mktorg:2:6 warning');
    expect(stdout).toMatch(/▲ 1 warning in 2 organizations: 1 seat, 2 files\.\n$/);
  });

  it('says that files without an organization are checked one by one', async () => {
    const cwd = command.folder({ 'a.mktorg': 'team a "A"\n', 'b.mktorg': 'team b "B"\n' });
    const { stderr } = await command.run(['check'], { cwd });
    expect(stderr).toMatch(/^2 files belong to no organization, so each is checked by itself\./);
  });

  it('does not follow links in circles, nor out to what lies around', async () => {
    const cwd = command.folder({ 'in/a.mktorg': 'organization acme "Acme" {}\n', 'out.mktorg': 'team {{{' });
    symlinkSync('..', path.join(cwd, 'in/up'));
    symlinkSync('.', path.join(cwd, 'in/here'));
    symlinkSync('loop', path.join(cwd, 'in/loop'));
    symlinkSync('a.mktorg', path.join(cwd, 'in/b.mktorg'));
    expect((await command.run(['check'], { cwd: path.join(cwd, 'in') })).stdout).toBe(
      '✔ No findings in Acme: 0 seats, 1 file.\n',
    );
  });

  it('says of a file of another kind what it may be for', async () => {
    const cwd = command.folder({ 'people.csv': 'id,name\n' });
    const { status, stderr } = await command.run(['check', 'people.csv'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('mktorg import csv people.csv');
  });
});

describe('check reads encodings', () => {
  const text = 'organization acme "Ácme" {}\n';
  const cases: readonly (readonly [what: string, bytes: Uint8Array, says: string | undefined])[] = [
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), undefined],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'This file is encoded in UTF-16LE'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'This file is encoded in UTF-16LE'],
    [
      'Latin-1',
      Buffer.from(text, 'latin1'),
      'a.mktorg:1:20 error integrity/syntax\n  Byte 0xC1 is not UTF-8',
    ],
  ];
  it.each(cases)('%s', async (_, bytes, says) => {
    const cwd = command.folder({ 'a.mktorg': bytes });
    const { status, stdout } = await command.run(['check'], { cwd });
    expect(status).toBe(says === undefined ? 0 : 1);
    expect(stdout).toContain(says ?? 'No findings in Ácme');
    expect(stdout).toContain('Ácme: 0 seats');
  });
});

describe('check keeps the terminal safe', () => {
  it('from what a title says', async () => {
    const title = 'Evil \u001b[31mred\u001b]0;owned\u0007 \u202Egnp.exe';
    const cwd = command.folder({ 'a.mktorg': `team a "${title}" { role b "${title}" { held by "C" } }\n` });
    const { stdout } = await command.run(['check'], { cwd });
    expect(stdout).toContain('Evil �[31mred�]0;owned� �gnp.exe');
    for (const char of ['\u001b', '\u0007', '\u202E']) expect(stdout).not.toContain(char);
  });

  it('and the log of a workflow', async () => {
    const title = '%0A::error::owned';
    const cwd = command.folder({ 'a,b:c.mktorg': `team a "${title}" { role b "B" { held by "C" } }\n` });
    const { stdout } = await command.run(['check', '--format', 'github'], { cwd });
    expect(stdout.split('\n').filter((line) => line.startsWith('::'))).toHaveLength(1);
    expect(stdout).toContain(
      'file=a%2Cb%3Ac.mktorg,line=1,col=6,endColumn=6,title=reporting/team-has-lead::“%250A::error',
    );
  });
});

describe('check for a workflow', () => {
  it('stays within what GitHub shows, and says how many more there are', async () => {
    const teams = Array.from(
      { length: 13 },
      (_, n) => `team t${n} "T${n}" { role r${n} "R" { held by "P${n}" } }\n`,
    );
    const cwd = command.folder({ 'repo/org/a.mktorg': `organization acme "Acme" {}\n${teams.join('')}` });
    const { stdout } = await command.run(['check', '--format', 'github'], {
      cwd: path.join(cwd, 'repo/org'),
      env: { GITHUB_WORKSPACE: path.join(cwd, 'repo') },
    });
    expect(stdout.match(/^::warning file=org\/a\.mktorg,/gm)).toHaveLength(10);
    expect(stdout).toContain('warning org/a.mktorg:14:6 reporting/team-has-lead');
    expect(stdout).toContain('\n3 more findings above without an annotation: GitHub shows 10 errors');
  });
});

describe('check with limits', () => {
  it('shows the worst findings, and says how many it left out', async () => {
    const { stdout } = await command.run(['check', 'studio', '--max-findings', '1'], { cwd: studioFolder() });
    expect(stdout).toMatch(/^studio\/teams\/design\.mktorg:3:8 error/);
    expect(stdout).toMatch(/… and \d+ findings that --max-findings leaves out\./);
  });

  it('says nothing where there is nothing to say', async () => {
    const cwd = command.folder({ 'a.mktorg': 'team a "A" { role b "B" { held by "C" } }\n' });
    const { status, stdout } = await command.run(['check', '--quiet'], { cwd });
    expect([status, stdout]).toEqual([0, '']);
  });
});

it('survives a reader that stops early', async () => {
  const teams = Array.from(
    { length: 2000 },
    (_, n) => `team t${n} "T${n}" { role r${n} "R" { held by "P${n}" } }\n`,
  );
  const cwd = command.folder({ 'a.mktorg': teams.join('') });
  const shell = `"${process.execPath}" "${command.program}" check 2>err | head -n 1`;
  expect(execFileSync('sh', ['-c', shell], { cwd, encoding: 'utf8' })).toContain('a.mktorg:1:6 warning');
  expect(readFileSync(path.join(cwd, 'err'), 'utf8')).toBe('');
});

it('says that its output cannot be written', async ({ skip }) => {
  if (!existsSync('/dev/full')) skip('only Linux has a device that is always full');
  const cwd = command.folder({ 'a.mktorg': 'team a "A"\n' });
  const shell = `"${process.execPath}" "${command.program}" check > /dev/full 2> err; echo $?`;
  expect(execFileSync('sh', ['-c', shell], { cwd, encoding: 'utf8' })).toBe('2\n');
  expect(readFileSync(path.join(cwd, 'err'), 'utf8')).toBe(
    'error The output cannot be written: the disk is full.\n',
  );
});

it('names a file that cannot be read', async ({ skip }) => {
  if (process.getuid?.() === 0) skip('the superuser can read everything');
  const cwd = command.folder({ 'a.mktorg': 'team a "A"\n' });
  mkdirSync(path.join(cwd, 'b.mktorg'));
  writeFileSync(path.join(cwd, 'c.mktorg'), '', { mode: 0o000 });
  const { status, stderr } = await command.run(['check'], { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain('c.mktorg: permission denied');
});
