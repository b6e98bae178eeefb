import { ownerGlyph } from '../lens/stack/platform-card.ts';
import type { Legend, LegendEntry, LegendSample, MarkType, SceneEdge, SceneNode } from '../scene.ts';
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
  const has = (test: (node: SceneNode) => boolean): boolean => nodes.some(test);
  const found: Meaning[] = [];
  const node = (
    text: string,
    sample: Omit<Extract<LegendSample, { type: 'node' }>, 'type'>,
    test: (node: SceneNode) => boolean,
  ): void => {
    if (has(test)) found.push({ text, sample: { type: 'node', ...sample } });
  };
  const plain = { tone: 'plain', states: [] } as const;
  node(
    'Central team',
    { shape: 'team', tone: 'central', states: [] },
    (n) => n.shape === 'team' && n.tone === 'central',
  );
  node(
    'Local team',
    { shape: 'team', tone: 'local', states: [] },
    (n) => n.shape === 'team' && n.tone === 'local',
  );
  node('Closed team', { shape: 'team', tone: 'central', states: ['collapsed'] }, (n) =>
    n.states.includes('collapsed'),
  );
  node('Role', { shape: 'card', ...plain }, (n) => n.shape === 'card');
  node('Pool of seats', { shape: 'pool', ...plain }, (n) => n.shape === 'pool');
  node('Vacant', { shape: 'card', tone: 'plain', states: ['vacant'] }, (n) => n.states.includes('vacant'));
  node('Interim', { shape: 'card', tone: 'plain', states: ['interim'] }, (n) => n.states.includes('interim'));
  node('In another team', { shape: 'card', tone: 'plain', states: ['elsewhere'] }, (n) =>
    n.states.includes('elsewhere'),
  );
  node('External', { shape: 'external', tone: 'outside', states: [] }, (n) => n.shape === 'external');
  node('Partner', { shape: 'partner', tone: 'outside', states: [] }, (n) => n.shape === 'partner');
  node('Platform', { shape: 'platform', ...plain }, (n) => n.shape === 'platform' && n.tone !== 'local');
  node(
    'Regional or local platform',
    { shape: 'platform', tone: 'local', states: [] },
    (n) => n.shape === 'platform' && n.tone === 'local',
  );
  for (const state of ['planned', 'retiring', 'retired'] as const) {
    const word = state.charAt(0).toUpperCase() + state.slice(1);
    node(word, { shape: 'platform', tone: 'plain', states: [state] }, (n) => n.states.includes(state));
  }
  node('Committee', { shape: 'committee', ...plain }, (n) => n.shape === 'committee');
  node('Initiative', { shape: 'initiative', ...plain }, (n) => n.shape === 'initiative');
  node('Benefit', { shape: 'measure', ...plain }, (n) => n.shape === 'measure');
  const badge = (kind: 'scope' | 'personal-data' | 'ai', text: string): void => {
    if (has((n) => n.badges.some((each) => each.kind === kind))) {
      found.push({ text, sample: { type: 'badge', kind, text: '' } });
    }
  };
  if (has((n) => n.details.some((text) => text.startsWith(ownerGlyph)))) {
    found.push({ text: 'Owner', sample: { type: 'glyph', text: ownerGlyph } });
  }
  badge('scope', 'Region or business line');
  badge('personal-data', 'Personal data');
  badge('ai', 'AI capability');
  const lines: readonly (readonly [SceneEdge['kind'], string])[] = [
    ['reports', 'Reports to'],
    ['dotted', 'Dotted line'],
    ['owns', 'Owns'],
    ['works-with', 'Works with'],
    ['integrates', 'Exchanges data'],
  ];
  for (const [kind, text] of lines) {
    if (edges.some((edge) => edge.kind === kind)) found.push({ text, sample: { type: 'edge', kind } });
  }
  for (const [mark, text] of marks) {
    if (has((n) => n.mark?.type === mark) || edges.some((edge) => edge.mark?.type === mark))
      found.push({ text, sample: { type: 'mark', mark } });
  }
  if (has((n) => n.states.includes('former')))
    node('Where it was', { shape: 'card', tone: 'plain', states: ['former'] }, () => true);
  return found;
}

const marks: readonly (readonly [MarkType, string])[] = [
  ['added', 'Added'],
  ['removed', 'Removed'],
  ['moved', 'Moved'],
  ['changed', 'Changed'],
];
