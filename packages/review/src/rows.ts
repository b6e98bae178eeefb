import type { ReviewedChange, ReviewedPart } from './document.ts';
import { count, fresh, gathered, listed, name, old, type Phrase, quiet, shift } from './phrase.ts';
import { sayKindOf, sayKinds } from './said.ts';
import type { Tier } from './tiers.ts';

/** One line of a review: an entry, or several that are alike. */
export interface Row {
  readonly glyph: Glyph;
  readonly tier: Tier;
  readonly phrase: Phrase;
  /** What else is different about it, one line each. */
  readonly details: readonly Phrase[];
  readonly changes: readonly ReviewedChange[];
}

/** Came, went, stands elsewhere, says something else. */
export type Glyph = '+' | '−' | '→' | '~';

/** The entries as lines to read: what comes, goes or moves together is one line, and so are names in the text only. */
export function rowsOf(entries: readonly ReviewedChange[]): readonly Row[] {
  const groups = new Map<string, ReviewedChange[]>();
  for (const [index, entry] of entries.entries()) {
    const key = alikeKey(entry) ?? String(index);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  // What readers of titles do not see comes last.
  const sorted = [...groups].sort(([a], [b]) => Number(isMinor(a)) - Number(isMinor(b)));
  return sorted.flatMap(([, group]) => rowOf(group));
}

/** How many changes the lines tell. */
export function changesIn(rows: readonly Row[]): number {
  return rows.reduce((sum, { changes }) => sum + changes.length, 0);
}

function isMinor(key: string): boolean {
  return key.startsWith('renumbered ');
}

/** What entries have in common that read as one; nothing where one stands for itself. */
function alikeKey(entry: ReviewedChange): string | undefined {
  const { change, kind, tier, where = '', inside, parts } = entry;
  if (isRenumbered(entry)) return `renumbered ${kind}`;
  switch (change) {
    case 'added':
    case 'removed':
      return inside !== undefined || kind === 'dotted-line'
        ? undefined
        : `${tier} ${change} ${kind} ${where}`;
    case 'moved': {
      const { minus = [], plus = [] } = parts.find(({ field }) => field === 'parent') ?? {};
      return `${tier} moved ${kind} ${minus[0] ?? ''}\n${plus[0] ?? ''}`;
    }
    case 'renamed':
    case 'changed':
    case 're-pointed': {
      // What is said otherwise of many in the same words reads as one: a title that is spelled out everywhere.
      const [part, ...others] = parts;
      if (!part || others.length > 0 || entry.inferred !== undefined) return undefined;
      return `${tier} ${change} ${kind} ${part.field}\n${part.minus.join('\n')}\n→${part.plus.join('\n')}`;
    }
    default:
      return undefined;
  }
}

/** Only its name in the text counts otherwise: `analyst-2` is `analyst` now. */
function isRenumbered({ parts }: ReviewedChange): boolean {
  const [part, ...others] = parts;
  if (part?.field !== 'name' || others.length > 0) return false;
  const [before = ''] = part.minus;
  const [after = ''] = part.plus;
  return before.replace(/-\d+$/, '') === after.replace(/-\d+$/, '');
}

function rowOf(entries: readonly ReviewedChange[]): readonly Row[] {
  const [first, second] = entries;
  if (!first) return [];
  const common = { tier: first.tier, changes: entries, glyph: glyphOf(first) };
  if (isRenumbered(first)) return [{ ...common, ...renumbered(entries, first) }];
  if (!second) return [{ ...common, phrase: phraseOf(first), details: detailsOf(first) }];
  if (first.change !== 'added' && first.change !== 'removed' && first.change !== 'moved')
    return [{ ...common, ...saidAlike(entries, first) }];
  const names = listed(gathered(entries.map((entry) => entry.name)), 8);
  const details = entries.flatMap((entry) => {
    const [part, ...others] = detailsOf(entry, true);
    return part ? [[name(entry.name), ', ', ...part], ...others] : [];
  });
  const subject = name(sayKinds(entries.length, first.kind));
  return [{ ...common, phrase: [subject, ...placeOf(first), ': ', names], details }];
}

/** Several of which the same is said otherwise, with which they are, or where they stand. */
function saidAlike(
  entries: readonly ReviewedChange[],
  { kind, change, parts, name: own }: ReviewedChange,
): Pick<Row, 'phrase' | 'details'> {
  const [part] = parts;
  const subject = name(sayKinds(entries.length, kind));
  if (change === 'renamed' && part) {
    const places = entries.flatMap(({ where }) => where ?? []);
    const line = shift(part.minus[0] ?? own, part.plus[0] ?? own);
    const where: Phrase = places.length > 0 ? [' in ', listed(gathered(places))] : [];
    return { phrase: [subject, ': ', ...line, ...where], details: [] };
  }
  const names = listed(gathered(entries.map((entry) => entry.name)), 8);
  return { phrase: [subject, ': ', names], details: part ? [partPhrase(part)] : [] };
}

function renumbered(
  entries: readonly ReviewedChange[],
  { kind, parts }: ReviewedChange,
): Pick<Row, 'phrase' | 'details'> {
  const [part] = parts;
  const example = part ? shift(part.minus[0] ?? '', part.plus[0] ?? '') : [];
  const verb = entries.length === 1 ? 'has another name' : 'have other names';
  return {
    phrase: [
      sayKinds(entries.length, kind),
      ` ${verb} in the text: `,
      ...example,
      entries.length > 1 ? ' …' : '',
    ],
    details: [],
  };
}

function glyphOf({ change }: Pick<ReviewedChange, 'change'>): Glyph {
  switch (change) {
    case 'added':
      return '+';
    case 'removed':
    case 'merged':
      return '−';
    case 'moved':
      return '→';
    default:
      return '~';
  }
}

function phraseOf(entry: ReviewedChange): Phrase {
  const { kind, parts } = entry;
  const what = kind === 'settings' ? [] : [quiet(sayKindOf(kind)), ' '];
  if (entry.change === 'renamed') {
    const [part] = parts;
    if (part && parts.length === 1)
      return [
        ...what,
        name(part.minus[0] ?? ownName(entry)),
        ' is now ',
        name(part.plus[0] ?? entry.name),
        ...placeOf(entry),
        ...whyOf(entry),
      ];
  }
  const [only, ...others] = parts.filter(({ field }) => field !== 'parent' && field !== 'into');
  const said = only && others.length === 0 && isShort(only) ? [', ', ...partPhrase(only)] : [];
  const around = [...placeOf(entry), ...withOf(entry), ...concernedBy(entry)];
  return [...what, name(entry.name), ...around, ...said, ...whyOf(entry)];
}

/** How it was called in the text. */
function ownName({ id, before = id }: ReviewedChange): string {
  return before.slice(Math.max(before.lastIndexOf('.'), before.indexOf(':')) + 1);
}

/** ` in Brand`, ` from Brand to Growth`, ` into Growth`. */
function placeOf({ change, where, parts }: ReviewedChange): Phrase {
  const [part] = parts;
  if (change === 'moved') {
    const move = parts.find(({ field }) => field === 'parent');
    if (move) return [' from ', old(move.minus.join()), ' to ', fresh(move.plus.join())];
  }
  const inside: Phrase = where === undefined ? [] : [' in ', where];
  return change === 'merged' && part ? [...inside, ' merged into ', fresh(part.plus.join())] : inside;
}

/** What came or went with it. */
function withOf({ inside = [] }: ReviewedChange): Phrase {
  if (inside.length === 0) return [];
  const kinds = new Map<ReviewedChange['kind'], number>();
  const add = (entry: ReviewedChange): void => {
    kinds.set(entry.kind, (kinds.get(entry.kind) ?? 0) + 1);
    entry.inside?.forEach(add);
  };
  inside.forEach(add);
  const counts = [...kinds].map(([kind, number]) => sayKinds(number, kind));
  const last = counts.pop() ?? '';
  return [`, with ${counts.length === 0 ? last : `${counts.join(', ')} and ${last}`}`];
}

/** Who sits there, and how much moves along. */
function concernedBy({ holders = [], seats = 0, parts }: ReviewedChange): Phrase {
  const isSaid = parts.some(({ field }) => field === 'holders');
  return [
    ...(holders.length > 0 && !isSaid ? [`, held by ${listed(gathered(holders), 3)}`] : []),
    ...(seats > 0 ? [`, with ${count(seats)} ${seats === 1 ? 'seat' : 'seats'}`] : []),
  ];
}

const evidence: { readonly [inferred: string]: string } = {
  title: 'its title',
  holder: 'who sits there',
  content: 'what it says',
  members: 'who is in it',
  ends: 'its ends',
};

/** That it is the same element is an inference, and a reader may know better. */
function whyOf({ inferred }: ReviewedChange): Phrase {
  return inferred === undefined
    ? []
    : [' ', quiet(`(taken for the same by ${evidence[inferred] ?? inferred})`)];
}

/** All that is different, where the line itself does not say it. */
function detailsOf({ change, parts }: ReviewedChange, inGroup = false): readonly Phrase[] {
  const rest = parts.filter(({ field }) => field !== 'parent' && field !== 'into');
  const [only, ...others] = rest;
  if (!only || (change === 'renamed' && others.length === 0)) return [];
  if (others.length === 0 && isShort(only) && !inGroup) return [];
  return rest.map(partPhrase);
}

const shortEnough = 60;

function isShort({ minus, plus }: ReviewedPart): boolean {
  return [...minus, ...plus].join(', ').length <= shortEnough;
}

/** `lead Ana → Bo`, `uses + Email − Push`. */
export function partPhrase({ field, label, minus, plus }: ReviewedPart): Phrase {
  const [before, ...more] = minus;
  const [after, ...others] = plus;
  // What is said by standing there has no value worth reading.
  const state = field === 'approval' || field === 'personalData' ? `with ${label}` : label;
  if ((before === 'yes' || field === 'interim') && after === undefined) return ['no longer ', old(state)];
  if (after === 'yes' && before === undefined) return ['now ', fresh(state)];
  if (before === 'yes' && after !== undefined) return [quiet(`${label}:`), ' ', fresh(clipped(after))];
  if (after === 'yes' && before !== undefined)
    return [quiet(`${label}:`), ' no longer ', old(clipped(before))];
  const one = more.length === 0 && others.length === 0;
  if (one && before !== undefined && after !== undefined)
    return [quiet(`${label}:`), ' ', ...shift(clipped(before), clipped(after))];
  const gone = minus.map((text): Phrase => [' − ', old(clipped(text))]);
  const come = plus.map((text): Phrase => [' + ', fresh(clipped(text))]);
  const both = [...come, ...gone];
  const shown = both.slice(0, mostValues);
  const rest = both.length > shown.length ? [` and ${both.length - shown.length} more`] : [];
  return [quiet(`${label}:`), ...shown.flat(), ...rest];
}

const mostValues = 6;
const longest = 120;

/** The beginning of a long text, and of a text of several lines one. */
function clipped(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= longest ? line : `${letters.slice(0, longest - 1).join('')}…`;
}
