import { describe, expect, it } from 'vitest';
import { explain, pageOf } from './explain.ts';

describe('explain', () => {
  it('says everything about a rule', () => {
    const text = explain('reporting/span-of-control') ?? '';
    const parts = [
      '# reporting/span-of-control',
      'Default severity: **warning**.',
      '## Why',
      "this project's own",
      '| `max` | 10 |',
      '## What it finds',
      '> “BDR Manager” has 12 direct reports',
      '## What it leaves alone',
      'reporting/span-of-control info { max 10 }',
      'allow reporting/span-of-control because "…"',
    ];
    let from = 0;
    for (const part of parts) {
      const at = text.indexOf(part, from);
      expect(at, part).toBeGreaterThanOrEqual(0);
      from = at;
    }
    expect(text).not.toMatch(/[⟦⟧]/);
  });

  it('says that an integrity rule cannot be set or allowed', () => {
    expect(explain('integrity/syntax')).not.toContain('allow integrity');
    expect(explain('settings/unused-allow')).not.toContain('allow settings');
  });

  it('knows no other rules', () => {
    expect(explain('reporting/nothing')).toBeUndefined();
    expect(pageOf('reporting/span-of-control')).toBe('docs/rules/reporting/span-of-control.md');
  });
});
