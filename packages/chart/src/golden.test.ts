import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawChart } from './draw.ts';
import type { ChartOptions } from './options.ts';
import { toMermaid } from './output/mermaid.ts';
import { toSvg } from './output/svg.ts';
import { toText } from './output/text.ts';
import type { Scene } from './scene.ts';
import { organizationOf } from './testing/organization.ts';

const folder = path.join(import.meta.dirname, 'testdata');
const model = organizationOf(readFileSync(path.join(folder, 'orchard.mktorg'), 'utf8'));

const everything = { platforms: true, partners: true, externals: true, governance: true };
const charts: readonly (readonly [string, ChartOptions, (scene: Scene) => string])[] = [
  ['reporting.svg', { lens: 'reporting' }, (scene) => toSvg(scene)],
  [
    'reporting.auto.svg',
    { lens: 'reporting', of: 'team:marketing.growth' },
    (scene) => toSvg(scene, { theme: 'auto' }),
  ],
  [
    'reporting.flat.svg',
    { lens: 'reporting', depth: 2 },
    (scene) => toSvg(scene, { theme: 'dark', flat: true }),
  ],
  ['everything.svg', { lens: 'reporting', show: everything }, (scene) => toSvg(scene)],
  ['reporting.txt', { lens: 'reporting' }, (scene) => toText(scene)],
  ['everything.txt', { lens: 'reporting', show: everything }, (scene) => toText(scene, { width: 110 })],
  ['depth-1.txt', { lens: 'reporting', depth: 1 }, (scene) => toText(scene)],
  ['redacted.txt', { lens: 'reporting', redactPeople: true }, (scene) => toText(scene)],
  ['reporting.mmd', { lens: 'reporting' }, (scene) => toMermaid(scene)],
  ['stack.svg', { lens: 'stack' }, (scene) => toSvg(scene)],
  ['stack.txt', { lens: 'stack' }, (scene) => toText(scene)],
  ['stack.mmd', { lens: 'stack' }, (scene) => toMermaid(scene)],
];

/** `UPDATE_GOLDEN=1 vitest run packages/chart` writes them anew; look at what changed. */
describe('golden charts', () => {
  it('are of a model without problems', () => expect(model.problems).toEqual([]));

  it.each(charts)('%s', (file, options, write) => {
    const text = write(drawChart(model, options));
    if (process.env['UPDATE_GOLDEN']) writeFileSync(path.join(folder, file), text);
    expect(text).toBe(readFileSync(path.join(folder, file), 'utf8'));
  });
});
