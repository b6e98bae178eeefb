import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelsOf } from './labels.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
const none = () => undefined;

describe('what the sides of a merge are called', () => {
  it('is what git says', () => {
    expect(labelsOf({ ours: 'HEAD', base: '1a2b3c4', theirs: 'ana' }, {}, none)).toEqual([
      'HEAD',
      '1a2b3c4',
      'ana',
    ]);
    expect(labelsOf({ ours: 'HEAD', base: '', theirs: 'ana' }, {}, none)).toEqual(['HEAD', 'base', 'ana']);
  });

  it.each([
    ['that names none', {}],
    ['that hands placeholders over', { ours: '%X', base: '%S', theirs: '%Y' }],
  ])('comes from elsewhere with a git %s', (_, given) => {
    expect(labelsOf(given, {}, none)).toEqual(['ours', 'base', 'theirs']);
    const merging = { [`GITHEAD_${commit}`]: 'ana' };
    expect(labelsOf(given, merging, none)).toEqual(['HEAD', 'base', 'ana']);
    const octopus = { ...merging, [`GITHEAD_${commit.replace('0', '1')}`]: 'bo' };
    expect(labelsOf(given, octopus, none)).toEqual(['ours', 'base', 'theirs']);
  });

  it.each([
    [`pick ${commit} Move Content`, '0123456 (Move Content)'],
    [`pick ${commit} # Move Content`, '0123456 (Move Content)'],
    [`fixup -C ${commit} Move Content`, '0123456 (Move Content)'],
    ['exec npm test', 'theirs'],
    ['', 'theirs'],
  ])('comes from a rebase that is at %j', (line, theirs) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'mktorg-labels-'));
    const file = path.join(folder, 'done');
    writeFileSync(file, `pick ${commit.replace('0', '9')} Before\n${line}\n`);
    expect(labelsOf({}, {}, () => file)[2]).toBe(line === '' ? '9123456 (Before)' : theirs);
    rmSync(folder, { recursive: true });
  });
});
