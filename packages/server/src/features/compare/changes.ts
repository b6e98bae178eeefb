import type { ElementId, Place } from '@mktorg/model';
import { find } from '@mktorg/model';
import {
  bodyOf,
  changesIn,
  consequencesOf,
  headlineOf,
  onSides,
  type Phrase,
  type Review,
  type ReviewedChange,
  rowsOf,
  type Spot,
  sameAsBefore,
  sayAccepted,
  tiers,
  totalsOf,
} from '@mktorg/review';
import type { Finding } from '@mktorg/rules';
import type {
  ComparedChanges,
  ComparedFinding,
  ComparedLine,
  ComparedRow,
  ComparedSource,
  ComparedTarget,
} from '../../protocol.ts';
import type { Statements } from './statements.ts';

/** More lines than this of one kind are counted, and not told. */
const most = 300;

/**
 * A review as a list beside a chart: what changes, what follows from it, and what is found. Files are uris. Between two
 * points of a plan, entries lead to the statements of its phases.
 */
export function changesOf(
  review: Review,
  from: string,
  to: string,
  statements?: Statements,
): ComparedChanges {
  const body = bodyOf(review, spotOf);
  const rows = rowsOf(body.changes);
  const { findings } = review;
  const targets = targetsIn(review, statements);
  return {
    from,
    to,
    headline: headlineOf(body),
    tiers: tiers.flatMap((tier) => {
      const own = rows.filter((row) => row.tier === tier);
      if (own.length === 0) return [];
      const told = own.slice(0, most).map(
        ({ glyph, phrase, details, changes }): ComparedRow => ({
          glyph,
          phrase,
          details: folded(details),
          targets: changes.slice(0, most).map((change) => targets.ofChange(change)),
        }),
      );
      return [{ tier, changes: changesIn(own), rows: told, more: changesIn(own.slice(most)) }];
    }),
    totals: totalsOf(body.effects),
    effects: consequencesOf(body.effects, review.effects).map(({ title, lines }) => ({
      title,
      lines: folded(lines).map((phrase) => targets.ofLine(phrase)),
    })),
    findings: {
      new: findings.new.slice(0, most).map((finding) => targets.ofFinding(finding)),
      fixed: findings.fixed.slice(0, most).map((finding) => targets.ofFixed(finding)),
      accepted: findings.accepted.slice(0, most).map((each) => ({
        ...targets.ofFixed(each.finding),
        how: sayAccepted({ ...each, severity: each.finding.severity, now: each.now?.severity }),
      })),
      before: findings.fixed.length + findings.accepted.length + sameAsBefore(findings),
      after: findings.new.length + findings.carried.length,
    },
    unread: onSides(body.unread).map(({ sides, text: { side, message, file, line, column } }) => ({
      message,
      at: { uri: file, line, column, side },
      ...(sides === 'both' && { both: true }),
    })),
  };
}

/** Where the lines of a list lead. */
function targetsIn({ before, after, matching, entries }: Review, statements: Statements | undefined) {
  const changesOfEntry = new Map(entries.map(({ id, changes }) => [id, changes]));

  function target(id: ElementId, name: string, gone: boolean): ComparedTarget {
    const place = statements?.of(id, gone, changesOfEntry.get(id)) ?? find(gone ? before : after, id)?.nameAt;
    // A phase stands in the text of now, whatever it takes away.
    const at = place && sourceOf(spotOf(place), gone && !statements);
    return { id, name, gone, ...(at && { at }) };
  }

  function found({ rule, severity, message }: Finding, about: ComparedTarget | undefined): ComparedFinding {
    return { rule, severity, message, ...(about && { target: about }) };
  }

  return {
    ofChange({ id, name, change, at }: ReviewedChange): ComparedTarget {
      const gone = change === 'removed' || change === 'merged';
      return statements || !at ? target(id, name, gone) : { id, name, gone, at: sourceOf(at, gone) };
    },
    ofLine(phrase: Phrase): ComparedLine {
      const about = phrase.flatMap((word) => (typeof word === 'string' ? [] : (word.about ?? [])));
      const known = about.filter(({ id }) => after.elements.has(id) || before.elements.has(id));
      const targets = known.slice(0, most).map(({ id, name }) => target(id, name, !after.elements.has(id)));
      return { phrase, targets };
    },
    ofFinding(finding: Finding): ComparedFinding {
      const { element, message, at } = finding;
      if (element === undefined) return found(finding, undefined);
      return found(finding, { ...target(element, message, false), ...(!statements && { at: here(at) }) });
    },
    /** What nobody finds any more leads to what it was found of. */
    ofFixed(finding: Finding): ComparedFinding {
      const { element, message } = finding;
      if (element === undefined) return found(finding, undefined);
      const now = matching.after.get(element);
      return found(finding, now === undefined ? target(element, message, true) : target(now, message, false));
    },
  };
}

function here(at: Place): ComparedSource {
  return sourceOf(spotOf(at), false);
}

function spotOf({ uri, line, column }: Place): Spot {
  return { file: uri, line: line + 1, column: column + 1 };
}

function folded(lines: readonly Phrase[]): readonly Phrase[] {
  const rest = lines.length - most;
  return rest > 0 ? [...lines.slice(0, most), [`and ${rest} more`]] : lines;
}

function sourceOf({ file, line, column }: Spot, before: boolean): ComparedSource {
  return { uri: file, line, column, side: before ? 'before' : 'after' };
}
