/** A repository in which the hotel group is about to be reorganized on a branch: what a pull request would show. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const hotelGroup = path.join(import.meta.dirname, '../../examples/hotel-group');

export interface Clone {
  /** Absolute path of the working tree. */
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
}

export interface PullRequest extends Clone {
  readonly base: string;
  readonly head: string;
  /** What GitHub checks out: what the merge would give. */
  readonly merge: string;
  readonly branch: string;
}

/** A new repository with the hotel group on `main`. */
export function hotelGroupRepository(folder: string): Clone {
  mkdirSync(folder, { recursive: true });
  const git = gitIn(folder);
  git('init', '--quiet', '--initial-branch=main');
  cpSync(hotelGroup, path.join(folder, 'organization'), { recursive: true });
  git('add', '.');
  commit(git, 'Describe the organization');
  return { folder, git };
}

/** The same with a branch on it, checked out as GitHub does for a pull request. */
export function reorganizationOf(folder: string, branch = 'content-to-growth'): PullRequest {
  const { git } = hotelGroupRepository(folder);
  git('switch', '--quiet', '--create', branch);
  reorganize(path.join(folder, 'organization'));
  git('add', '.');
  commit(git, 'Move Content to Growth');
  const head = git('rev-parse', 'HEAD');
  git('switch', '--quiet', 'main');
  writeFileSync(path.join(folder, 'README.md'), '# Larkhaven\n');
  git('add', '.');
  commit(git, 'Say what this is');
  const base = git('rev-parse', 'HEAD');
  git('switch', '--quiet', '--detach');
  git(...author, 'merge', '--quiet', '--no-edit', head);
  return { folder, git, base, head, merge: git('rev-parse', 'HEAD'), branch };
}

const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];

function commit(git: Clone['git'], message: string): void {
  git(...author, 'commit', '--quiet', '--message', message);
}

export function gitIn(folder: string): Clone['git'] {
  return (...args) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

/**
 * Content goes from Brand to Growth, and its director's seat goes; the asset library changes its owner; Asia-Pacific
 * gets a market of its own. Two things are forgotten, as happens.
 */
export function reorganize(organization: string): void {
  const [brand, growth] = ['teams/brand.mktorg', 'teams/growth.mktorg'];
  const brandText = readFileSync(path.join(organization, brand), 'utf8');
  const content = /\n {2}\/\*\* Produces the global stories[\s\S]*?\n {2}\}\n/.exec(brandText)?.[0] ?? '';
  edit(organization, brand, content, '');
  const moved = [
    ['    lead content-director\n', '    lead managing-editor\n'],
    [
      'At our volume content is a brand asset first; growth briefs it, brand owns it',
      'Stories are planned with the demand that they create; brand keeps the standards',
    ],
    [/ {4}role content-director .*\n/.exec(content)?.[0] ?? 'role content-director', ''],
    [
      '"Managing Editor" is managing-editor { level senior',
      '"Head of Content" is managing-editor { level director',
    ],
  ].reduce((text, [from = '', to = '']) => replaced(text, from, to), content);
  edit(organization, growth, '\n  team paid-media "Paid Media"', `${moved}\n  team paid-media "Paid Media"`);
  edit(organization, 'people.mktorg', 'person siobhan "Siobhán Byrne" { location "London" }\n', '');
  edit(
    organization,
    'platforms.mktorg',
    '"Asset Library" is digital-asset-management {\n  owner studio',
    '"Asset Library" is digital-asset-management {\n  owner content',
  );
  edit(organization, 'platforms.mktorg', '  owner content\n  roadmap content\n', '');
  edit(
    organization,
    'teams/regions.mktorg',
    '    role oceania-manager',
    '    role india-manager "Market Manager, India & Sri Lanka" is field-marketer { level manager }\n    role oceania-manager',
  );
}

function edit(organization: string, file: string, from: string, to: string): void {
  const place = path.join(organization, file);
  writeFileSync(place, replaced(readFileSync(place, 'utf8'), from, to));
}

function replaced(text: string, from: string, to: string): string {
  if (from === '' || !text.includes(from)) throw new Error(`The example does not say any more: ${from}`);
  return text.replace(from, () => to);
}
