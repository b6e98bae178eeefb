import { formatDocument, parseFragment } from '@mktorg/language';
import type { Fragment } from '@mktorg/model';
import { listingOf, mergeFacts } from '@mktorg/review';
import type { Hunk, Sides } from './text-merge.ts';
import { hunksOf, mergeLines, mergeWords } from './text-merge.ts';

export interface Merged {
  readonly text: string;
  /** How many places are left to a person, between git's markers. */
  readonly conflicts: number;
}

/**
 * Merges two versions of a text: line by line as git does; where lines conflict and what they say does not, so that
 * all that either side says is said; otherwise with git's own markers. No line of either side is lost.
 * @throws {Failure} where git cannot be run
 */
export function mergeTexts(
  sides: Sides,
  labels: readonly [string, string, string],
  markerSize: number,
): Merged {
  const plain = mergeLines(sides, { labels, markerSize });
  if (plain.conflicts === 0) return plain;
  const text = mergedByFacts(sides);
  return text === undefined ? plain : { text, conflicts: 0 };
}

/** More places than these are not tried in every combination. */
const mostAttempts = 256;

function mergedByFacts(sides: Sides): string | undefined {
  const [base, ours, theirs] = [read(sides.base), read(sides.ours), read(sides.theirs)];
  if (!base || !ours || !theirs) return undefined;
  const expected = mergeFacts(base.facts, ours.facts, theirs.facts);
  if (!expected) return undefined;
  const comments = mergedComments(base.comments, ours.comments, theirs.comments);
  const suits = (text: string): boolean => {
    const made = read(text);
    return (
      made !== undefined &&
      same(
        made.facts.map(({ line }) => line),
        expected,
      ) &&
      comments.every((comment) => made.comments.includes(comment))
    );
  };
  let attempts = 0;
  for (const text of candidates(hunksOf(sides))) {
    if (suits(text))
      return isSettled(sides.ours) && isSettled(sides.theirs) ? (formatDocument(text) ?? text) : text;
    if (++attempts === mostAttempts) return undefined;
  }
  return undefined;
}

/** Whether a text has the one settled layout: the merge of two that have it has it too. */
function isSettled(text: string): boolean {
  return formatDocument(text) === text;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}

/** Texts that may say what both sides say, the likeliest first. */
function* candidates(hunks: readonly Hunk[]): Generator<string> {
  const choices = hunks.map((hunk) => (typeof hunk === 'string' ? [hunk] : waysThrough(hunk)));
  // One way for all places, before each in its own.
  for (let way = 0; way < 5; way++)
    yield choices.map((each) => each[Math.min(way, each.length - 1)] ?? '').join('');
  yield* combinations(choices);
}

function* combinations(choices: readonly (readonly string[])[]): Generator<string> {
  const [first, ...rest] = choices;
  if (!first) {
    yield '';
    return;
  }
  for (const start of first) for (const end of combinations(rest)) yield start + end;
}

function waysThrough(conflict: Sides): readonly string[] {
  const { base, ours, theirs } = conflict;
  const words = mergeWords(conflict);
  const lines = mergeLines(conflict, { union: true }).text;
  const turned = mergeLines({ base, ours: theirs, theirs: ours }, { union: true }).text;
  // Where both added lines, lines; where both changed a line, its words.
  return base.trim() === '' ? [lines, turned, words, ours, theirs] : [words, lines, turned, ours, theirs];
}

interface Read {
  readonly facts: ReturnType<typeof listingOf>;
  readonly comments: readonly string[];
}

/** What a text says; nothing where it cannot be read. */
function read(text: string): Read | undefined {
  const fragment: Fragment = parseFragment(text, 'file:///merge.mktorg');
  if (fragment.problems.some(({ rule }) => rule === 'integrity/syntax')) return undefined;
  const facts = listingOf(fragment);
  // What is said twice is one fact; that it came to be said twice is for nobody to clean up.
  if (new Set(facts.map(({ line }) => line)).size !== facts.length) return undefined;
  return { facts, comments: commentsOf(text) };
}

/** Comments that belong to no element: a comment before one is among its facts. */
function commentsOf(text: string): readonly string[] {
  const tokens = text.match(/"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//gu) ?? [];
  return tokens.filter((token) => token.startsWith('/')).map((comment) => comment.trim());
}

/** Those that nobody took away. */
function mergedComments(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const kept = base.filter((comment) => ours.includes(comment) && theirs.includes(comment));
  return [
    ...new Set([
      ...kept,
      ...ours.filter((comment) => !base.includes(comment)),
      ...theirs.filter((comment) => !base.includes(comment)),
    ]),
  ];
}
