import type { ElementId } from '@mktorg/model';
import { find } from '@mktorg/model';
import type { Neighborhood, ReviewedChange } from './document.ts';
import { clipped } from './escape.ts';
import { gathered, listed, textOf } from './phrase.ts';
import type { Review } from './review.ts';
import type { Glyph, Row } from './rows.ts';
import { partPhrase, rowsOf } from './rows.ts';
import { nameIn, sayKinds } from './said.ts';

/** Boxes of a picture that is taken in at one glance. */
const mostBoxes = 24;

/**
 * The teams and roles that come, go, move or change, with the team each stands in and stood in: what a small picture of
 * a change shows. What comes, goes or moves together is one box. Nothing where the change does not touch them.
 */
export function neighborhoodOf(review: Review, changes: readonly ReviewedChange[]): Neighborhood | undefined {
  const picture = new Picture(review);
  let omitted = 0;
  for (const row of [...rowsOf(changes.filter(isDrawn))].sort((a, b) => rankOf(a) - rankOf(b))) {
    if (picture.size + 3 > mostBoxes) omitted += row.changes.length;
    else picture.add(row);
  }
  return picture.size === 0 ? undefined : picture.finish(omitted);
}

/** Whether a chart of teams and roles is another by it. */
function isDrawn({ kind, tier, change }: ReviewedChange): boolean {
  if (kind !== 'team' && kind !== 'role') return false;
  return tier === 'structural' || change === 'added';
}

/** What a picture shows better than a line does comes first: teams, then what moves between them. */
function rankOf({ glyph, changes }: Row): number {
  return changes[0]?.kind === 'team' ? 0 : { '→': 1, '−': 2, '~': 3, '+': 4 }[glyph];
}

/** What of a team or role a picture of them says, the most telling first. */
const told: readonly string[] = ['lead', 'holders', 'reportsTo', 'interim', 'seats'];

/** `Travel campaign manager, held by: Ruben Salo → Ida Falk`. */
function labelOf(glyph: Glyph, changes: readonly ReviewedChange[]): string {
  const [first, ...others] = changes;
  if (!first) return '';
  if (others.length > 0) {
    const many = sayKinds(changes.length, first.kind);
    const names = gathered(changes.map(({ name }) => name));
    const labels = [names.length, 2, 1].map((most) => `${many}: ${listed(names, most)}`);
    return labels.find((label) => [...label].length <= longest) ?? many;
  }
  const part = told.flatMap((field) => first.parts.find((each) => each.field === field) ?? [])[0];
  const label = part && glyph === '~' ? `${first.name}, ${textOf(partPhrase(part))}` : first.name;
  return clipped([...label].length > longest ? first.name : label, longest);
}

const longest = 80;

class Picture {
  readonly #review: Review;
  /** By element, and a key of its own for several that are one box. Elements have the ids of the model after. */
  readonly #boxes = new Map<string, Neighborhood['boxes'][number]>();
  readonly #lines: Neighborhood['lines'][number][] = [];
  /** Which element each box around others is, to find how those stand to each other. */
  readonly #around = new Map<ElementId, string>();

  constructor(review: Review) {
    this.#review = review;
  }

  get size(): number {
    return this.#boxes.size;
  }

  add({ glyph, changes }: Row): void {
    const [first] = changes;
    if (!first) return;
    const many = changes.length > 1;
    const key = many ? `${changes.length} ${first.id}` : first.id;
    const known = this.#boxes.get(key);
    this.#boxes.set(key, {
      key: known?.key ?? `n${this.#boxes.size}`,
      label: labelOf(glyph, changes),
      kind: first.kind,
      change: glyph,
    });
    if (!many && first.kind === 'team') this.#around.set(first.id, key);
    const { before, after, matching } = this.#review;
    const was = find(before, first.before ?? first.id)?.parent;
    const is = find(after, first.id)?.parent;
    const gone = glyph === '−';
    if (is !== undefined && !gone) this.#lines.push({ from: this.#team(is), to: key, type: 'in' });
    if (was !== undefined && (gone || first.change === 'moved')) {
      this.#lines.push({ from: this.#team(matching.after.get(was) ?? was), to: key, type: 'was' });
    }
  }

  /** The box of a team that something stands in. */
  #team(id: ElementId): string {
    if (!this.#boxes.has(id)) {
      const { before, after } = this.#review;
      const label = nameIn(after.elements.has(id) ? after : before, id);
      this.#boxes.set(id, { key: `n${this.#boxes.size}`, label: clipped(label, longest), kind: 'team' });
    }
    this.#around.set(id, id);
    return id;
  }

  finish(omitted: number): Neighborhood {
    const { after } = this.#review;
    const within = new Set(this.#lines.map(({ to }) => to));
    for (const [id, key] of this.#around) {
      if (within.has(key)) continue;
      const parent = find(after, id)?.parent;
      const around = parent === undefined ? undefined : this.#around.get(parent);
      if (around !== undefined) this.#lines.push({ from: around, to: key, type: 'in' });
    }
    const named = (key: string): string => this.#boxes.get(key)?.key ?? '';
    return {
      boxes: [...this.#boxes.values()],
      lines: this.#lines.map(({ from, to, type }) => ({ from: named(from), to: named(to), type })),
      ...(omitted > 0 && { omitted }),
    };
  }
}
