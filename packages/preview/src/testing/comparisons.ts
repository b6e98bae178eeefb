import { isDifferenceLens } from '@mktorg/chart';
import { check } from '@mktorg/rules';
import { compareSides, drawCompared } from '../../../server/src/features/compare/compared.ts';
import { plansOf } from '../../../server/src/features/compare/sides.ts';
import type { ChartMessage } from '../protocol.ts';
import { chartOf, modelOf } from './charts.ts';

const today = '2026-06-15';

/** What a host would send to have two texts compared. */
export function comparisonOf(
  before: string,
  after: string,
  choice: Partial<ChartMessage['choice']> = {},
): ChartMessage {
  const [a, b] = [modelOf(before), modelOf(after)];
  const chosen = { compare: { with: 'revision', ref: 'HEAD' } as const, ...choice };
  const sides = {
    before: a,
    after: b,
    from: 'Last commit',
    to: 'Now',
    checked: { before: check(a, { today }).findings, after: check(b, { today }).findings },
  };
  const compared = compareSides(sides, { today });
  const chart = chartOf(b, { choice: chosen });
  const { lens, collapsed, expanded, show } = chart.choice;
  return {
    ...chart,
    scene: drawCompared(compared, sides, {
      ...(isDifferenceLens(lens) && { lens }),
      collapsed: new Set(collapsed),
      expanded: new Set(expanded),
      show,
    }),
    changes: compared.changes,
    plans: plansOf(b),
    comparable: { revisions: [{ ref: 'HEAD', label: 'last commit' }], pick: true },
  };
}

/** The hotel before its reorganization: the designers stand elsewhere, and somebody is still there. */
export function earlier(hotel: string): string {
  const designers = hotel.slice(hotel.indexOf('    role designer'), hotel.indexOf('  team growth'));
  const without = hotel.replace(designers, '    role editor "Editor" { held by "Di Reyes" }\n  }\n\n');
  return without
    .replace('"Analyst"', '"Data Analyst"')
    .replace(
      '    role growth-director',
      `${designers.slice(0, designers.lastIndexOf('}')).trimEnd()}\n    role growth-director`,
    )
    .replace('..> growth', '..> brand');
}
