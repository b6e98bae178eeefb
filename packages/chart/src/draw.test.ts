import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart } from './draw.ts';
import { overlap, type Rect, segmentsOf } from './layout/rect.ts';
import type { ChartOptions } from './options.ts';
import { toMermaid } from './output/mermaid.ts';
import { toSvg } from './output/svg.ts';
import { toText } from './output/text.ts';
import type { Scene, SceneNode, TextLine } from './scene.ts';
import { examples, organizationIn, organizationOf } from './testing/organization.ts';
import { randomOrganization } from './testing/random-organization.ts';

const size = fc.integer({ min: 1, max: 60 });
const seed = fc.integer({ min: 0, max: 1_000_000 });
const options: fc.Arbitrary<ChartOptions> = fc.record(
  {
    lens: fc.constantFrom('reporting' as const, 'stack' as const),
    depth: fc.integer({ min: 0, max: 4 }),
    maxCards: fc.integer({ min: 1, max: 80 }),
    of: fc.constantFrom('team:t0', 'role:r1', 'region:emea', 'team:nowhere', 'platform:p0'),
    redactPeople: fc.boolean(),
    show: fc.record(
      {
        platforms: fc.boolean(),
        partners: fc.boolean(),
        externals: fc.boolean(),
        governance: fc.boolean(),
        integrations: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['lens'] },
);

function sceneOf(from: number, roles: number, chart: ChartOptions): Scene {
  return drawChart(organizationOf(randomOrganization(from, roles)), chart);
}

function always(check: (scene: Scene) => void, runs = 60): void {
  fc.assert(
    fc.property(seed, size, options, (from, roles, chart) => check(sceneOf(from, roles, chart))),
    { numRuns: runs * Number(process.env['CHART_RUNS'] ?? 1) },
  );
}

describe('a scene', () => {
  it('is the same to the byte for the same model', () => {
    fc.assert(
      fc.property(seed, size, options, (from, roles, chart) => {
        const [a, b] = [sceneOf(from, roles, chart), sceneOf(from, roles, chart)];
        expect(JSON.stringify(a)).toBe(JSON.stringify(b));
        expect(toSvg(a, { theme: 'auto' })).toBe(toSvg(b, { theme: 'auto' }));
        expect(toText(a)).toBe(toText(b));
        expect(toMermaid(a)).toBe(toMermaid(b));
      }),
      { numRuns: 20 },
    );
  });

  it('is plain data', () => {
    always((scene) => {
      expect(JSON.parse(JSON.stringify(scene))).toEqual(scene);
    }, 20);
  });

  it('names each node and each line once, and only nodes that are there', () => {
    always((scene) => {
      const ids = scene.nodes.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const edges = scene.edges.map(({ id }) => id);
      expect(new Set(edges).size).toBe(edges.length);
      const known = new Set(ids);
      for (const { from, to } of scene.edges) expect([known.has(from), known.has(to)]).toEqual([true, true]);
      for (const { parent, under } of scene.nodes) {
        if (parent !== undefined) expect(known.has(parent)).toBe(true);
        if (under !== undefined) expect(known.has(under)).toBe(true);
      }
    });
  });

  it('keeps boxes apart, or one inside the other', () => {
    always((scene) => {
      const parents = new Map(scene.nodes.map((node) => [node.id, node.parent]));
      const above = (node: SceneNode): ReadonlySet<string> => {
        const found = new Set<string>();
        for (let id = node.parent; id !== undefined; id = parents.get(id)) found.add(id);
        return found;
      };
      for (const [i, a] of scene.nodes.entries()) {
        const around = above(a);
        for (const b of scene.nodes.slice(i + 1)) {
          if (around.has(b.id) || above(b).has(a.id) || isGround(a) || isGround(b)) continue;
          expect(overlap(a, b) ? `${a.id} and ${b.id} overlap` : '').toBe('');
        }
        const parent = scene.nodes.find(({ id }) => id === a.parent);
        if (parent) expect(inside(a, parent) ? '' : `${a.id} leaves ${parent.id}`).toBe('');
        expect(inside(a, { x: 0, y: 0, width: scene.width, height: scene.height })).toBe(true);
      }
    });
  });

  it('keeps texts and badges in their boxes', () => {
    always((scene) => {
      for (const node of scene.nodes) {
        for (const line of node.lines) {
          expect(inside(rectOf(line), node) ? '' : `“${line.text}” leaves ${node.id}`).toBe('');
        }
        for (const badge of node.badges) {
          expect(inside(badge, node) ? '' : `badge “${badge.text.text}” leaves ${node.id}`).toBe('');
          expect(inside(rectOf(badge.text), badge) ? '' : `“${badge.text.text}” leaves its badge`).toBe('');
        }
        for (const badge of node.badges) {
          for (const line of node.lines) {
            expect(overlap(badge, rectOf(line)) ? `“${line.text}” is under a badge` : '').toBe('');
          }
        }
      }
      const page = { x: 0, y: 0, width: scene.width, height: scene.height };
      for (const line of scene.heading) expect(inside(rectOf(line), page)).toBe(true);
      for (const entry of scene.legend.entries) expect(inside(rectOf(entry.text), page)).toBe(true);
    });
  });

  it('leads lines around cards', () => {
    always((scene) => {
      const open = new Set(scene.nodes.map(({ parent }) => parent));
      const cards = scene.nodes.filter(
        ({ id, shape }) => !open.has(id) && shape !== 'band' && shape !== 'group',
      );
      for (const edge of scene.edges) {
        if (edge.curve) continue;
        for (const segment of segmentsOf(edge.points)) {
          for (const card of cards) {
            if (card.id === edge.from || card.id === edge.to) continue;
            expect(crosses(segment, card) ? `${edge.id} crosses ${card.id}` : '').toBe('');
          }
        }
      }
    });
  });

  it('keeps labels of lines off cards, other labels and other lines', () => {
    always((scene) => {
      const labels = scene.edges.flatMap(({ id, label }) => (label ? [{ id, rect: rectOf(label) }] : []));
      const open = new Set(scene.nodes.map(({ parent }) => parent));
      for (const [i, { id, rect }] of labels.entries()) {
        for (const node of scene.nodes) if (!open.has(node.id)) expect(overlap(rect, node)).toBe(false);
        for (const other of labels.slice(i + 1)) expect(overlap(rect, other.rect)).toBe(false);
        for (const edge of scene.edges) {
          if (edge.id === id || edge.curve) continue;
          for (const segment of segmentsOf(edge.points)) expect(crosses(segment, rect)).toBe(false);
        }
      }
    });
  });

  it('names nobody when people are redacted', () => {
    fc.assert(
      fc.property(seed, size, options, (from, roles, chart) => {
        const scene = sceneOf(from, roles, { ...chart, redactPeople: true });
        const text = JSON.stringify(scene);
        for (const name of ['Ayu Lestari', 'نورة القحطاني', '陳柏宇', 'Çelik', 'Trần']) {
          expect(text.includes(name)).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('lists in its legend what it uses, and nothing else', () => {
    always((scene) => {
      const kinds = new Set(scene.edges.map(({ kind }) => kind));
      const shapes = new Set(scene.nodes.map(({ shape }) => shape));
      for (const { sample } of scene.legend.entries) {
        if (sample.type === 'edge') expect(kinds.has(sample.kind)).toBe(true);
        if (sample.type === 'node' && sample.states.length === 0) expect(shapes.has(sample.shape)).toBe(true);
      }
      const told = scene.legend.entries.flatMap(({ sample }) =>
        sample.type === 'edge' ? [sample.kind] : [],
      );
      expect(new Set(told)).toEqual(kinds);
    }, 30);
  });
});

describe('the examples', () => {
  it.each(['hotel-group', 'software-company', 'accidental-operations', 'three-scripts'])(
    '%s is a page and not a strip',
    (example) => {
      const { width, height } = drawChart(organizationIn(`${examples}/${example}`), { lens: 'reporting' });
      expect(width / height).toBeGreaterThan(1.25);
      expect(width / height).toBeLessThan(2);
    },
  );
});

/** Ground for others to stand on, without a frame of its own. */
function isGround({ shape, title }: SceneNode): boolean {
  return shape === 'band' && title === '';
}

function inside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - 0.01 &&
    inner.y >= outer.y - 0.01 &&
    inner.x + inner.width <= outer.x + outer.width + 0.01 &&
    inner.y + inner.height <= outer.y + outer.height + 0.01
  );
}

function rectOf({ x, y, width, align }: TextLine): Rect {
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { x: left, y: y - 8, width, height: 10 };
}

/** Whether a stretch of a line enters a rectangle; touching its edge is no harm. */
function crosses(segment: Rect, rect: Rect): boolean {
  return (
    segment.x < rect.x + rect.width - 0.5 &&
    segment.x + segment.width > rect.x + 0.5 &&
    segment.y < rect.y + rect.height - 0.5 &&
    segment.y + segment.height > rect.y + 0.5
  );
}
