/**
 * The candidates that somebody may have meant by a word, closest first, at most `limit`: few slips apart (one in three
 * letters), or one beginning with the other; beside a good one no poor ones. Those alike come by alphabet.
 */
export function closest(
  word: string,
  candidates: Iterable<string>,
  limit = 3,
  suits: (candidate: string) => boolean = () => true,
): string[] {
  const wanted = word.toLowerCase();
  // A word of one letter is like none, and one of two like those that share a letter.
  const most = Math.min(Math.max(1, Math.floor(wanted.length / 3)), wanted.length - 1);
  const letters = lettersOf(wanted);
  const scored: { readonly candidate: string; readonly score: number }[] = [];
  for (const { candidate, other, lacking } of preparedOf(candidates)) {
    const begins =
      wanted.length >= 3 && (other.startsWith(wanted) || (other.length >= 3 && wanted.startsWith(other)));
    const isFar = Math.abs(wanted.length - other.length) > most || countOf(letters & lacking) > most;
    if (isFar && !begins) continue;
    const score = isFar ? most + 1 : slips(wanted, other, most);
    if ((score <= most || begins) && suits(candidate)) {
      scored.push({ candidate, score: Math.min(score, most + 1) });
    }
  }
  const best = scored.reduce((least, { score }) => Math.min(least, score), most + 1);
  return scored
    .filter(({ score }) => score <= best + 1)
    .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

interface Prepared {
  readonly candidate: string;
  readonly other: string;
  /** The letters that it does not have. */
  readonly lacking: number;
}

/** Short lists, which are those of the language itself: they are asked for every word that is wrong. */
const prepared = new WeakMap<readonly string[], readonly Prepared[]>();
const short = 500;

function preparedOf(candidates: Iterable<string>): Iterable<Prepared> {
  if (!isShortList(candidates)) return preparing(candidates);
  let known = prepared.get(candidates);
  if (!known) {
    known = candidates.map(prepare);
    prepared.set(candidates, known);
  }
  return known;
}

function* preparing(candidates: Iterable<string>): Iterable<Prepared> {
  for (const candidate of candidates) yield prepare(candidate);
}

function isShortList(candidates: Iterable<string>): candidates is readonly string[] {
  return Array.isArray(candidates) && candidates.length <= short;
}

function prepare(candidate: string): Prepared {
  const other = candidate.toLowerCase();
  return { candidate, other, lacking: ~lettersOf(other) };
}

/** Which letters a word has, one bit for several: a word that lacks many of them needs as many slips. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function countOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** Insertions, deletions, replacements and swaps of neighbors between two words; more than `most` is `most + 1`. */
function slips(a: string, b: string, most: number): number {
  // What both begin and end with costs nothing, and is most of two similar words.
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end))
    end++;
  return start === 0 && end === 0
    ? table(a, b, most)
    : table(a.slice(start, a.length - end), b.slice(start, b.length - end), most);
}

function table(a: string, b: string, most: number): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, i) => i);
  let bestBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      best = Math.min(best, cost);
    }
    // A swap reaches back two rows, so one row beyond the bound does not settle it.
    if (best > most && bestBefore > most) return most + 1;
    bestBefore = best;
    older = old;
    old = row;
  }
  return Math.min(old[b.length] ?? 0, most + 1);
}
