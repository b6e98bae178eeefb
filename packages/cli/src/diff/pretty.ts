import type {
  AcceptedFinding,
  Consequences,
  Glyph,
  Phrase,
  ReviewDocument,
  ReviewedFinding,
  ReviewedOrganization,
  Row,
  Tier,
  Word,
} from '@mktorg/review';
import { changesIn, consequencesOf, headlineOf, rowsOf, sayAccepted, tiers, totalsOf } from '@mktorg/review';
import { counted } from '../check/checked.ts';
import { clean } from '../terminal/clean.ts';
import { padEnd, padStart, width } from '../terminal/fit.ts';
import type { Screen, Style } from '../terminal/terminal.ts';
import { flow } from './flow.ts';
import { placeText, unreadLines } from './unread.ts';

export interface PrettyOptions {
  /** Shows every line, however many there are. */
  readonly all?: boolean;
}

/** A review for a person at a terminal: to be read in a minute, with all of it on demand. */
export function prettyDiff(document: ReviewDocument, screen: Screen, options: PrettyOptions = {}): string {
  const page = pageOn(screen, options.all === true);
  const several = document.organizations.length > 1;
  const parts = document.organizations.map((each) => page.organization(each, document, several));
  return parts.join('\n');
}

/** What is shown of a long list, with the rest in one line. */
const most: { readonly [T in Tier]: number } = { structural: 24, commitment: 16, descriptive: 8 };
const mostConsequences = 6;
const mostFindings = 8;
const mostUnread = 3;
const mostDetails = 4;

const titles: { readonly [T in Tier]: string } = {
  structural: 'Structure',
  commitment: 'Commitments',
  descriptive: 'Titles and wording',
};
const glyphStyles: { readonly [G in Glyph]: Style } = {
  '+': 'green',
  '−': 'red',
  '→': 'blue',
  '~': 'yellow',
};
const severityStyles: { readonly [severity: string]: Style } = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
};

interface Page {
  organization(each: ReviewedOrganization, document: ReviewDocument, several: boolean): string;
}

function pageOn(screen: Screen, all: boolean): Page {
  const cells = Math.min(screen.columns, 100);
  const dim = (text: string): string => screen.style('dim', text);
  const heading = (title: string, number?: number): string =>
    `\n${screen.style('bold', title)}${number === undefined ? '' : dim(` ${number.toLocaleString('en')}`)}\n`;

  /** One line, or several with what follows under its first word. */
  const line = (start: string, startCells: number, phrase: Phrase): string => {
    const lines = flow(phrase, cells - startCells);
    return lines
      .map((words, index) => `${index === 0 ? start : ' '.repeat(startCells)}${words.map(styled).join('')}\n`)
      .join('');
  };
  const styled = (word: Word): string => {
    if (typeof word === 'string') return clean(word);
    const text = clean(word.text);
    switch (word.as) {
      case 'name':
        return screen.style('bold', text);
      case 'old':
        return screen.style('red', text);
      case 'new':
        return screen.style('green', text);
      case 'quiet':
        return dim(text);
    }
  };
  const shownOf = <T>(list: readonly T[], limit: number): readonly T[] =>
    // A line that says that one more is folded may as well be that one.
    all || list.length <= limit + 1 ? list : list.slice(0, limit);
  const folded = (number: number, what: string): string =>
    number === 0 ? '' : `  ${dim(`… and ${number.toLocaleString('en')} more ${what}, with --all`)}\n`;

  /** All of it in a line or two: whoever reads no further knows what this is about. */
  const opening = (sentences: readonly Phrase[]): string =>
    sentences.length === 0 ? '' : `\n${sentences.map((sentence) => line('  ', 4, sentence)).join('')}`;
  const unreadText = (lines: readonly Phrase[]): string => {
    if (lines.length === 0) return '';
    const shown = shownOf(lines, mostUnread);
    const start = `  ${screen.style('yellow', '!')} `;
    return (
      `\n${screen.style(['bold', 'yellow'], 'Not all could be read')}, so not all can be compared:\n` +
      shown.map((phrase) => line(start, 4, phrase)).join('') +
      folded(lines.length - shown.length, 'places')
    );
  };
  const rowText = (row: Row): string => {
    const start = `  ${screen.style(['bold', glyphStyles[row.glyph]], row.glyph)} `;
    const details = shownOf(row.details, mostDetails);
    const more = row.details.length - details.length;
    return (
      line(start, 4, row.phrase) +
      details.map((phrase) => line('      ', 6, phrase)).join('') +
      (more > 0 ? `      ${dim(`and ${more.toLocaleString('en')} more`)}\n` : '')
    );
  };
  const section = (tier: Tier, rows: readonly Row[]): string => {
    const own = rows.filter((row) => row.tier === tier);
    if (own.length === 0) return '';
    const shown = shownOf(own, most[tier]);
    const number = changesIn(own);
    return (
      heading(titles[tier], number) +
      shown.map(rowText).join('') +
      folded(number - changesIn(shown), 'changes')
    );
  };

  const consequences = (groups: readonly Consequences[]): string => {
    if (groups.length === 0) return '';
    const column = Math.max(...groups.map(({ title }) => title.length)) + 2;
    const group = ({ title, lines }: Consequences): string => {
      const shown = shownOf(lines, mostConsequences);
      const indent = ' '.repeat(column + 2);
      const more = lines.length - shown.length;
      return (
        shown
          .map((phrase, index) =>
            line(index === 0 ? `  ${dim(padEnd(title, column))}` : indent, column + 2, phrase),
          )
          .join('') +
        (more === 0 ? '' : `${indent}${dim(`… and ${more.toLocaleString('en')} more, with --all`)}\n`)
      );
    };
    return heading('What follows') + groups.map(group).join('');
  };

  const findings = (title: string, list: readonly ReviewedFinding[], limit: number): string => {
    const shown = shownOf(list, limit);
    const text = shown.map(({ rule, severity, message, at }) => {
      const start = `  ${screen.style(severityStyles[severity] ?? 'blue', padEnd(severity, 8))}`;
      return `${line(start, 10, [message])}${' '.repeat(10)}${dim(`${rule}  ${placeText(at)}`)}\n`;
    });
    return list.length === 0
      ? ''
      : heading(title, list.length) + text.join('') + folded(list.length - shown.length, 'findings');
  };
  const accepted = (list: readonly AcceptedFinding[]): string => {
    const shown = shownOf(list, mostFindings);
    const text = shown.map((each) => {
      const start = `  ${screen.style('yellow', padEnd(each.severity, 8))}`;
      return (
        line(start, 10, [each.message]) + line(' '.repeat(10), 10, [{ as: 'quiet', text: sayAccepted(each) }])
      );
    });
    return list.length === 0
      ? ''
      : heading('Findings accepted, not mended', list.length) +
          text.join('') +
          folded(list.length - shown.length, 'findings');
  };
  const fixed = (list: readonly ReviewedFinding[]): string => {
    const shown = shownOf(list, mostConsequences);
    const start = `  ${screen.style('green', '✔')} `;
    return list.length === 0
      ? ''
      : heading('Findings fixed', list.length) +
          shown.map(({ message }) => line(start, 4, [message])).join('') +
          folded(list.length - shown.length, 'findings');
  };

  return {
    organization(each, { from, to, redacted }, several) {
      const note = redacted ? dim('  without people') : '';
      const where = several ? dim(`  ${clean(each.root)}`) : '';
      const title = `${screen.style('bold', clean(each.name))}  ${clean(from)} → ${clean(to)}${where}${note}\n`;
      if (each.status !== 'compared') {
        const size = `${counted(each.seats, 'seat')} in ${counted(each.teams, 'team')}`;
        const [glyph, said] =
          each.status === 'came' ? (['+', 'is new'] as const) : (['−', 'is gone'] as const);
        return `${title}\n  ${screen.style(['bold', glyphStyles[glyph]], glyph)} The organization ${said}: ${size}.\n`;
      }
      const unread = unreadLines(each.unread, from);
      const refused = (each.refused ?? []).map(({ message }) => message);
      const refusals =
        refused.length === 0
          ? ''
          : `\n${screen.style(['bold', 'red'], 'Refused')}\n${shownOf(refused, mostFindings)
              .map((message) => line(`  ${screen.style('red', '✖')} `, 4, [message]))
              .join('')}${folded(refused.length - shownOf(refused, mostFindings).length, 'reasons')}`;
      const rows = rowsOf(each.changes);
      const changed = each.changes.length > 0;
      return (
        title +
        opening(headlineOf(each)) +
        unreadText(unread) +
        refusals +
        (changed ? '' : `\n  No differences${unread.length > 0 ? ' in what could be read' : ''}.\n`) +
        totalsText(each) +
        tiers.map((tier) => section(tier, rows)).join('') +
        consequences(consequencesOf(each.effects)) +
        findings('New findings', each.findings.new, mostFindings) +
        accepted(each.findings.accepted ?? []) +
        fixed(each.findings.fixed)
      );
    },
  };

  function totalsText(each: Extract<ReviewedOrganization, { status: 'compared' }>): string {
    const totals = totalsOf(each.effects);
    if (totals.length === 0) return '';
    const columns = [
      Math.max(...totals.map(({ label }) => width(label))),
      Math.max(...totals.map(({ before }) => width(before))),
      Math.max(...totals.map(({ after }) => width(after))),
    ] as const;
    return `\n${totals
      .map(({ label, before, after, difference }) =>
        `  ${padEnd(label, columns[0] + 2)}${padStart(before, columns[1])} → ${screen.style('bold', padEnd(after, columns[2]))}  ${dim(difference)}`.trimEnd(),
      )
      .join('\n')}\n`;
  }
}
