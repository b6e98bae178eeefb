import type { Place } from '@mktorg/model';
import {
  bodyOf,
  consequencesOf,
  type Phrase,
  type Review,
  type ReviewedChange,
  type ReviewedFinding,
  rowsOf,
  type Spot,
  tiers,
  totalsOf,
} from '@mktorg/review';
import type { ComparedChanges, ComparedFinding, ComparedRow, ComparedTarget } from '../../protocol.ts';

/** More lines than this of one kind are counted, and not told. */
const most = 300;

/** A review as a list beside a chart: what changes, what follows from it, and what is found. Files are uris. */
export function changesOf(review: Review, from: string, to: string): ComparedChanges {
  const body = bodyOf(review, spotOf);
  const rows = rowsOf(body.changes);
  const { findings, effects } = body;
  return {
    from,
    to,
    tiers: tiers.flatMap((tier) => {
      const own = rows.filter((row) => row.tier === tier);
      if (own.length === 0) return [];
      const told = own.slice(0, most).map(
        ({ glyph, phrase, details, changes }): ComparedRow => ({
          glyph,
          phrase,
          details: folded(details),
          targets: changes.slice(0, most).map(targetOf),
        }),
      );
      return [{ tier, rows: told, more: own.length - told.length }];
    }),
    totals: totalsOf(effects),
    effects: consequencesOf(effects).map(({ title, lines }) => ({ title, lines: folded(lines) })),
    findings: {
      new: findings.new.slice(0, most).map(findingOf),
      fixed: findings.fixed.slice(0, most).map(findingOf),
      before: findings.fixed.length + findings.carried,
      after: findings.new.length + findings.carried,
    },
    unread: body.unread.map(({ side, message, file, line, column }) => ({
      message,
      at: { uri: file, line, column, side },
    })),
  };
}

function spotOf({ uri, line, column }: Place): Spot {
  return { file: uri, line: line + 1, column: column + 1 };
}

function folded(lines: readonly Phrase[]): readonly Phrase[] {
  const rest = lines.length - most;
  return rest > 0 ? [...lines.slice(0, most), [`and ${rest} more`]] : lines;
}

function targetOf({ id, name, change, at }: ReviewedChange): ComparedTarget {
  const gone = change === 'removed' || change === 'merged';
  return { id, name, gone, ...(at && { at: sourceOf(at, gone) }) };
}

function findingOf({ rule, severity, message, element, at }: ReviewedFinding): ComparedFinding {
  return { rule, severity, message, ...(element !== undefined && { element }), at: sourceOf(at, false) };
}

function sourceOf({ file, line, column }: Spot, before: boolean): NonNullable<ComparedTarget['at']> {
  return { uri: file, line, column, side: before ? 'before' : 'after' };
}
