import { ownerGlyph } from '../lens/stack/platform-card.ts';
import type {
  BadgeKind,
  EdgeKind,
  Legend,
  LegendEntry,
  LegendSample,
  MarkType,
  SceneEdge,
  SceneNode,
  Shape,
  State,
  Tone,
} from '../scene.ts';
import { measure } from '../text/measure.ts';
import { typography } from '../typography.ts';
import { textLine } from './text-block.ts';

interface Meaning {
  readonly sample: LegendSample;
  readonly text: string;
}

const sampleWidth = 30;
const rowHeight = 22;

/** Everything that the picture uses, in a fixed order, and nothing else. */
export function legendOf(
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[],
  x: number,
  y: number,
  width: number,
): Legend {
  const entries: LegendEntry[] = [];
  let left = x;
  let top = y;
  for (const { sample, text } of meanings(nodes, edges)) {
    const { size, weight } = typography.meta;
    const extent = Math.ceil(measure(text, size, weight));
    const taken = sampleWidth + 8 + extent;
    if (left > x && left + taken > x + width) {
      left = x;
      top += rowHeight;
    }
    entries.push({
      sample,
      x: left,
      y: top,
      width: sampleWidth,
      height: 16,
      text: textLine(text, 'meta', left + sampleWidth + 8, top + 12, extent, 'ltr'),
    });
    left += taken + 22;
  }
  return { x, y, width, height: entries.length === 0 ? 0 : top + rowHeight - y, entries };
}

function meanings(nodes: readonly SceneNode[], edges: readonly SceneEdge[]): readonly Meaning[] {
  const { tones, states, badges, lines, marks, owner } = usedIn(nodes, edges);
  const found: Meaning[] = [];
  const node = (
    used: boolean | undefined,
    text: string,
    sample: Omit<Extract<LegendSample, { type: 'node' }>, 'type'>,
  ): void => {
    if (used) found.push({ text, sample: { type: 'node', ...sample } });
  };
  const plain = { tone: 'plain', states: [] } as const;
  const teams = tones.get('team');
  const platforms = tones.get('platform');
  const other = [...(platforms ?? [])].some((tone) => tone !== 'local');
  node(teams?.has('central'), 'Central team', { shape: 'team', tone: 'central', states: [] });
  node(teams?.has('local'), 'Local team', { shape: 'team', tone: 'local', states: [] });
  node(states.has('collapsed'), 'Closed team', { shape: 'team', tone: 'central', states: ['collapsed'] });
  node(tones.has('card'), 'Role', { shape: 'card', ...plain });
  node(tones.has('pool'), 'Pool of seats', { shape: 'pool', ...plain });
  node(states.has('vacant'), 'Vacant', { shape: 'card', tone: 'plain', states: ['vacant'] });
  node(states.has('interim'), 'Interim', { shape: 'card', tone: 'plain', states: ['interim'] });
  node(states.has('elsewhere'), 'In another team', { shape: 'card', tone: 'plain', states: ['elsewhere'] });
  node(tones.has('external'), 'External', { shape: 'external', tone: 'outside', states: [] });
  node(tones.has('partner'), 'Partner', { shape: 'partner', tone: 'outside', states: [] });
  node(other, 'Platform', { shape: 'platform', ...plain });
  node(platforms?.has('local'), 'Regional or local platform', {
    shape: 'platform',
    tone: 'local',
    states: [],
  });
  for (const state of ['planned', 'retiring', 'retired'] as const) {
    const word = state.charAt(0).toUpperCase() + state.slice(1);
    node(states.has(state), word, { shape: 'platform', tone: 'plain', states: [state] });
  }
  node(tones.has('committee'), 'Committee', { shape: 'committee', ...plain });
  node(tones.has('initiative'), 'Initiative', { shape: 'initiative', ...plain });
  node(tones.has('measure'), 'Benefit', { shape: 'measure', ...plain });
  if (owner) found.push({ text: 'Owner', sample: { type: 'glyph', text: ownerGlyph } });
  for (const [kind, text] of badgeWords) {
    if (badges.has(kind)) found.push({ text, sample: { type: 'badge', kind, text: '' } });
  }
  for (const [kind, text] of lineWords) {
    if (lines.has(kind)) found.push({ text, sample: { type: 'edge', kind } });
  }
  const isPlan = tones.has('phase');
  for (const [mark, word, inPlan] of markWords) {
    const text = isPlan ? inPlan : word;
    if (marks.has(mark)) found.push({ text, sample: { type: 'mark', mark } });
  }
  node(states.has('former'), 'Where it was', { shape: 'card', tone: 'plain', states: ['former'] });
  return found;
}

/** What a picture uses. */
interface Used {
  /** The tones of each shape. */
  readonly tones: ReadonlyMap<Shape, ReadonlySet<Tone>>;
  readonly states: ReadonlySet<State>;
  readonly badges: ReadonlySet<BadgeKind>;
  readonly lines: ReadonlySet<EdgeKind>;
  readonly marks: ReadonlySet<MarkType>;
  /** A detail names an owner. */
  readonly owner: boolean;
}

/** In one walk: there may be a hundred thousand nodes, and looking at each for every meaning takes as often. */
function usedIn(nodes: readonly SceneNode[], edges: readonly SceneEdge[]): Used {
  const tones = new Map<Shape, Set<Tone>>();
  const states = new Set<State>();
  const badges = new Set<BadgeKind>();
  const lines = new Set<EdgeKind>();
  const marks = new Set<MarkType>();
  let owner = false;
  for (const node of nodes) {
    const ofShape = tones.get(node.shape);
    if (ofShape) ofShape.add(node.tone);
    else tones.set(node.shape, new Set([node.tone]));
    for (const state of node.states) states.add(state);
    for (const badge of node.badges) badges.add(badge.kind);
    owner ||= node.shape === 'platform' && node.details.some((text) => text.startsWith(ownerGlyph));
    if (node.mark) marks.add(node.mark.type);
  }
  for (const edge of edges) {
    lines.add(edge.kind);
    if (edge.mark) marks.add(edge.mark.type);
  }
  return { tones, states, badges, lines, marks, owner };
}

const badgeWords: readonly (readonly [BadgeKind, string])[] = [
  ['scope', 'Region or business line'],
  ['personal-data', 'Personal data'],
  ['ai', 'AI capability'],
];

const lineWords: readonly (readonly [EdgeKind, string])[] = [
  ['reports', 'Reports to'],
  ['dotted', 'Dotted line'],
  ['owns', 'Owns'],
  ['works-with', 'Works with'],
  ['integrates', 'Exchanges data'],
];

/** In a plan, the card says which of the two it is. */
const markWords: readonly (readonly [mark: MarkType, word: string, inPlan: string])[] = [
  ['added', 'Added', 'Added'],
  ['removed', 'Removed', 'Retired or removed'],
  ['moved', 'Moved', 'Moved or merged'],
  ['changed', 'Changed', 'Changed'],
];
