import type { ListedFact } from './listing.ts';

/**
 * The facts of a text that two people changed, or nothing where they contradict each other: where both say something
 * else of what there can be one of, or one took away an element that the other spoke of anew.
 */
export function mergeFacts(
  base: readonly ListedFact[],
  ours: readonly ListedFact[],
  theirs: readonly ListedFact[],
): readonly string[] | undefined {
  const [before, left, right] = [base, ours, theirs].map(byLine) as [Lines, Lines, Lines];
  const merged = new Map<string, ListedFact>();
  for (const [line, fact] of before) if (left.has(line) && right.has(line)) merged.set(line, fact);
  for (const side of [left, right]) {
    for (const [line, fact] of side) if (!before.has(line)) merged.set(line, fact);
  }
  const slots = new Map<string, string>();
  for (const { line, slot } of merged.values()) {
    if (slot === undefined) continue;
    if (slots.has(slot)) return undefined;
    slots.set(slot, line);
  }
  if (speaksOfGone(before, left, right) || speaksOfGone(before, right, left)) return undefined;
  return [...merged.keys()].sort();
}

type Lines = ReadonlyMap<string, ListedFact>;

function byLine(facts: readonly ListedFact[]): Lines {
  return new Map(facts.map((fact) => [fact.line, fact]));
}

/** Whether one side took away an element of which the other says something new. */
function speaksOfGone(before: Lines, remover: Lines, speaker: Lines): boolean {
  const subjects = (lines: Lines) => new Set([...lines.values()].map(({ subject }) => subject));
  const kept = subjects(remover);
  const gone = new Set([...subjects(before)].filter((subject) => !kept.has(subject)));
  if (gone.size === 0) return false;
  return [...speaker].some(([line, { subject }]) => !before.has(line) && isInside(subject, gone));
}

function isInside(subject: string, gone: ReadonlySet<string>): boolean {
  if (gone.has(subject)) return true;
  const path = subject.slice(subject.indexOf(' ') + 1);
  return [...gone].some((outer) => path.startsWith(`${outer.slice(outer.indexOf(' ') + 1)}.`));
}
