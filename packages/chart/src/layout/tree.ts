import type { Box, Link } from '../lens/diagram.ts';
import type { Badge, TextLine } from '../scene.ts';
import { gapBetween } from './sizing.ts';
import { spacing } from './spacing.ts';
import type { Group, Unit } from './unit.ts';

export interface PlacedBox {
  readonly box: Box;
  /** Id of the container around it. */
  readonly parent?: string | undefined;
  /** Id of the box that it hangs under. */
  readonly under?: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
  readonly badges: readonly Badge[];
}

export interface PlacedLink {
  readonly link: Link;
  /** The boxes that the line joins: the lower one, and the one that it hangs under or stands in. */
  readonly box: string;
  readonly upper: string;
  readonly points: readonly number[];
}

export interface PlacedTree {
  /** Containers before what is in them. */
  readonly boxes: readonly PlacedBox[];
  readonly links: readonly PlacedLink[];
}

/** What a box stands in and hangs under. */
type Around = Pick<PlacedBox, 'parent' | 'under'>;

/** Gives every box of an arrangement its place, and every line its corners. */
export function placeTree(arranged: Group, left: number, top: number): PlacedTree {
  const boxes: PlacedBox[] = [];
  const links: PlacedLink[] = [];
  place(arranged, left, top, undefined, {});
  return { boxes, links };

  function place(group: Group, x: number, y: number, start: Start | undefined, around: Around): void {
    for (const column of group.columns) {
      let top = y;
      let above: Box | undefined;
      for (const unit of column.units) {
        if (above) top += gapBetween(above, unit.box);
        const line = start && lineTo(unit, x + column.x, top, group.mode, start);
        placeUnit(unit, x + column.x, top, line !== undefined, around);
        if (line) join(unit.box, around, line);
        top += unit.height;
        above = unit.box;
      }
    }
  }

  function placeUnit(unit: Unit, x: number, y: number, reached: boolean, around: Around): void {
    const { box, texts, inside, staff, under, ownWidth: width, ownHeight: height } = unit;
    const left = x + unit.ownX;
    boxes.push({
      box,
      parent: around.parent,
      under: around.under,
      x: left,
      y,
      width,
      height,
      lines: moveLines(texts.lines, left, y),
      badges: moveBadges(texts.badges, left, y),
    });
    if (inside) {
      const start = {
        x: left + spacing.gutter,
        y: y + (reached ? 0 : spacing.entry),
        bus: y + inside.y - 4,
      };
      const within = { parent: box.id };
      place(inside.group, left + inside.x, y + inside.y, inside.lined ? start : undefined, within);
    }
    if (!staff && !under) return;
    const below = { ...around, under: box.id };
    if (staff) {
      placeStaff(staff.right, left + width, 'right', y, height, below);
      placeStaff(staff.left, left, 'left', y, height, below);
    }
    if (under) {
      const top = y + unit.underY;
      const start = {
        x: left + (under.mode === 'hang' ? spacing.spine : Math.round(width / 2)),
        y: y + height,
        bus: top - spacing.fall / 2,
      };
      place(under, x + unit.underX, top, start, below);
    }
  }

  function join(box: Box, { under, parent }: Around, points: readonly number[]): void {
    if (box.link) links.push({ link: box.link, box: box.id, upper: under ?? parent ?? box.id, points });
  }

  function placeStaff(
    units: readonly Unit[],
    edge: number,
    side: 'left' | 'right',
    leadY: number,
    leadHeight: number,
    around: Around,
  ): void {
    const spine = side === 'right' ? edge + spacing.lane / 2 : edge - spacing.lane / 2;
    const middle = leadY + Math.round(Math.min(leadHeight, 40) / 2);
    let top = leadY;
    let above: Box | undefined;
    for (const unit of units) {
      if (above) top += gapBetween(above, unit.box);
      const x = side === 'right' ? edge + spacing.lane : edge - spacing.lane - unit.width;
      placeUnit(unit, x, top, true, around);
      const y = above ? top + entryOf(unit) : middle;
      const end = side === 'right' ? x : x + unit.width;
      const points = above ? [edge, middle, spine, middle, spine, y, end, y] : [edge, middle, end, middle];
      join(unit.box, around, points);
      top += unit.height;
      above = unit.box;
    }
  }
}

interface Start {
  readonly x: number;
  readonly y: number;
  /** Height at which lines turn towards columns. */
  readonly bus: number;
}

/** The corners of the line from a start to a unit. */
function lineTo(unit: Unit, x: number, y: number, mode: Group['mode'], start: Start): readonly number[] {
  if (mode === 'drop') {
    const anchor = x + unit.anchor;
    if (anchor === start.x) return [start.x, start.y, anchor, y];
    return [start.x, start.y, start.x, start.bus, anchor, start.bus, anchor, y];
  }
  const end = x + unit.ownX + (unit.inside?.lined ? spacing.gutter : 0);
  const middle = y + entryOf(unit);
  const spine = x - spacing.lane + spacing.spine;
  if (spine === start.x) return [start.x, start.y, spine, middle, end, middle];
  return [start.x, start.y, start.x, start.bus, spine, start.bus, spine, middle, end, middle];
}

/** Where a line from the side meets a unit, from its top. */
function entryOf(unit: Unit): number {
  return unit.box.shape === 'team' ? spacing.entry : Math.round(Math.min(unit.ownHeight, 44) / 2);
}

function moveLines(lines: readonly TextLine[], dx: number, dy: number): readonly TextLine[] {
  return lines.map((line) => moveLine(line, dx, dy));
}

function moveBadges(badges: readonly Badge[], dx: number, dy: number): readonly Badge[] {
  return badges.length === 0 ? badges : badges.map((badge) => moveBadge(badge, dx, dy));
}

/** Written out, because there may be hundreds of thousands of them. */
function moveLine(line: TextLine, dx: number, dy: number): TextLine {
  const { text, x, y, align, style, direction, width } = line;
  return { text, x: x + dx, y: y + dy, align, style, direction, width };
}

function moveBadge(badge: Badge, dx: number, dy: number): Badge {
  return { ...badge, x: badge.x + dx, y: badge.y + dy, text: moveLine(badge.text, dx, dy) };
}

/** The box with its texts, moved. */
export function moveBox(box: PlacedBox, dx: number, dy: number): PlacedBox {
  const lines = moveLines(box.lines, dx, dy);
  return { ...box, x: box.x + dx, y: box.y + dy, lines, badges: moveBadges(box.badges, dx, dy) };
}
