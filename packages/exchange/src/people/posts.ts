import { counted, type Notes } from '../report/collect.ts';
import type { SourceRow } from '../report/report.ts';
import type { Cells } from './cells.ts';
import { readNumber, saysNothing } from './values.ts';

/** How many seats a row stands for, and which share of a full-time seat each is. */
export function readPosts(
  cells: Cells,
  at: SourceRow,
  notes: Notes,
): { readonly fte: number; readonly seats: number } {
  const fte = readFte(cells, at, notes);
  const text = cells.one('seats');
  if (!text) return { fte, seats: 1 };
  const posts = readNumber(text);
  if (posts === undefined || posts <= 0) {
    notes.add(
      {
        code: 'seats-unreadable',
        severity: 'warning',
        what: `"${text}" is no number of seats.`,
        done: 'The role has one seat.',
        wayOut: 'Write a number of 1 or more, or leave the row out.',
      },
      [at],
    );
    return { fte, seats: 1 };
  }
  const seats = Math.ceil(posts);
  if (seats === posts) return { fte, seats };
  const each = Math.round((posts / seats) * 1000) / 1000;
  notes.add(
    {
      code: 'seats-of-part-posts',
      severity: 'info',
      what: `${text} posts are no whole number of seats.`,
      done: `Written as ${counted(seats, 'seat')} of ${each} FTE each.`,
    },
    [at],
  );
  return { fte: each, seats };
}

function readFte(cells: Cells, at: SourceRow, notes: Notes): number {
  const text = cells.one('fte');
  if (saysNothing(text) && text !== '0') return 1;
  const read = readNumber(text);
  const inPercent =
    read !== undefined && !text.includes('%') && (read > 10 || /percent|%/i.test(cells.heading('fte')));
  const fte = inPercent ? read / 100 : read;
  if (fte !== undefined && fte > 0 && fte <= 1) return Math.round(fte * 1000) / 1000;
  notes.add(
    {
      code: 'fte-out-of-range',
      severity: 'warning',
      what: `"${text}" is no share of a full-time seat.`,
      done: 'The seat counts as 1.',
      wayOut: 'Write a number above 0 and up to 1, or a percentage.',
    },
    [at],
  );
  return 1;
}
