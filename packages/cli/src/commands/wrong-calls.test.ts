import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtCommand } from '../testing/command.ts';
import { repositoryIn } from '../testing/repository.ts';

const command = builtCommand();

const organization = `organization o "Orchard"
team brand "Brand" { lead head  role head "Head of Brand" { held by "Ana" } }
team growth "Growth" { lead vp  role vp "VP Growth" { held by "Cy" } }
plan next "Next year" {
  phase found "Found" { add role analyst "Analyst" to growth }
  phase gather "Gather" { move analyst to brand because "One desk" }
}
`;
let folder = '';
beforeAll(() => {
  const { folder: made, git, commit } = repositoryIn(command.folder());
  commit('first', { 'org/a.mktorg': organization });
  git('tag', 'v1');
  commit('second', { 'org/a.mktorg': organization.replace('Ana', 'Bo') });
  folder = made;
});

/** What is said where the call is wrong, each line by its end. */
const calls: readonly (readonly [call: string, ...said: readonly string[]])[] = [
  // Points of a plan and revisions.
  [
    'diff HEAD --to found',
    'error HEAD is a revision, and points of a plan are not compared with revisions.',
    'mktorg diff --from today --to found',
    'mktorg diff HEAD',
  ],
  ['diff main..HEAD --from found --to gather', 'main..HEAD is a revision', '--from found --to gather'],
  ['diff --from v1 --to HEAD', 'v1 and HEAD are revisions', 'mktorg diff v1 HEAD'],
  ['diff --from HEAD --to found', 'HEAD is a revision', 'mktorg diff HEAD'],
  ['diff nowhere --to found', 'nowhere does not exist.'],
  ['diff found gather', 'found and gather are phases of a plan', '--from found --to gather'],
  ['diff today found', 'found is a phase of a plan', '--from today --to found'],
  ['diff --to fuond', 'There is no phase fuond.', 'Did you mean found?', 'There is today, found, gather.'],
  ['diff --to zzzz', 'There is no phase zzzz.', 'There is today, found, gather.'],
  ['diff --from found --to found', 'Both points are after Found'],
  ['diff --plan nxet --to found', 'There is no plan nxet.', 'There is next.'],
  ['diff --staged --to found', '--staged compares files'],
  // Revisions.
  ['diff mian', 'Did you mean main?'],
  ['diff origin/main', 'Did you mean main?'],
  ['diff main...nope', 'There is no revision nope', 'Branches and tags are main, v1'],
  ['diff HEAD~7', 'The history of HEAD does not go back that far.'],
  ['diff HEAD:org/a.mktorg', 'A path stands by itself behind the revision: HEAD org/a.mktorg'],
  ['diff HEAD^!', 'mktorg diff HEAD^ HEAD'],
  ['diff :/nothing', 'No commit says “nothing” in its message.'],
  ['diff main...HEAD...v1', 'There is no revision HEAD...v1'],
  ['diff ogr', 'Did you mean org?'],
  ['diff --since main', 'What the current branch changes: mktorg diff main...HEAD'],
  ['diff --at found', 'mktorg diff --to found'],
  ['check --since main..HEAD', '--since takes one revision', '--since main'],
  ['check --since v1...other', '--since v1', 'mktorg diff v1...other'],
  ['check --since mian', 'Did you mean main?'],
  ['check --since main --update-baseline', 'use one of them'],
  // Files.
  ['check ogr', 'Did you mean org?'],
  ['check org/b.mktorg', 'Did you mean org/a.mktorg?'],
  ['check -o x.json --format json', 'mktorg check --format json > x.json'],
  ['diff -o x.pdf', 'there is none for .pdf', '.txt, .md, .json, .mmd, .svg, .html'],
  ['render -o x.pdf', 'there is none for .pdf', '.svg, .png, .html, .mmd, .md, .txt'],
  ['render -o chart', 'chart does not say which format to make.', '--format svg'],
  ['report roster -o x.xlsx', 'there is none for .xlsx', '.txt, .md, .csv, .json'],
  ['export -o x.svg', 'there is none for .svg', '.json'],
  ['render -o new/x.svg', 'the folder new does not exist', 'mkdir -p new'],
  ['diff v1 -o new/x.svg', 'the folder new does not exist', 'mkdir -p new'],
  ['export -o new/x.json', 'the folder new does not exist', 'mkdir -p new'],
  ['report roster -o new/x.csv', 'the folder new does not exist', 'mkdir -p new'],
  ['render --format svg -o org', 'org cannot be written: it is a folder.'],
  // Words.
  ['diff --format md', 'Did you mean markdown?'],
  ['render --format pdf', 'It can be svg, png, html, mermaid, markdown, text.'],
  ['render --lens reprting', 'Did you mean reporting?'],
  ['render --at fuond', 'Orchard has no phase that is called “fuond”.', 'Did you mean found?'],
  ['render --at zzzz', 'There is found, gather.'],
  ['render --view x', 'Orchard has no view, and so no “x”.'],
  ['export --at zzzz', 'Orchard has no phase that is called “zzzz”.'],
  ['check --fail-level warn', 'Did you mean warning?'],
  ['report people', 'Did you mean roster?'],
  ['report', 'mktorg report --help'],
  ['rules platform/owner', 'mktorg explain <rule>'],
  ['git instal', 'Did you mean install?'],
  ['chekc', 'There is no command chekc.', 'Did you mean mktorg check?'],
  ['plan', 'Did you mean mktorg render --lens plan?'],
  ['validate', 'Did you mean mktorg check?'],
  // Nothing to draw.
  ['render --lens stack', 'Orchard has no platform', 'platform crm "CRM"', '--lens reporting'],
  ['render --lens stack -o x.html', 'Orchard has no platform'],
];

describe('a wrong call', () => {
  it.each(calls)('%s', async (call, ...said) => {
    const { status, stdout, stderr } = await command.run(call.split(' '), { cwd: folder });
    expect([status, stdout]).toEqual([2, '']);
    for (const part of said) expect(stderr).toContain(part);
    expect(existsSync(path.join(folder, 'new'))).toBe(false);
  });
});

describe('a file that is to be written', () => {
  const written = async (call: string, file: string): Promise<readonly [text: string, said: string]> => {
    const { status, stderr } = await command.run(call.split(' '), { cwd: folder });
    expect([call, status]).toEqual([call, 0]);
    return [readFileSync(path.join(folder, file), 'utf8'), stderr];
  };

  it.each([
    ['diff v1 -o o.svg', 'o.svg', /^<svg/],
    ['diff v1 -o o.md', 'o.md', /^<!-- mktorg/],
    ['diff v1 -o o.json', 'o.json', /^\{/],
    ['diff v1 -o o.txt', 'o.txt', /^Orchard/],
    ['report roster -o r.csv', 'r.csv', /^role,name/],
    ['report roster -o r.md', 'r.md', /\| Role \|/],
    ['export -o o.json', 'o.json', /^\{/],
    ['export -o o', 'o', /^\{/],
  ])('has the format that its name says: %s', async (call, file, start) => {
    const [text, said] = await written(call, file);
    expect(text).toMatch(start);
    expect(said).not.toContain('warning');
  });

  it.each([
    [
      'diff v1 --format json -o o.svg',
      'o.svg',
      /^\{/,
      'o.svg holds json: --format wins over the ending .svg.',
    ],
    ['render --format svg -o o.png', 'o.png', /^<svg/, 'o.png holds svg'],
    ['report roster --format csv -o o.json', 'o.json', /^role,name/, 'o.json holds csv'],
  ])('has the format that the call says, and says so: %s', async (call, file, start, told) => {
    const [text, said] = await written(call, file);
    expect(text).toMatch(start);
    expect(said).toContain(told);
  });

  it('may have any name where the call says the format', async () => {
    const [text, said] = await written('diff v1 --format json -o notes.bak', 'notes.bak');
    expect([text[0], said]).toEqual(['{', 'notes.bak\n']);
  });
});
