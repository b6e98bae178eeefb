import { groundOf } from '../layout/line-labels.ts';
import type {
  Badge,
  FindingCounts,
  LegendEntry,
  Scene,
  SceneEdge,
  SceneNode,
  State,
  TextLine,
} from '../scene.ts';
import { escapeXml } from './escape.ts';
import { drawEdgeMark, drawMark, sign } from './svg-marks.ts';
import { curvePath, roundedPath } from './svg-path.ts';
import { badgeGlyph, drawShape } from './svg-shapes.ts';
import { styleSheet } from './svg-style.ts';
import type { Theme } from './theme.ts';

export interface SvgOptions {
  /** `auto` follows the viewer's settings, and is light in print. */
  readonly theme?: Theme;
  /** Before every id in the picture [mk-]. */
  readonly idPrefix?: string;
  /**
   * For drawing programs that know neither custom properties nor the direction of text: colors stand in the rules,
   * and texts are anchored from left to right.
   */
  readonly flat?: boolean;
}

/** The scene as an SVG that needs nothing else: no script, no image, no font, no link. */
export function toSvg(scene: Scene, options: SvgOptions = {}): string {
  const { theme = 'light', flat = false } = options;
  const prefix = (options.idPrefix ?? 'mk-').replace(/[^\w-]/g, '');
  const containers = scene.nodes.filter(isContainer);
  const cards = scene.nodes.filter((node) => !isContainer(node));
  const draw: Draw = { flat, difference: scene.difference === true };
  const { width, height } = scene;
  const marks = scene.nodes.some(({ mark }) => mark) || scene.edges.some(({ mark }) => mark);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="mktorg-chart" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="graphics-document" aria-roledescription="chart" aria-labelledby="${prefix}title ${prefix}desc">`,
    `<title id="${prefix}title">${escapeXml(`${scene.title}: ${scene.subtitle}`)}</title>`,
    `<desc id="${prefix}desc">${escapeXml(scene.description)}</desc>`,
    `<style>${styleSheet({ theme, flat, prefix, marks, timeline: scene.lens === 'plan' })}</style>`,
    definitions(prefix),
    `<rect class="mk-page" width="${width}" height="${height}"/>`,
    ...scene.heading.map((line) => text(line, draw)),
    ...containers.map((node) => nodeGroup(node, draw)),
    ...scene.edges.map(edgeGroup),
    ...cards.map((node) => nodeGroup(node, draw)),
    ...scene.edges.flatMap(({ label }) => (label ? [lineLabel(label, draw)] : [])),
    ...(scene.legend.entries.length > 0 ? [legend(scene.legend.entries, draw)] : []),
    '</svg>',
    '',
  ].join('\n');
}

interface Draw {
  readonly flat: boolean;
  readonly difference: boolean;
}

/** Whether lines are drawn over the node and not under it. */
function isContainer(node: SceneNode): boolean {
  if (node.shape === 'band' || node.shape === 'group' || node.shape === 'part') return true;
  return node.shape === 'team' && !node.states.some((state) => closed.has(state));
}

const closed: ReadonlySet<State> = new Set(['collapsed', 'elsewhere', 'former']);

function definitions(prefix: string): string {
  const stripes = (id: string, size: number, cls: string, width: number): string =>
    `<pattern id="${prefix}${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="${cls}" d="M0 0V${size}" stroke-width="${width}"/></pattern>`;
  return `<defs>${stripes('hatch', 4, 'mk-ink-hatch', 2)}${stripes('local', 5, 'mk-ink-local', 5)}</defs>`;
}

function nodeGroup(node: SceneNode, draw: Draw): string {
  let classes = `mk-node mk-is-${node.shape}`;
  if (node.tone === 'local' || node.tone === 'outside') classes += ` mk-${node.tone}`;
  for (const state of node.states) classes += ` mk-${state}`;
  if (draw.difference && !node.mark) classes += ' mk-same';
  const label = escapeXml(node.label);
  let inner = `<title>${label}</title>${drawShape(node)}`;
  for (const line of node.lines) inner += text(line, draw);
  for (const badge of node.badges) inner += badgeGroup(badge, draw);
  if (node.mark) inner += drawMark(node);
  if (node.findings) inner += findings(node, node.findings);
  return `<g class="${classes}" role="graphics-symbol" aria-label="${label}" data-id="${escapeXml(node.id)}">${inner}</g>`;
}

const anchors = {
  ltr: { left: 'start', center: 'middle', right: 'end' },
  rtl: { left: 'end', center: 'middle', right: 'start' },
} as const;

function text(line: TextLine, { flat }: Draw): string {
  const rtl = line.direction === 'rtl' && !flat;
  const anchor = (rtl ? anchors.rtl : anchors.ltr)[line.align];
  let place = `x="${line.x}" y="${line.y}"`;
  if (anchor !== 'start') place += ` text-anchor="${anchor}"`;
  if (rtl) place += ' direction="rtl"';
  // Without an attribute, the direction is told by embedding the text.
  const said = flat && line.direction === 'rtl' ? `\u202b${line.text}\u202c` : line.text;
  return `<text class="mk-t-${line.style}" ${place}>${escapeXml(said)}</text>`;
}

/** The text on ground of its own, so that its line does not strike it through. */
function lineLabel(label: TextLine, draw: Draw): string {
  const { x, y, width, height } = groundOf(label);
  return `<rect class="mk-label" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>${text(label, draw)}`;
}

function badgeGroup(badge: Badge, draw: Draw): string {
  const { kind, x, y, width, height } = badge;
  return [
    `<g><title>${escapeXml(badge.title)}</title>`,
    `<rect class="mk-pill mk-pill-${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${height / 2}"/>`,
    text(badge.text, draw),
    badgeGlyph(kind, x, y),
    '</g>',
  ].join('');
}

/** A circle with a number at the upper right corner, with a sign besides the color. */
function findings(node: SceneNode, found: FindingCounts): string {
  const kind = found.errors > 0 ? 'error' : found.warnings > 0 ? 'warning' : 'info';
  const count = found.errors + found.warnings + found.infos;
  if (count === 0) return '';
  const sign = { error: '×', warning: '!', info: 'i' }[kind];
  const said = [
    [found.errors, 'error'],
    [found.warnings, 'warning'],
    [found.infos, 'note'],
  ]
    .filter(([n]) => n !== 0)
    .map(([n, word]) => `${n} ${word}${n === 1 ? '' : 's'}`)
    .join(', ');
  const x = node.x + node.width - 4;
  const y = node.y + 2;
  return `<g><title>${said}</title><rect class="mk-find-${kind}" x="${x - 12}" y="${y - 8}" width="24" height="16" rx="8"/><text class="mk-find" x="${x}" y="${y + 3.5}" text-anchor="middle">${sign} ${count > 9 ? '9+' : count}</text></g>`;
}

function edgeGroup(edge: SceneEdge): string {
  const classes = [`mk-${edge.kind}`];
  if (edge.strength && edge.strength !== 'normal') classes.push(`mk-${edge.strength}`);
  if (edge.mark) classes.push(`mk-edge-${isGhostLink(edge) ? 'ghost' : edge.mark.type}`);
  const path = edge.curve ? curvePath(edge.points) : roundedPath(edge.points, edge.kind === 'dotted' ? 8 : 5);
  const ends = marks(edge);
  return `<g role="graphics-symbol" aria-label="${escapeXml(edge.title)}" data-id="${escapeXml(edge.id)}"><title>${escapeXml(edge.title)}</title><path class="${classes.join(' ')}" d="${path}"/>${ends}${drawEdgeMark(edge)}</g>`;
}

/** It runs along lines that are still there, and must not look like them. */
function isGhostLink({ mark, kind, stray }: SceneEdge): boolean {
  return mark?.type === 'removed' && kind !== 'dotted' && !stray;
}

const ring = 3.2;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A ring where a dotted line leads to, a diamond at an owner. */
function marks(edge: Pick<SceneEdge, 'kind' | 'points'>): string {
  const { points } = edge;
  if (edge.kind === 'dotted') {
    const [px = 0, py = 0, x = 0, y = 0] = points.slice(-4);
    // The ring stands before the box, which would hide half of it.
    const length = Math.hypot(x - px, y - py) || 1;
    const cx = round(x - ((x - px) / length) * ring);
    const cy = round(y - ((y - py) / length) * ring);
    return `<circle class="mk-end" cx="${cx}" cy="${cy}" r="${ring}"/>`;
  }
  if (edge.kind === 'owns') {
    const [x = 0, y = 0, nx = 0, ny = 0] = points;
    const dx = Math.sign(nx - x);
    const dy = Math.sign(ny - y);
    const side = (along: number, across: number): string =>
      `${x + dx * along - dy * across} ${y + dy * along + dx * across}`;
    return `<path class="mk-diamond" d="M${x} ${y}L${side(5, 4)}L${side(10, 0)}L${side(5, -4)}z"/>`;
  }
  return '';
}

function legend(entries: readonly LegendEntry[], draw: Draw): string {
  const drawn = entries.map(({ sample, x, y, width, height, text: words }) => {
    if (sample.type === 'badge') {
      const pill = `<rect class="mk-pill mk-pill-${sample.kind}" x="${x + 5}" y="${y}" width="19" height="15" rx="7.5"/>`;
      return `${pill}${badgeGlyph(sample.kind, x + 5, y)}${text(words, draw)}`;
    }
    if (sample.type === 'edge') {
      const middle = y + height / 2;
      const points = [x, middle, x + width, middle];
      const end = marks({ kind: sample.kind, points });
      return `<path class="mk-${sample.kind}" d="${roundedPath(points, 0)}"/>${end}${text(words, draw)}`;
    }
    if (sample.type === 'glyph') {
      return `<text class="mk-t-detail" x="${x + width / 2}" y="${y + 12}" text-anchor="middle">${escapeXml(sample.text)}</text>${text(words, draw)}`;
    }
    if (sample.type === 'mark') {
      return `${sign(sample.mark, x + width / 2, y + height / 2)}${text(words, draw)}`;
    }
    const classes = [sample.tone, ...sample.states].filter((each) => each !== 'plain' && each !== 'central');
    const shape = drawShape({ ...sample, x, y, width, height });
    return `<g class="${classes.map((each) => `mk-${each}`).join(' ')}">${shape}</g>${text(words, draw)}`;
  });
  return `<g class="mk-legend" aria-label="Legend" role="list">${drawn.map((each) => `<g role="listitem">${each}</g>`).join('')}</g>`;
}
