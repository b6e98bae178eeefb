import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { action } from '../forge/run-action.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/ci.md'), 'utf8');
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

/** Everything in a value that has such a key, with what stands there. */
function allAt(value: unknown, key: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    ...(name === key ? [part] : []),
    ...allAt(part, key),
  ]);
}

describe.each(examples.map((text, index) => [index + 1, text] as const))('example %d', (_, text) => {
  const parsed = load(text);

  it('puts no expression into a script', () => {
    for (const script of allAt(parsed, 'run')) expect(script).not.toContain('${{');
  });

  it('gives the action what it takes, and asks for what it gives', () => {
    const steps = allAt(parsed, 'steps').flat();
    for (const step of steps) {
      if (!allAt(step, 'uses').some((uses) => String(uses).startsWith('mktorg/mktorg@'))) continue;
      for (const given of allAt(step, 'with'))
        expect(Object.keys(Object(given)).filter((name) => !(name in action.inputs))).toEqual([]);
    }
    for (const [, output = ''] of text.matchAll(/steps\.review\.outputs\.([\w-]+)/g))
      expect(action.outputs).toHaveProperty(output);
  });
});

it('tells of every input and every output', () => {
  for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)])
    expect(page).toContain(`\`${name}\``);
});

it('lets the workflow that may write check nothing out and run nothing', () => {
  const trusted = examples.map((text) => load(text)).filter((each) => allAt(each, 'workflow_run').length > 0);
  expect(trusted).toHaveLength(1);
  expect(JSON.stringify(trusted)).not.toContain('actions/checkout');
  expect(allAt(trusted, 'run')).toEqual([]);
  expect(allAt(trusted, 'permissions')).toEqual([{ actions: 'read', 'pull-requests': 'write' }]);
});
