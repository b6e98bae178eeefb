import { describe, expect, it } from 'vitest';
import { drawChart } from '../draw.ts';
import type { ChartOptions } from '../options.ts';
import type { Scene, SceneNode } from '../scene.ts';
import { organizationOf } from '../testing/organization.ts';

type Options = Omit<ChartOptions, 'lens'>;

function stack(source: string, options: Options = {}): Scene {
  return drawChart(organizationOf(source), { lens: 'stack', ...options });
}

/** Layers from above, each with the titles of its platforms from left to right. */
function layers(scene: Scene): readonly string[] {
  const inside = (id: string): readonly SceneNode[] => scene.nodes.filter(({ parent }) => parent === id);
  const platforms = (id: string): readonly string[] =>
    inside(id).flatMap((node) => (node.shape === 'platform' ? [node.title] : platforms(node.id)));
  return scene.nodes
    .filter(({ shape, parent }) => shape === 'band' && parent === undefined)
    .sort((a, b) => a.y - b.y)
    .map(({ id, title }) => `${title}: ${platforms(id).join(', ')}`);
}

function platform(scene: Scene, title: string): SceneNode | undefined {
  return scene.nodes.find((node) => node.title === title && node.shape === 'platform');
}

const three = `
  region emea "EMEA"
  team ops "Ops" { role r }
  platform m "Mailer" is email { owner ops  used by ops, r }
  platform w "Warehouse" is data-warehouse { owner ops  integrates m }
  platform x "Box"`;

describe('the stack lens', () => {
  it('lays the foundation at the bottom, and what has no layer above all', () => {
    expect(layers(stack(three))).toEqual([
      'No layer: Box',
      'Channel: Mailer',
      'Engagement: ',
      'Decisioning: ',
      'Content: ',
      'Data: Warehouse',
      'Foundation: ',
    ]);
  });

  it('says who owns a platform and how many use it', () => {
    const scene = stack(three);
    expect(platform(scene, 'Mailer')?.details).toEqual(['Email', '◆ Ops · 2 users']);
    expect(platform(scene, 'Box')?.details).toEqual(['no owner · no users']);
    expect(platform(scene, 'Box')?.states).toEqual(['unowned']);
  });

  it('frames platforms of one category', () => {
    const scene = stack('platform a "A" is crm platform b "B" is crm platform c "C" is email');
    const frames = scene.nodes.filter(({ shape }) => shape === 'group');
    expect(frames.map(({ title }) => title)).toEqual(['Customer relationship management']);
    expect(platform(scene, 'A')?.parent).toBe(frames[0]?.id);
    expect(platform(scene, 'C')?.parent).toBe('layer:channel');
  });

  it('puts local platforms beside the global ones, a column for each scope', () => {
    const scene = stack(`region emea "EMEA" region apac "APAC"
      platform a "A" is crm platform b "B" is crm in emea platform c "C" is crm in apac`);
    expect(scene.heading.slice(-3).map(({ text }) => text)).toEqual(['Global', 'EMEA', 'APAC']);
    const [a, b, c] = ['A', 'B', 'C'].map((title) => platform(scene, title)?.x ?? 0);
    expect([(a ?? 0) < (b ?? 0), (b ?? 0) < (c ?? 0)]).toEqual([true, true]);
    expect(platform(scene, 'B')?.tone).toBe('local');
  });

  it('puts many scopes into one column, and says them on the platforms', () => {
    const regions = ['n', 's', 'e', 'w'];
    const scene = stack(
      regions.map((r) => `region ${r} "R ${r}"\nplatform p${r} "P ${r}" is crm in ${r}`).join('\n'),
    );
    expect(scene.heading.slice(-2).map(({ text }) => text)).toEqual(['Global', 'Regional and local']);
    expect(platform(scene, 'P n')?.badges.map(({ title }) => title)).toEqual(['Scope: R n']);
  });

  it('tells the life of a platform in words and by its outline', () => {
    const scene = stack('platform a "A" is crm { status planned } platform b "B" is crm { status retired }');
    expect(platform(scene, 'A')?.states).toEqual(['planned', 'unowned']);
    expect(platform(scene, 'A')?.badges[0]?.text.text).toBe('planned');
    expect(platform(scene, 'B')?.lines[0]?.style).toBe('struck');
    expect(scene.subtitle).toBe('Platforms by layer · 2 platforms · 1 planned · 1 retired');
  });

  it('marks personal data and AI', () => {
    const scene = stack(`platform a "A" is crm { personal data under gdpr
      ai scoring "Scoring" { maturity experimental } }`);
    expect(platform(scene, 'A')?.badges.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      'personal-data: Personal data under GDPR',
      'ai: AI: Scoring, experimental',
    ]);
  });

  it('draws one line for each pair that exchanges data', () => {
    const source = 'platform a is crm { integrates b, c } platform b is email { integrates a } platform c';
    expect(stack(source).edges.map(({ title }) => title)).toEqual([
      'a exchanges data with b',
      'a exchanges data with c',
    ]);
    expect(stack(source, { show: { integrations: false } }).edges).toEqual([]);
  });

  it('leaves many lines out unless they are asked for', () => {
    const source = Array.from(
      { length: 30 },
      (_, i) => `platform p${i} is crm { integrates p${(i + 1) % 30} }`,
    ).join('\n');
    expect(stack(source).edges).toEqual([]);
    expect(stack(source, { show: { integrations: true } }).edges).toHaveLength(30);
  });

  it.each([
    ['team:ops', ['Mailer', 'Warehouse']],
    ['role:ops.r', ['Mailer']],
    ['platform:w', ['Mailer', 'Warehouse']],
    ['region:emea', ['Mailer', 'Warehouse', 'Box']],
  ])('draws what belongs to %s', (of, expected) => {
    const scene = stack(three, { of });
    const titles = scene.nodes.filter(({ shape }) => shape === 'platform').map(({ title }) => title);
    expect(titles.sort()).toEqual([...expected].sort());
  });

  it('cuts large categories, and says how much', () => {
    const source = Array.from({ length: 100 }, (_, i) => `platform p${i} is crm`).join('\n');
    const scene = stack(source, { maxCards: 20 });
    expect(scene.nodes.filter(({ shape }) => shape === 'platform')).toHaveLength(20);
    expect(scene.nodes.find(({ shape }) => shape === 'more')?.title).toBe('+ 80 platforms');
    expect(scene.notes).toEqual(['80 platforms not drawn']);
  });

  it('draws an empty model', () => expect(stack('').nodes).toEqual([]));
});
