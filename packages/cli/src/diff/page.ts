import {
  type ChartMessage,
  type ComparedFinding,
  type ComparedLine,
  type ComparedTarget,
  protocolVersion,
} from '@mktorg/preview';
import { headlineOf, type ReviewDocument } from '@mktorg/review';
import { changesOf } from '@mktorg/server/changes';
import { findingsByElement, sceneWithFindings } from '../charts/findings.ts';
import { withoutPlaces } from '../charts/html.ts';
import { chartFile, previewApp } from '../charts/page.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Comparison } from './comparison.ts';
import { reviewToDraw, sceneOf } from './picture.ts';

/** One file with the difference drawn and told beside it. It says nothing of the machine that it was made on. */
export function htmlDiff(comparison: Comparison, document: ReviewDocument, terminal: Terminal): string {
  const review = reviewToDraw(comparison, terminal);
  const { new: fresh, carried } = review.findings;
  const findings = [...fresh, ...carried];
  const { name } = review.after;
  const organization = { root: 'organization', name };
  const changes = changesOf(review, comparison.from, comparison.to);
  // The document knows what guards refuse, and has the organizations in the same order.
  const position = comparison.organizations.findIndex(
    (each) => each.status === 'compared' && each.review === review,
  );
  const own = document.organizations[position];
  const headline = own?.status === 'compared' ? headlineOf(own) : changes.headline;
  const message: ChartMessage = {
    type: 'chart',
    version: protocolVersion,
    organization,
    organizations: [organization],
    choice: { lens: 'reporting', collapsed: [], expanded: [], show: {} },
    scene: withoutPlaces(sceneWithFindings(sceneOf(comparison, review, terminal), findings)),
    findings: findingsByElement(findings),
    changes: { ...withoutFiles(changes), headline },
  };
  return chartFile([message], name, previewApp());
}

type Changes = NonNullable<ChartMessage['changes']>;

function placeless({ at: _, ...target }: ComparedTarget): ComparedTarget {
  return target;
}

/** Positions in the source mean nothing to whom the file is sent to. */
function withoutFiles(changes: Changes): Changes {
  const at = { uri: '', line: 1, column: 1, side: 'after' } as const;
  const lineOf = <T extends ComparedLine>(line: T): T => ({ ...line, targets: line.targets.map(placeless) });
  const findingOf = ({ target, ...finding }: ComparedFinding): ComparedFinding => ({
    ...finding,
    ...(target && { target: placeless(target) }),
  });
  return {
    ...changes,
    tiers: changes.tiers.map((tier) => ({ ...tier, rows: tier.rows.map(lineOf) })),
    effects: changes.effects.map((effect) => ({ ...effect, lines: effect.lines.map(lineOf) })),
    findings: {
      ...changes.findings,
      new: changes.findings.new.map(findingOf),
      fixed: changes.findings.fixed.map(findingOf),
      accepted: changes.findings.accepted.map((each) => ({ ...findingOf(each), how: each.how })),
    },
    unread: changes.unread.map((problem) => ({ ...problem, at })),
  };
}
