import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { peopleFields, platformFields } from './fields.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../../../docs/import.md'), 'utf8');
const [people = '', platforms = ''] = page.split('\n## Platforms\n');

describe('the page about importing', () => {
  it('names every field of people', () => {
    expect(Object.keys(peopleFields).filter((field) => !people.includes(`\`${field}\``))).toEqual([]);
  });

  it('names every field of platforms', () => {
    expect(Object.keys(platformFields).filter((field) => !platforms.includes(`\`${field}\``))).toEqual([]);
  });
});
