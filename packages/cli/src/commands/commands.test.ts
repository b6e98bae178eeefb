import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCommand, type RunOptions } from '../testing/command.ts';

const command = builtCommand();
const examples = path.join(import.meta.dirname, '../../../../examples');

describe('the command itself', () => {
  it('tells its version', async () => {
    expect((await command.run(['--version'])).stdout).toMatch(/^mktorg \d+\.\d+\.\d+ \(Node \d+/);
  });

  it('shows help that names every command', async () => {
    const { status, stdout } = await command.run(['--help']);
    expect(status).toBe(0);
    for (const name of 'init check fmt render preview report import export rules explain lsp'.split(' ')) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
      const help = await command.run([name, '--help']);
      expect(help.status).toBe(0);
      expect(help.stdout).toContain('Examples:');
    }
  });

  describe('on an old Node', () => {
    const old =
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.9.0' } })";
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}` };

    it('says what it needs', async () => {
      const { status, stderr } = await command.run(['--version'], { env });
      expect(status).toBe(2);
      expect(stderr).toMatch(/^mktorg needs Node 22 or newer, and this is Node 20\.9\.0/);
    });

    it.skipIf(process.platform === 'win32')('goes on with the Node of the clone', async () => {
      const bin = path.join(path.dirname(command.program), '../node_modules/node/bin');
      mkdirSync(bin, { recursive: true });
      writeFileSync(
        path.join(bin, 'node'),
        `#!/bin/sh\nunset NODE_OPTIONS\nexec '${process.execPath}' "$@"\n`,
        { mode: 0o755 },
      );
      expect((await command.run(['--version'], { env })).stdout).toMatch(/^mktorg \d/);
      expect((await command.run(['fmt', '-'], { env, input: 'team   a' })).stdout).toBe('team a\n');
      expect((await command.run(['chek'], { env })).status).toBe(2);
      rmSync(bin, { recursive: true });
    });
  });

  it('suggests what may have been meant', async () => {
    const { status, stderr } = await command.run(['chek']);
    expect(status).toBe(2);
    expect(stderr).toContain('error There is no command chek.\n  Did you mean mktorg check?\n');
  });

  it('tells its own faults from those of a model', async () => {
    const env = { MKTORG_TODAY: 'tomorrow' };
    const { status, stderr } = await command.run(['check'], {
      cwd: command.folder({ 'a.mktorg': 'team a "A"\n' }),
      env,
    });
    expect([status, stderr]).toEqual([
      2,
      'error MKTORG_TODAY is tomorrow, which is no date.\n  Write it as 2027-03-31.\n',
    ]);
  });
});

describe('init', () => {
  it('writes an organization that is clean and formatted', async () => {
    const cwd = command.folder();
    const { status, stdout } = await command.run(['init', 'harbor-hotels'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('That is “Harbor hotels”');
    expect((await command.run(['check', '--fail-level', 'info', '--quiet'], { cwd })).stdout).toBe('');
    expect((await command.run(['fmt', '--check'], { cwd })).stdout).toBe('✔ 3 files formatted already.\n');
  });

  it.each(['Growth', 'Marketing', 'He said "hi" \\o/', '行銷', '3M', '///'])(
    'can call it %s',
    async (name) => {
      const cwd = command.folder();
      expect((await command.run(['init', '--name', name], { cwd })).status).toBe(0);
      expect((await command.run(['check', '--fail-level', 'info', '--quiet'], { cwd })).stdout).toBe('');
    },
  );

  it('never overwrites', async () => {
    const cwd = command.folder({ 'teams.mktorg': 'mine' });
    const { status, stderr } = await command.run(['init'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('There is an organization in this folder already: teams.mktorg.');
    expect(readFileSync(path.join(cwd, 'teams.mktorg'), 'utf8')).toBe('mine');
    expect(existsSync(path.join(cwd, 'organization.mktorg'))).toBe(false);
  });
});

describe('fmt', () => {
  const ugly = 'team   a "A"{lead b\nrole b "B"}';
  const settled = 'team a "A" {\n  lead b\n  role b "B"\n}\n';

  it('brings files into the settled layout', async () => {
    const cwd = command.folder({ 'a.mktorg': ugly, 'sub/b.mktorg': settled });
    const { status, stdout } = await command.run(['fmt'], { cwd });
    expect([status, stdout]).toEqual([0, 'a.mktorg\n1 file formatted, 1 file formatted already.\n']);
    expect(readFileSync(path.join(cwd, 'a.mktorg'), 'utf8')).toBe(
      (await command.run(['fmt', '-'], { input: ugly })).stdout,
    );
    expect((await command.run(['fmt'], { cwd })).stdout).toBe('✔ 2 files formatted already.\n');
  });

  it('only looks with --check', async () => {
    const cwd = command.folder({ 'a.mktorg': ugly });
    const { status, stdout } = await command.run(['fmt', '--check', 'a.mktorg'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toBe('a.mktorg is not formatted\n1 file to format. To format: mktorg fmt\n');
    expect(readFileSync(path.join(cwd, 'a.mktorg'), 'utf8')).toBe(ugly);
  });

  it('leaves alone what it cannot read', async () => {
    const cwd = command.folder({ 'a.mktorg': 'team a {{{', 'b.mktorg': Buffer.from('team a "Ä"', 'latin1') });
    const { status, stderr } = await command.run(['fmt'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('error a.mktorg: it does not parse, so it was left as it is');
    expect(stderr).toContain('error b.mktorg: Byte 0xC4 is not UTF-8');
  });

  it('keeps links, and the permissions of a file', async () => {
    const cwd = command.folder({ 'real/a.mktorg': ugly });
    writeFileSync(path.join(cwd, 'real/a.mktorg'), ugly, { mode: 0o640 });
    symlinkSync('real/a.mktorg', path.join(cwd, 'link.mktorg'));
    const { mode } = statSync(path.join(cwd, 'real/a.mktorg'));
    expect((await command.run(['fmt', 'link.mktorg'], { cwd })).stdout).toContain('link.mktorg\n');
    expect(statSync(path.join(cwd, 'real/a.mktorg')).mode).toBe(mode);
    expect(readFileSync(path.join(cwd, 'real/a.mktorg'), 'utf8')).not.toBe(ugly);
  });

  it.each([
    ['text that does not parse', 'team {', [], 2],
    ['settled text', 'team a "A"\n', ['--check'], 0],
    ['other text', 'team   a "A"\n', ['--check'], 1],
    ['with files', '', ['a.mktorg'], 2],
  ])('takes standard input: %s', async (_, input, args, status) => {
    expect((await command.run(['fmt', '-', ...args], { input })).status).toBe(status);
  });
});

describe('render', () => {
  const acme =
    'organization acme "Acme" {}\nteam a "A team" {\n  lead b\n  role b "B role" { held by "Wei Chen" }\n}\nplatform p "P platform" is crm { owner a }\n';
  const render = (args: readonly string[], options?: RunOptions) =>
    command.run(['render', ...args], { cwd: command.folder({ 'a.mktorg': acme }), ...options });

  it('draws a tree in the terminal', async () => {
    const { status, stdout } = await render([]);
    expect(status).toBe(0);
    expect(stdout).toContain('Acme\n');
    expect(stdout).toMatch(/B role +Wei Chen/);
  });

  it.each([
    ['chart.svg', '<svg '],
    ['chart.mmd', 'flowchart '],
    ['chart.txt', 'Acme'],
    ['chart.png', '\u2030PNG'],
    ['chart.html', '<script type="application/json" id="charts">[{"type":"chart"'],
  ])('writes %s as its name says', async (name, start) => {
    const cwd = command.folder({ 'a.mktorg': acme });
    const { status, stderr } = await command.run(['render', '-o', name], { cwd });
    expect([status, stderr]).toEqual([0, `${name}\n`]);
    const text = new TextDecoder('windows-1252').decode(readFileSync(path.join(cwd, name)));
    expect(text).toContain(start);
  });

  it('writes a PNG to a pipe', async () => {
    const { status, stdout } = await render(['--format', 'png']);
    expect(status).toBe(0);
    expect(stdout).toContain('PNG');
  });

  it.each(['svg', 'mermaid', 'text'])('names nobody in %s where people are redacted', async (format) => {
    expect((await render(['--format', format])).stdout).toContain('Wei Chen');
    expect((await render(['--format', format, '--redact', 'people'])).stdout).not.toContain('Wei Chen');
  });

  it('draws the stack', async () => {
    expect((await render(['--lens', 'stack'])).stdout).toContain('P platform');
  });

  it('starts where it is told', async () => {
    expect((await render(['--of', 'a'])).stdout).toContain('B role');
    expect((await render(['--of', 'A'])).stdout).toContain('B role');
    const { status, stderr } = await render(['--of', 'aa']);
    expect(status).toBe(2);
    expect(stderr).toContain('Did you mean a?');
  });

  it('makes an HTML file in which nothing of a model is markup, or of this machine', async () => {
    const title = '</script><script>alert(1)</script><!--';
    const cwd = command.folder({
      'a.mktorg': `organization acme "${title}" {}\nrole b "${title}" { held by "Wei Chen" }\n`,
    });
    const { stdout } = await command.run(['render', '--format', 'html'], { cwd });
    expect(stdout).not.toContain('<script>alert');
    expect(stdout).not.toContain(path.basename(cwd));
    expect(stdout).toContain("default-src 'none'; script-src 'sha256-");
    expect(stdout.match(/<script/g)).toHaveLength(2);
    expect(stdout).toContain('Wei Chen');
    const redacted = await command.run(['render', '--format', 'html', '--redact', 'people'], { cwd });
    expect(redacted.stdout).not.toContain('Wei Chen');
  });

  it.each([
    [['-o', 'chart.gif'], 'does not say which format'],
    [['--show', 'everything'], '--show does not know everything.'],
    [['--hide', 'platforms'], '--hide does not know platforms.'],
    [['--theme', 'pink'], 'It can be light'],
    [['-o', 'a.mktorg/chart.svg'], 'cannot be written'],
  ])('refuses %j', async (args, says) => {
    const { status, stderr } = await render(args);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });

  it('asks which organization, where there are several', async () => {
    const cwd = command.folder({
      'a/o.mktorg': 'organization a "A" {}\n',
      'b/o.mktorg': 'organization b "B" {}\n',
    });
    const { status, stderr } = await command.run(['render'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('  mktorg render a\n  mktorg render b\n');
  });
});

describe('report', () => {
  it.each(['platforms', 'responsibilities', 'operating-model', 'roster', 'martech-gap'])(
    '%s in every format',
    async (name) => {
      const cwd = command.folder();
      cpSync(path.join(examples, 'software-company'), cwd, { recursive: true });
      const text = await command.run(['report', name], { cwd });
      expect(text.status).toBe(0);
      expect(text.stdout.split('\n').length).toBeGreaterThan(10);
      expect((await command.run(['report', name, '--format', 'markdown'], { cwd })).stdout).toMatch(
        /^## .*\n\n\| /,
      );
      const csv = (await command.run(['report', name, '--format', 'csv'], { cwd })).stdout;
      const json: unknown = JSON.parse(
        (await command.run(['report', name, '--format', 'json'], { cwd })).stdout,
      );
      expect(json).toMatchObject({ format: 'mktorg/report', version: 1, report: name });
      expect(csv.split('\r\n')[0]?.split(',').length).toBeGreaterThan(4);
    },
  );

  it('lists what lacks something', async () => {
    const cwd = command.folder({
      'a.mktorg': 'team t "T"\nplatform p "P" { owner t }\nplatform q "Q"\n',
    });
    const { stdout } = await command.run(['report', 'platforms', '--missing', 'owner', '--format', 'csv'], {
      cwd,
    });
    expect(stdout).toMatch(/^platform,.*\r\nQ,q,[^\n]*\r\n$/);
    const { status, stderr } = await command.run(['report', 'platforms', '--missing', 'color'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('has no column color');
  });

  it('names nobody in a roster where people are redacted', async () => {
    const cwd = command.folder({
      'a.mktorg': 'role r "R" { seats 3  held by "Wei Chen", "Ayu" }\n',
    });
    const roster = ['report', 'roster', '--format', 'csv'];
    expect((await command.run(roster, { cwd })).stdout).toContain('Wei Chen');
    const { stdout } = await command.run([...roster, '--redact', 'people'], { cwd });
    expect(stdout).not.toContain('Wei Chen');
    expect(stdout).toMatch(/R,r,,,2,filled,.*\r\nR,r,,,1,vacant,/);
  });
});

describe('export', () => {
  it('writes the model as JSON, with or without its people', async () => {
    const cwd = command.folder({
      'a.mktorg': 'organization acme "Acme" {}\nrole r "R" { held by "Wei Chen" }\n',
    });
    const { stdout } = await command.run(['export'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'mktorg/model',
      version: 1,
      name: 'Acme',
      files: ['a.mktorg'],
    });
    expect(stdout).toContain('Wei Chen');
    expect((await command.run(['export', '--redact', 'people'], { cwd })).stdout).not.toContain('Wei Chen');
  });
});

describe('import csv', () => {
  const people =
    'id,name,title,reports to,department\n1,Ines,Head,,Marketing\n2,Wei,Designer,1,Brand\n3,Ayu,Copywriter,9,Brand\n';

  it('writes a model to standard output, and what became of the rows to standard error', async () => {
    const cwd = command.folder({ 'people.csv': people });
    const { stdout, stderr } = await command.run(['import', 'csv', 'people.csv', '--name', 'Acme'], { cwd });
    expect(stdout).toContain('"Acme"');
    expect(stdout).toContain('id "2"');
    expect(stderr).toMatch(/^3 rows: 3 roles/);
    expect(stderr).toContain('not in the file');
  });

  it('writes into a folder, twice the same, and overwrites nothing else', async () => {
    const cwd = command.folder({ 'people.csv': people });
    const args = ['import', 'csv', 'people.csv', '--out', 'org'];
    expect((await command.run(args, { cwd })).stderr).toContain('org/organization.mktorg\n');
    expect(readFileSync(path.join(cwd, 'org/organization.mktorg'), 'utf8')).toContain(
      'organization org "Org"',
    );
    expect((await command.run(args, { cwd })).stderr).toContain('org/organization.mktorg (as it was)\n');
    expect((await command.run(['check', '--fail-level', 'error', 'org'], { cwd })).status).toBe(0);
    writeFileSync(path.join(cwd, 'org/organization.mktorg'), 'mine');
    const refused = await command.run(args, { cwd });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('1 file would be overwritten, so nothing was written');
    expect(readFileSync(path.join(cwd, 'org/organization.mktorg'), 'utf8')).toBe('mine');
    expect((await command.run([...args, '--force'], { cwd })).stderr).toContain('org/organization.mktorg\n');
  });

  it('takes platforms into an organization', async () => {
    const cwd = command.folder({
      'org/o.mktorg': 'organization acme "Acme" {}\nteam growth "Growth"\n',
      'tools.csv': 'name,category,owner,users\nMailer,email,Growth,Growth\n',
    });
    const { status } = await command.run(['import', 'csv', 'tools.csv', '--platforms', '--out', 'org'], {
      cwd,
    });
    expect(status).toBe(0);
    const { stdout } = await command.run(['report', 'platforms', 'org', '--format', 'csv'], { cwd });
    expect(stdout).toMatch(/\nMailer,mailer,Email,.*Growth/);
    const again = await command.run(['import', 'csv', 'tools.csv', '--platforms', '--out', 'org'], { cwd });
    expect(again.stderr).toContain('org/platforms.mktorg (as it was)\n');
  });

  it('takes costs in a currency, and cells parted by what it is told', async () => {
    const cwd = command.folder({
      'people.csv': 'title~pay\nHead, Marketing~85k\nWriter~50k\n',
    });
    const args = ['import', 'csv', 'people.csv', '--map', 'cost=pay'];
    const { stdout } = await command.run([...args, '--delimiter', '~', '--currency', 'eur'], { cwd });
    expect(stdout).toContain('role head-marketing "Head, Marketing" { cost 85k EUR per year }');
    const tabs = command.folder({ 'people.tsv': 'id\ttitle\n1\tHead, Marketing\n' });
    const read = await command.run(['import', 'csv', 'people.tsv', '--delimiter', 'tab'], { cwd: tabs });
    expect(read.stdout).toContain('"Head, Marketing" { id "1" }');
  });

  it.each([
    [['import', 'csv', 'people.csv', '--currency', 'euro'], 'a code of three letters'],
    [['import', 'csv', 'people.csv', '--currency', 'XQZ'], 'a code of three letters'],
    [['import', 'csv', 'people.csv', '--delimiter', ';;'], 'one character'],
    [['import', 'csv', 'people.csv', '--delimiter', 'a'], 'one character'],
    [['import', 'csv', 'people.csv', '--delimiter', ''], 'one character'],
    [['import', 'csv', 'nowhere.csv'], 'nowhere.csv cannot be read: it does not exist.'],
    [['import', 'csv', 'people.csv', '--map', 'color=Title'], '"color" is no field.'],
    [['import', 'csv', 'empty.csv'], 'The file is empty.'],
  ])('refuses %j', async (args, says) => {
    const cwd = command.folder({ 'people.csv': people, 'empty.csv': '' });
    const { status, stderr } = await command.run(args, { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});

describe('rules and explain', () => {
  it('list every rule in every format', async () => {
    const { stdout } = await command.run(['rules', '--format', 'json']);
    const document: unknown = JSON.parse(stdout);
    expect(document).toMatchObject({ format: 'mktorg/rules', version: 1 });
    expect((await command.run(['rules'])).stdout).toContain('  platform/owner ');
    expect((await command.run(['rules', '--format', 'markdown'])).stdout).toContain('| [platform/owner](');
  });

  it.each([
    [['reporting/span-of-control'], 'reporting/span-of-control\n'],
    [['span-of-control'], 'reporting/span-of-control\n'],
    [['reporting'], 'reporting/team-has-lead'],
    [['Center', 'of', 'excellence'], '`center-of-excellence`, form'],
    [['steerco'], 'Steering committee\n'],
    [['reports to'], 'reports to\n\nA statement on:'],
    [['level'], 'Terms: level\n'],
    [['Program kinds'], 'Terms: program kind\n'],
    [['tiger-team'], 'initiative my-initiative "My initiative" as tiger-team { … }'],
  ])('explains %j', async (words, says) => {
    const { status, stdout } = await command.run(['explain', ...words]);
    expect(status).toBe(0);
    expect(stdout).toContain(says);
  });

  it('suggests what may have been meant', async () => {
    const { status, stderr } = await command.run(['explain', 'center-of-exelence']);
    expect(status).toBe(2);
    expect(stderr).toContain('Did you mean center-of-excellence?');
  });
});
