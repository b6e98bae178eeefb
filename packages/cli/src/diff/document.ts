import type { Place } from '@mktorg/model';
import { bodyOf, type Guards, type ReviewDocument, type Spot } from '@mktorg/review';
import type { ShowPath } from '../files/paths.ts';
import { version } from '../version.ts';
import type { Comparison } from './comparison.ts';

/** The comparison as it leaves the program; every text for readers is made from it. */
export function documentOf(comparison: Comparison, guards: Guards, show: ShowPath): ReviewDocument {
  const spot = ({ uri, line, column }: Place): Spot => ({
    file: show(uri),
    line: line + 1,
    column: column + 1,
  });
  return {
    format: 'mktorg/review',
    version: 1,
    tool: { name: 'mktorg', version },
    from: comparison.from,
    to: comparison.to,
    today: comparison.today,
    ...(comparison.redacted && { redacted: 'people' }),
    organizations: comparison.organizations.map((each) => {
      const root = show(each.root);
      if (each.status !== 'compared') return { ...each, root };
      const { status, name, review } = each;
      return { status, name, root, ...bodyOf(review, spot, guards) };
    }),
  };
}
