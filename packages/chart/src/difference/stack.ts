import type { Change, ElementId, Matching, OrgModel, Platform } from '@mktorg/model';
import { find, label, layerOf } from '@mktorg/model';
import { bandsScene } from '../layout/bands-scene.ts';
import { withMarks } from '../layout/marked-scene.ts';
import { blankBox } from '../lens/blank-box.ts';
import type { Band, BandDiagram, BandGroup, Box, Line } from '../lens/diagram.ts';
import { platformCard } from '../lens/stack/platform-card.ts';
import { type Former, scopeKey, stackLens } from '../lens/stack.ts';
import { counted, nameOf } from '../lens/words.ts';
import type { ChartOptions } from '../options.ts';
import type { Mark, Scene } from '../scene.ts';
import { formerBox, ghostId, goneBox } from './ghosts.ts';
import { type Marks, marksOf } from './marks.ts';
import { tallyOf } from './tally.ts';
import { told } from './weave.ts';

/** More lines of integrations than this are drawn only where they change. */
const fewLines = 20;

/** The platforms after a change, in their layers, with marks on what is different and ghosts of what was. */
export function stackDifference(
  before: OrgModel,
  after: OrgModel,
  matching: Matching,
  changes: readonly Change[],
  options: ChartOptions & { readonly focus?: boolean },
): Scene {
  const marks = platformMarks(before, after, matching, marksOf(before, after, changes, {}));
  const formers = formersOf(before, after, matching, marks, options);
  const diagram = stackLens(after, { ...options, show: { ...options.show, integrations: true } }, formers);

  const nodes = new Map<string, Mark>(formers.map(({ box, mark }) => [box.id, mark]));
  const shown = new Set(boxesIn(diagram).map(({ id }) => id));
  const { lines, edges } = linesOf(before, matching, diagram, shown, options);
  const withWords = mapBoxes(diagram, (box) => {
    const mark = box.element === undefined ? undefined : marks.after.get(box.element);
    if (!mark) return box;
    nodes.set(box.id, mark);
    return told(box, mark);
  });
  const drawn = options.focus ? focused(withWords, nodes, lines) : withWords;
  const { tally, notes } = tallyOf(marks, (id, when) => shown.has(when === 'before' ? ghostId(id) : id));
  const scene = bandsScene(
    {
      ...drawn,
      lines,
      title: options.title ?? 'What changes',
      subtitle: [after.name, 'Platforms by layer', ...tally].join(' · '),
      description: `What changes in the platforms of ${after.name}: ${tally.join(', ')}. ${diagram.description}`,
      notes: [...notes, ...drawn.notes],
    },
    false,
  );
  return { ...withMarks(scene, nodes, edges, options.show?.legend !== false), difference: true };
}

/**
 * The same marks, but that a platform moves where it comes to stand in another place of this chart, and that what
 * happens to something in a platform is told on its card.
 */
function platformMarks(before: OrgModel, after: OrgModel, matching: Matching, said: Marks): Marks {
  const marks = new Map(said.after);
  const moved = new Map<ElementId, ElementId>();
  for (const [id, mark] of said.after) {
    const inner = find(after, id);
    const around = inner?.kind === 'ai' ? find(after, inner.parent) : undefined;
    if (!inner || around?.kind !== 'platform') continue;
    marks.delete(id);
    const text = `AI: ${mark.type === 'added' ? '+ ' : ''}${label(inner)}`;
    const known = marks.get(around.id);
    if (known?.type === 'added') continue;
    marks.set(around.id, { type: 'changed', text: known ? `${known.text}; ${text}` : text });
  }
  for (const [was, is] of matching.after) {
    const [a, b] = [find(before, was), find(after, is)];
    if (a?.kind !== 'platform' || b?.kind !== 'platform') continue;
    const known = marks.get(is);
    if (placeIn(before, a) !== placeIn(after, b)) {
      moved.set(was, is);
      marks.set(is, { type: 'moved', text: known?.text ?? `from ${whereIn(before, a, b)}` });
    } else if (known?.type === 'moved')
      marks.set(is, { ...known, type: 'changed', text: `owner ${known.text}` });
  }
  return { ...said, after: marks, moved };
}

/** What decides where a platform stands: layer, category and scope. */
function placeIn(model: OrgModel, platform: Platform): string {
  return [layerOf(model, platform)?.id, platform.term?.id, scopeKey(platform)].join(' ');
}

/** What of its place is another one than in the other model: category, scope, or else layer. */
function whereIn(model: OrgModel, platform: Platform, other: Platform): string {
  const parts: string[] = [];
  if (platform.term?.id !== other.term?.id) parts.push(nameOf(model, platform.term?.id) || 'no category');
  if (scopeKey(platform) !== scopeKey(other))
    parts.push(platform.scope.map(({ id }) => nameOf(model, id)).join(', ') || 'Global');
  return parts.length > 0 ? parts.join(', ') : nameOf(model, layerOf(model, platform)?.id) || 'no layer';
}

function formersOf(
  before: OrgModel,
  after: OrgModel,
  { after: matched }: Matching,
  marks: Marks,
  options: ChartOptions,
): readonly (Former & { readonly mark: Mark })[] {
  return before.byKind.platform.flatMap((platform) => {
    const now = marks.moved.get(platform.id);
    const is = find(after, now);
    const card = (): Box => platformCard(before, platform, false, options);
    if (is?.kind === 'platform') {
      const mark: Mark = { type: 'moved', text: `to ${whereIn(after, is, platform)}` };
      return [{ model: before, platform, mark, box: formerBox(card(), mark) }];
    }
    if (matched.has(platform.id)) return [];
    const mark: Mark = { type: 'removed', text: '' };
    return [{ model: before, platform, mark, box: goneBox(card(), mark) }];
  });
}

/** Integrations after, those that are gone, and the marks of either. */
function linesOf(
  before: OrgModel,
  matching: Matching,
  diagram: BandDiagram,
  shown: ReadonlySet<string>,
  { show, focus }: ChartOptions & { readonly focus?: boolean },
): { readonly lines: readonly Line[]; readonly edges: ReadonlyMap<string, Mark> } {
  const edges = new Map<string, Mark>();
  if (show?.integrations === false) return { lines: [], edges };
  const now = (id: ElementId): string => matching.after.get(id) ?? ghostId(id);
  const was = new Map<string, Line>();
  for (const platform of before.byKind.platform) {
    for (const { id } of platform.integrates) {
      const [from, to] = [now(platform.id), now(id)];
      if (from === to || !shown.has(from) || !shown.has(to)) continue;
      const key = [from, to].sort().join('~');
      const title = `${label(platform)} exchanged data with ${nameOf(before, id)}`;
      was.set(key, { id: `#was:integrates:${key}`, kind: 'integrates', from, to, count: 1, title });
    }
  }
  for (const { id, from, to } of diagram.lines) {
    if (!was.delete([from, to].sort().join('~'))) edges.set(id, { type: 'added', text: '' });
  }
  for (const { id } of was.values()) edges.set(id, { type: 'removed', text: '' });
  const all = [...diagram.lines, ...was.values()];
  const whole = !focus && (show?.integrations ?? diagram.lines.length <= fewLines);
  return { lines: whole ? all : all.filter(({ id }) => edges.has(id)), edges };
}

function boxesIn({ bands }: BandDiagram): readonly Box[] {
  return bands.flatMap(({ cells }) => cells.flatMap((groups) => groups.flatMap(({ boxes }) => boxes)));
}

function mapBoxes(diagram: BandDiagram, map: (box: Box) => Box): BandDiagram {
  const bands = diagram.bands.map((band): Band => {
    const cells = band.cells.map((groups) =>
      groups.map((group): BandGroup => ({ ...group, boxes: group.boxes.map(map) })),
    );
    return { box: map(band.box), cells };
  });
  return { ...diagram, bands };
}

/** Without what nothing happens to: it is counted beside what something happens to, or in a note. */
function focused(
  diagram: BandDiagram,
  marks: ReadonlyMap<string, Mark>,
  lines: readonly Line[],
): BandDiagram {
  const ends = new Set(lines.flatMap(({ from, to }) => [from, to]));
  let left = 0;
  const groupOf = ({ frame, boxes }: BandGroup): readonly BandGroup[] => {
    const kept = boxes.filter(({ id }) => marks.has(id) || ends.has(id));
    const rest = boxes.length - kept.length;
    if (kept.length === 0) left += rest;
    if (kept.length === 0) return [];
    const more =
      rest > 0 ? [blankBox(`#same:${frame.id}`, 'more', `${counted(rest, 'platform')} as before`)] : [];
    return [{ frame, boxes: [...kept, ...more] }];
  };
  const bands = diagram.bands
    .map(({ box, cells }): Band => ({ box, cells: cells.map((groups) => groups.flatMap(groupOf)) }))
    .filter(({ box, cells }) => marks.has(box.id) || cells.some((groups) => groups.length > 0));
  const notes = left > 0 ? [`${counted(left, 'platform')} as before not drawn`] : [];
  const used = (index: number): boolean => bands.some(({ cells }) => (cells[index] ?? []).length > 0);
  return {
    ...diagram,
    columns: diagram.columns.filter((_, index) => index === 0 || used(index)),
    bands: bands.map(({ box, cells }) => ({
      box,
      cells: cells.filter((_, index) => index === 0 || used(index)),
    })),
    notes: [...diagram.notes, ...notes],
  };
}
