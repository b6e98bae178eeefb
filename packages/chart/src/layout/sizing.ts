import type { Box } from '../lens/diagram.ts';
import { cardWidth, measureCard } from './card.ts';
import { columnsWithin, type Stack } from './columns.ts';
import { spacing } from './spacing.ts';
import { type TextBlock, textBlock } from './text-block.ts';
import type { Column, Group, Inside, Mode, Part, Reach, Stands, Unit } from './unit.ts';

/** No group gets less height than this, however deep it stands. */
const leastHeight = 130;
/** Up to so many members without reports stand beside their lead, if the lead has teams to stand above. */
const mostStaff = 4;
/** For that, a unit may be a little higher and wider than it need be. */
const staffSlack = 1.1;

/** Measures what is the same in every arrangement. */
export function partsOf(boxes: readonly Box[]): readonly Part[] {
  return boxes.length === 0 ? none : boxes.map(partOf);
}

const none: readonly Part[] = [];

function partOf(box: Box): Part {
  const card = box.inside.length === 0 ? measureCard(box) : undefined;
  return {
    box,
    inside: partsOf(box.inside),
    under: partsOf(box.under),
    leaf: card && box.under.length === 0 ? unitOf(box, card) : undefined,
    card,
    settled: undefined,
    headers: card ? undefined : new Map(),
  };
}

/** Decides how boxes are arranged so that they take no more height than `limit`, as far as that can be. */
export function sizeGroup(parts: readonly Part[], limit: number, reach: Reach): Group {
  return arrange(sizeUnits(parts, limit), limit, reach);
}

function sizeUnits(parts: readonly Part[], limit: number, stands: Stands = 'on-a-line'): readonly Unit[] {
  return parts.map((part) => part.leaf ?? settledAt(part, limit) ?? sizeUnit(part, limit, stands));
}

/** Deals units out to columns. */
function arrange(units: readonly Unit[], limit: number, reach: Reach): Group {
  const starts = columnsWithin(stackOf(units), limit);
  const mode = modeOf(units, starts.length, reach);
  const lane = mode === 'hang' || mode === 'lanes' ? spacing.lane : 0;
  const between = reach === 'apart' ? spacing.root : lane > 0 ? spacing.box - spacing.spine : spacing.column;
  const columns: Column[] = [];
  let x = 0;
  let height = 0;
  for (let index = 0; index < starts.length; index += 1) {
    const members = starts.length === 1 ? units : units.slice(starts[index], starts[index + 1]);
    if (index > 0) x += between;
    columns.push({ x: x + lane, units: members });
    x += lane + widest(members);
    height = Math.max(height, stackHeight(members));
  }
  const settled = columns.length < 2 && units.every((unit) => unit.settled);
  return { mode, columns, width: x, height, entry: entryOf(mode, columns), settled };
}

function stackOf(units: readonly Unit[]): Stack {
  const heights: number[] = [];
  const gaps: number[] = [];
  let above: Box | undefined;
  for (const { box, height } of units) {
    heights.push(height);
    gaps.push(gapBetween(above, box));
    above = box;
  }
  return { heights, gaps };
}

function modeOf(units: readonly Unit[], columns: number, reach: Reach): Mode {
  if (reach === 'free' || reach === 'apart') return 'free';
  if (reach === 'lined') return columns < 2 ? 'hang' : 'lanes';
  const first = units[0];
  if (columns === units.length && (columns > 1 || (first && !isLeaf(first.box)))) return 'drop';
  return columns < 2 ? 'hang' : 'lanes';
}

function entryOf(mode: Mode, columns: readonly Column[]): number {
  if (mode === 'hang') return spacing.spine;
  return Math.round((endOf(mode, columns[0]) + endOf(mode, columns.at(-1))) / 2);
}

function endOf(mode: Mode, column: Column | undefined): number {
  if (!column) return 0;
  if (mode === 'lanes') return column.x - spacing.lane + spacing.spine;
  return column.x + (column.units[0]?.anchor ?? 0);
}

/** A card that nothing stands under. */
function isLeaf(box: Box): boolean {
  return box.shape !== 'team' && box.under.length === 0;
}

export function gapBetween(above: Box | undefined, below: Box | undefined): number {
  return above && below && isLeaf(above) && isLeaf(below) ? spacing.card : spacing.box;
}

function widest(units: readonly Unit[]): number {
  let width = 0;
  for (const unit of units) width = Math.max(width, unit.width);
  return width;
}

function stackHeight(units: readonly Unit[]): number {
  let height = 0;
  let above: Box | undefined;
  for (const unit of units) {
    height += unit.height + (above ? gapBetween(above, unit.box) : 0);
    above = unit.box;
  }
  return height;
}

/** A box by itself. */
function unitOf(box: Box, own: Own): Unit {
  return {
    box,
    width: own.width,
    height: own.height,
    ownX: 0,
    ownWidth: own.width,
    ownHeight: own.height,
    anchor: own.inside?.lined ? spacing.gutter : Math.round(own.width / 2),
    texts: own,
    inside: own.inside,
    staff: undefined,
    under: undefined,
    underX: 0,
    underY: 0,
    settled: own.inside?.group.settled ?? true,
  };
}

function settledAt({ settled }: Part, limit: number): Unit | undefined {
  return settled && settled.from <= limit ? settled.unit : undefined;
}

function sizeUnit(part: Part, limit: number, stands: Stands): Unit {
  const unit = bestUnit(part, limit, stands);
  if (unit.settled) part.settled = { unit, from: limit };
  return unit;
}

function bestUnit(part: Part, limit: number, stands: Stands): Unit {
  const { box } = part;
  const own = part.card ?? sizeContainer(part, limit);
  const alone = unitOf(box, own);
  if (box.under.length === 0) return alone;

  const room = Math.max(limit - own.height - spacing.fall, leastHeight);
  const units = sizeUnits(part.under, room);
  const plain = hangUnder(alone, [], units, room, stands);
  const staff = staffOf(box, units, stands);
  if (staff.length === 0) return plain;
  const rest = units.filter((unit) => !staff.includes(unit));
  const beside = hangUnder(alone, staff, rest, room, stands);
  if (stands === 'over-teams') return beside;
  // Within the height, width is what counts; beside the lead is where people look for them.
  const fits = beside.height <= Math.max(limit * staffSlack, plain.height);
  const unit = fits && beside.width <= plain.width * staffSlack ? beside : plain;
  // With more height, what does not fit now may fit.
  const settled = fits && plain.settled && beside.settled;
  return settled === unit.settled ? unit : { ...unit, settled };
}

/** A box with some of what is under it beside it, and the rest in columns below. */
function hangUnder(
  alone: Unit,
  staff: readonly Unit[],
  rest: readonly Unit[],
  room: number,
  stands: Stands,
): Unit {
  const under = arrange(rest, room, 'joined');
  const hangs = under.mode === 'hang' && rest.length > 0;
  const center = Math.round(alone.ownWidth / 2);
  // The first stands at the right: a second one that joins leaves it where it is.
  const oneSided = hangs || stands === 'on-a-line';
  const right = staff.filter((_, i) => oneSided || i % 2 === 0);
  const left = staff.filter((_, i) => !oneSided && i % 2 === 1);
  const leftWidth = left.length > 0 ? widest(left) + spacing.lane : 0;
  const rightWidth = right.length > 0 ? widest(right) + spacing.lane : 0;
  const rowHeight = Math.max(alone.ownHeight, stackHeight(left), stackHeight(right));
  const ownX = hangs ? 0 : Math.max(leftWidth, under.entry - center);
  const underX = hangs ? 0 : ownX + center - under.entry;
  const underY = rowHeight + (rest.length === 0 ? 0 : hangs ? hangGap(rest) : spacing.fall);
  return {
    ...alone,
    ownX,
    anchor: ownX + alone.anchor,
    width: Math.max(ownX + alone.ownWidth + rightWidth, underX + under.width),
    height: underY + under.height,
    underX,
    underY,
    under: rest.length > 0 ? under : undefined,
    staff: staff.length > 0 ? { right, left } : undefined,
    settled: alone.settled && under.settled,
  };
}

function hangGap(units: readonly Unit[]): number {
  const first = units[0];
  return first && isLeaf(first.box) ? spacing.card + 2 : spacing.box;
}

/** The few members without reports who may stand beside their lead, because teams stand below. */
function staffOf(box: Box, units: readonly Unit[], stands: Stands): readonly Unit[] {
  if (box.shape === 'team') return [];
  const staff = units.filter((unit) => isLeaf(unit.box));
  const fits =
    staff.length > 0 && staff.length <= mostStaff && (stands === 'over-teams' || staff.length < units.length);
  return fits ? staff : [];
}

interface Own extends Pick<TextBlock, 'lines' | 'badges'> {
  readonly width: number;
  readonly height: number;
  readonly inside?: Inside;
}

function sizeContainer(part: Part, limit: number): Own {
  const { box } = part;
  const lined = box.inside.some((member) => member.link?.to === box.id);
  const narrow = cardWidth + 2 * spacing.padding;
  const roughHeader = headerOf(part, narrow).height;
  const room = Math.max(limit - roughHeader - spacing.header - spacing.padding, leastHeight);
  const alone = box.inside.length === 1;
  const stands = !alone ? 'on-a-line' : box.under.length > 0 ? 'over-teams' : 'in-a-frame';
  const units = sizeUnits(part.inside, room, stands);
  const group = arrange(units, room, lined ? 'lined' : 'free');
  // A line at the left of the members runs in the padding.
  const x = lined ? spacing.gutter - spacing.spine : spacing.padding;
  const width = Math.max(x + group.width + spacing.padding, narrow);
  const header = headerOf(part, width);
  const y = header.height + spacing.header;
  const inset = alone && !lined ? Math.floor((width - group.width) / 2) : x;
  return {
    width,
    height: y + group.height + spacing.padding,
    lines: header.lines,
    badges: header.badges,
    inside: { group, x: inset, y, lined },
  };
}

/** The header of a container and the height that it takes from the container's top. */
function headerOf(part: Part, width: number): TextBlock {
  const known = part.headers?.get(width);
  if (known) return known;
  const { box } = part;
  const lined = box.inside.some((member) => member.link?.to === box.id);
  const x = lined ? spacing.gutter + 8 : spacing.padding;
  const frame = { x, y: 9, width: width - x - spacing.padding };
  const block = textBlock(frame, { text: box.title, style: 'team' }, box.facts, box.tags);
  const header = { ...block, height: 9 + block.height };
  part.headers?.set(width, header);
  return header;
}
