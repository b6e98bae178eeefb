import { describe, expect, it } from 'vitest';
import { builtCommand } from '../testing/command.ts';

const before = `
organization acme "Acme" { }
team a "A" { lead b role b "Boss" { held by "Wei Chen" } role c "Writer" { held by "Jo Park" } }
team d "Desk" { role e "Editor" }
plan p "Plan" {
  phase one "One" from 2027-01 to 2027-06 {
    move c to d
    told c "over lunch"
    add role f "Fixer" to d
  }
}
`;
const after = before
  .replace(' role c "Writer" { held by "Jo Park" }', '')
  .replace('role e', 'role c "Writer" { held by "Lin Mei" } role e');

const command = builtCommand();

describe('diff', () => {
  const diff = (args: readonly string[]) =>
    command.run(['diff', ...args], { cwd: command.folder({ 'a/a.mktorg': before, 'b/a.mktorg': after }) });

  it('draws the difference', async () => {
    const { status, stdout } = await diff(['a', 'b', '--format', 'svg']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(stdout).toContain('What changes: a → b');
    expect(stdout).toContain('aria-label="Writer, moved to Desk"');
    expect(stdout).toContain('mk-sign-moved');
  });

  it('names nobody when people are redacted', async () => {
    for (const format of ['svg', 'html']) {
      const { stdout } = await diff(['a', 'b', '--format', format, '--redact', 'people']);
      expect(stdout).not.toMatch(/Jo Park|Lin Mei|Wei Chen|over lunch/);
      expect(stdout).toContain('Writer');
    }
  });

  it('makes a page that says nothing of this machine', async () => {
    const { status, stdout } = await diff(['a', 'b', '--format', 'html']);
    expect(status).toBe(0);
    expect(stdout).toContain('"changes":{"from":"a","to":"b"');
    expect(stdout).not.toMatch(/file:\/\/|mktorg-cli-/);
  });

  it('says on the page what guards refuse', async () => {
    const cwd = command.folder({
      'a/a.mktorg': before,
      'b/a.mktorg': before.replace(' role e "Editor"', ''),
    });
    const call = ['diff', 'a', 'b', '--format', 'html', '--max-removed', '0%'];
    const { status, stdout } = await command.run(call, { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain('refused by 1 guard');
  });

  it('draws points of a plan', async () => {
    const cwd = command.folder({ 'a.mktorg': before });
    const { stdout } = await command.run(['diff', '--from', 'today', '--to', 'one', '--format', 'svg'], {
      cwd,
    });
    expect(stdout).toContain('Fixer, vacant, in Desk, added');
  });

  it('says which organizations a picture has no room for', async () => {
    const other = before.replace('acme "Acme"', 'other "Other"');
    const cwd = command.folder({
      'a/x/a.mktorg': before,
      'a/y/a.mktorg': other,
      'b/x/a.mktorg': after,
      'b/y/a.mktorg': other.replace('"Boss"', '"Chief"'),
    });
    const { status, stderr } = await command.run(['diff', 'a', 'b', '--format', 'svg'], { cwd });
    expect(status).toBe(0);
    expect(stderr).toContain('The picture is of Acme. Not in it: Other.');
  });
});

describe('render', () => {
  const render = (args: readonly string[]) =>
    command.run(['render', '--lens', 'plan', ...args], { cwd: command.folder({ 'a.mktorg': before }) });

  it.each([
    ['text', 'from A to Desk · told: over lunch'],
    ['markdown', '→ **Writer** (from A to Desk; told: over lunch)'],
    ['mermaid', 'One :active, 2027-01-01, 2027-06-30'],
    ['svg', '1 phase · 2027-01 – 2027-06'],
  ])('makes %s of a plan', async (format, text) => {
    const { status, stdout } = await render(['--format', format]);
    expect(status).toBe(0);
    expect(stdout).toContain(text);
  });

  it('says what is found today and after each phase', async () => {
    expect((await render([])).stdout.match(/\d+ findings?/g)).toHaveLength(2);
  });

  it('starts at a plan or at a phase, and at nothing else', async () => {
    expect((await render(['--of', 'one'])).status).toBe(0);
    const { status, stderr } = await render(['--of', 'd']);
    expect(status).toBe(2);
    expect(stderr).toContain('It can be a plan, a phase.');
  });
});
