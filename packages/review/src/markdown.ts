import { sayAccepted } from './accepted.ts';
import type {
  AcceptedFinding,
  Refused,
  ReviewDocument,
  ReviewedFinding,
  ReviewedOrganization,
  Spot,
} from './document.ts';
import { clipped, escapeMarkdown } from './escape.ts';
import { consequencesOf } from './follows.ts';
import { whatIsAReason } from './guards.ts';
import { headlineOf } from './headline.ts';
import { assemble, type Block } from './markdown-budget.ts';
import { neighborhoodMermaid } from './mermaid.ts';
import { count, type Phrase, type Word } from './phrase.ts';
import type { Row } from './rows.ts';
import { rowsOf } from './rows.ts';
import { teamTotalsOf } from './team-totals.ts';
import type { Tier } from './tiers.ts';
import { totalsOf } from './totals.ts';
import { onSides } from './unread-sides.ts';

export interface MarkdownOptions {
  /** Most bytes of the whole text [60,000]: forges refuse longer comments. */
  readonly limit?: number;
  /** What tells this comment from others of the program in the same place [`review`]. */
  readonly key?: string;
}

/** By this a program finds the comment that it wrote before; readers do not see it. */
export function commentMarker(key = 'review'): string {
  return `<!-- mktorg:${key.replace(/[^\w./ -]/g, '')} -->`;
}

/**
 * A review as a comment on a change: what is at risk first, long lists folded, never longer than its limit and always
 * whole. No text of a model is markup in it, or calls anybody.
 */
export function reviewMarkdown(document: ReviewDocument, options: MarkdownOptions = {}): string {
  const organizations = document.organizations.slice(0, mostOrganizations);
  const rest = document.organizations.length - organizations.length;
  const several = document.organizations.length > 1;
  const blocks = [
    ...(document.organizations.length === 0 ? [paragraph('No organization is different.')] : []),
    ...organizations.flatMap((each) => blocksOf(each, document, several)),
    ...(rest > 0 ? [paragraph(`… and ${count(rest)} more organizations.`)] : []),
  ];
  return assemble(`${commentMarker(options.key)}\n`, blocks, {
    bytes: options.limit ?? 60_000,
    openRows: mostOpenRows,
  });
}

const mostOrganizations = 8;
/** Rows of tables that stand open, in the whole comment. */
const mostOpenRows = 50;
const longestName = 120;
const longestPhrase = 360;

function blocksOf(
  each: ReviewedOrganization,
  { from, to, redacted }: ReviewDocument,
  several: boolean,
): readonly Block[] {
  const where = several ? ` (${plain(each.root)})` : '';
  const without = redacted ? ', without people' : '';
  const title = paragraph(`## ${plain(each.name)}${where}\n\n${plain(from)} → ${plain(to)}${without}`);
  if (each.status !== 'compared') {
    const size = `${counted(each.seats, 'seat')} in ${counted(each.teams, 'team')}`;
    return [title, paragraph(`**The organization is ${each.status === 'came' ? 'new' : 'gone'}**: ${size}.`)];
  }
  const rows = rowsOf(each.changes);
  const section = (tier: Tier, heading: string, open: number, folded: boolean): Block => {
    const own = rows.filter((row) => row.tier === tier);
    const counts = own.map(({ changes }) => changes.length);
    return tableOf(heading, ['', 'What changes'], own.map(rowCells), { open, folded, counts });
  };
  const { findings } = each;
  const changed = each.changes.length > 0;
  return [
    title,
    unreadBlock(each, from),
    paragraph(headlineOf(each).map(phraseText).join('<br>\n')),
    tableOf(
      'Refused',
      ['', 'By a guard'],
      (each.refused ?? []).map((refused) => ['✖', refusedCell(refused)]),
      { open: 8 },
    ),
    ...(changed
      ? []
      : [paragraph(`No differences${each.unread.length > 0 ? ' in what could be read' : ''}.`)]),
    ...(changed ? [totalsBlock(each)] : []),
    tableOf('New findings', ['', 'What is found', 'Where'], unsaid(each).map(findingCells), { open: 10 }),
    tableOf(
      'Findings accepted, not mended',
      ['', 'What is found', 'How'],
      (findings.accepted ?? []).map(acceptedCells),
      { open: 5 },
    ),
    section('structural', 'Structure', 24, false),
    chartBlock(each),
    followsBlock(each),
    teamsBlock(each),
    section('commitment', 'Commitments', 12, false),
    section('descriptive', 'Titles and wording', 0, true),
    tableOf(
      'Findings fixed',
      ['', 'What was found'],
      findings.fixed.map(({ message }) => ['✔', plain(message, longestPhrase)]),
      { open: 0, folded: true },
    ),
    ...(findings.carried > 0
      ? [
          paragraph(
            `${counted(findings.carried, 'finding')} stay${findings.carried === 1 ? 's' : ''} as before.`,
          ),
        ]
      : []),
  ];
}

type Compared = Extract<ReviewedOrganization, { readonly status: 'compared' }>;

function paragraph(text: string): Block {
  return { type: 'text', text };
}

function tableOf(
  heading: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  {
    open,
    folded = false,
    counts = rows.map(() => 1),
  }: { readonly open: number; readonly folded?: boolean; readonly counts?: readonly number[] },
): Block {
  return {
    type: 'table',
    heading,
    columns,
    rows: rows.map((cells) => `| ${cells.join(' | ')} |`),
    open,
    folded,
    counts,
  };
}

function rowCells({ glyph, phrase, details }: Row): readonly string[] {
  const shown = details.slice(0, mostDetails);
  const more = details.length - shown.length;
  const lines = [
    phraseText(phrase),
    ...shown.map(phraseText),
    ...(more > 0 ? [`and ${count(more)} more`] : []),
  ];
  return [glyph === '~' ? '\\~' : glyph, lines.join('<br>')];
}

const mostDetails = 5;

function findingCells({ severity, message, rule, at }: ReviewedFinding): readonly string[] {
  return [
    plain(severity),
    plain(message, longestPhrase),
    `${plain(at.file)}\\:${count(at.line)}<br>${plain(rule)}`,
  ];
}

function acceptedCells(finding: AcceptedFinding): readonly string[] {
  const { severity, message, rule } = finding;
  return [
    plain(severity),
    plain(message, longestPhrase),
    `${plain(sayAccepted(finding), longestPhrase)}<br>${plain(rule)}`,
  ];
}

/** New findings, without those that stand above as what could not be read. */
function unsaid({ findings, unread }: Compared): readonly ReviewedFinding[] {
  const placeOf = ({ file, line, column }: Spot): string => `${file} ${line} ${column}`;
  const said = new Set(unread.flatMap((text) => (text.side === 'after' ? [placeOf(text)] : [])));
  return findings.new.filter(({ rule, at }) => !rule.startsWith('integrity/') || !said.has(placeOf(at)));
}

function unreadBlock({ unread }: Compared, from: string): Block {
  const said = { before: plain(from), after: '', both: 'before and after' };
  const rows = onSides(unread).map(({ sides, text: { file, line, where, message } }) => [
    said[sides],
    `${plain(file)}\\:${count(line)}${where === undefined ? '' : `<br>${plain(where)}`}`,
    plain(message, longestPhrase),
  ]);
  return tableOf('⚠ Not all could be read, so not all is compared', ['', 'Where', 'What'], rows, {
    open: 5,
  });
}

function totalsBlock({ effects }: Compared): Block {
  const totals = totalsOf(effects);
  if (totals.length === 0) return paragraph('');
  const rows = totals.map(
    ({ label, before, after, difference }) =>
      `| ${label} | ${plain(before)} | <b>${plain(after)}</b> | ${difference} |`,
  );
  return paragraph(`| | before | after | |\n|---|--:|--:|--:|\n${rows.join('\n')}`);
}

/** The sentence, and what it is about one by one. */
function refusedCell({ message, guard, changes = [] }: Refused): string {
  if (guard !== 'require-reason' || changes.length < 2) return plain(message, longestPhrase * 2);
  const shown = changes.slice(0, mostRefused).map(({ what, at }) => {
    const place = at ? ` (${plain(at.file)}\\:${count(at.line)})` : '';
    return `${plain(what)}${place}`;
  });
  const rest = changes.length - shown.length;
  return [
    `<b>${count(changes.length)} structural changes do not say why:</b>`,
    ...shown,
    ...(rest > 0 ? [`and ${count(rest)} more`] : []),
    plain(whatIsAReason, longestPhrase),
  ].join('<br>');
}

const mostRefused = 10;

/** The teams that are touched, before and after. */
function teamsBlock({ effects }: Compared): Block {
  const { columns, rows } = teamTotalsOf(effects);
  return tableOf(
    'Teams',
    ['', ...columns],
    rows.map(({ team, cells }) => [plain(team), ...cells.map((cell) => plain(cell))]),
    { open: 6 },
  );
}

function chartBlock({ neighborhood }: Compared): Block {
  if (!neighborhood) return paragraph('');
  const more = neighborhood.omitted ?? 0;
  const left = more > 0 ? `\n\n${counted(more, 'more change')} are not in the picture.` : '';
  const text = `\`\`\`mermaid\n${neighborhoodMermaid(neighborhood)}\`\`\`${left}`;
  return { type: 'optional', text, most: mostOfChart };
}

/** Far below what Mermaid takes, and a fraction of the comment. */
const mostOfChart = 12_000;

function followsBlock({ effects }: Compared): Block {
  // Teams have a table of their own.
  const groups = consequencesOf(effects).filter(({ title }) => title !== 'Teams');
  const cells = (title: string, lines: readonly Phrase[]) =>
    lines.map((line, index) => [index === 0 ? title : '', phraseText(line)]);
  // The gravest of every kind, before more of one kind. A line that says that one more is folded may as well be that one.
  const shown = ({ length }: readonly Phrase[]) => (length === mostOfKind + 1 ? length : mostOfKind);
  const open = groups.flatMap(({ title, lines }) => cells(title, lines.slice(0, shown(lines))));
  const rest = groups.flatMap(({ title, lines }) => cells(title, lines.slice(shown(lines))));
  return tableOf('What follows', ['', 'Before → after'], [...open, ...rest], {
    open: Math.min(open.length, 18),
  });
}

const mostOfKind = 3;

/** The names in bold: as tags, since marks of Markdown depend on what stands beside them. */
function phraseText(phrase: Phrase): string {
  let left = longestPhrase;
  const said = (word: Word): string => {
    const text = clipped(
      typeof word === 'string' ? word : word.text,
      Math.max(2, Math.min(left, longestPhrase)),
    );
    left -= text.length;
    const escaped = escapeMarkdown(text);
    return typeof word === 'object' && word.as === 'name' ? `<b>${escaped}</b>` : escaped;
  };
  const words: string[] = [];
  for (const word of phrase) {
    if (left <= 0) {
      words.push('…');
      break;
    }
    words.push(said(word));
  }
  return words.join('');
}

function plain(text: string, most = longestName): string {
  return escapeMarkdown(clipped(text, most));
}

function counted(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
}
