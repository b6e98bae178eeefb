import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../draw.ts';
import type { Scene, SceneEdge } from '../scene.ts';
import { examples, organizationIn, organizationOf } from '../testing/organization.ts';
import { randomOrganization } from '../testing/random-organization.ts';
import { groundOf } from './line-labels.ts';
import { grown, overlap, type Rect, segmentsOf } from './rect.ts';

const everything = { platforms: true, partners: true, externals: true, governance: true, integrations: true };
const shown = ['hotel-group', 'software-company', 'accidental-operations', 'three-scripts'];

/** Scenes in which lines have the most to do. */
function* scenes(): Generator<readonly [string, Scene]> {
  for (const example of shown) {
    const model = organizationIn(`${examples}/${example}`);
    for (const lens of ['reporting', 'stack'] as const) {
      yield [`${example}, ${lens}`, drawChart(model, { lens })];
      yield [`${example}, ${lens}, everything`, drawChart(model, { lens, show: everything })];
    }
  }
}

function always(check: (scene: Scene) => void): void {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('reporting' as const, 'stack' as const),
      fc.boolean(),
      (seed, size, lens, all) => {
        const model = organizationOf(randomOrganization(seed, size));
        check(drawChart(model, { lens, ...(all && { show: everything }) }));
      },
    ),
    { numRuns: 60 * Number(process.env['CHART_RUNS'] ?? 1) },
  );
}

const laws: readonly (readonly [string, (scene: Scene) => readonly string[]])[] = [
  ['no line runs along another', sharedWays],
  ['no end marker lies on another line', hitMarks],
  ['no two end markers touch each other', touchingMarks],
  ['no line crosses a card that it does not belong to', crossedCards],
  ['no label covers a card, a title, another label or another line', coveringLabels],
];

describe('lines', () => {
  const drawn = [...scenes()];
  it.each(laws)('%s, in the examples', (_, faults) => {
    for (const [name, scene] of drawn) expect([name, faults(scene)]).toEqual([name, []]);
  });

  it.each(laws)('%s, whatever the organization', (_, faults) => {
    always((scene) => expect(faults(scene)).toEqual([]));
  });

  it('find a way with corners in all examples', () => {
    for (const [name, { edges }] of drawn) {
      expect([name, edges.filter(({ curve }) => curve).map(({ id }) => id)]).toEqual([name, []]);
    }
  });
});

/** Lines that were routed; those that the tree placed share trunks, and curves are what is left over. */
function routed({ edges }: Scene): readonly SceneEdge[] {
  return edges.filter(
    ({ kind, stray, curve }) => !curve && (stray || kind === 'dotted' || kind === 'integrates'),
  );
}

function* others(scene: Scene, edge: SceneEdge): Generator<readonly [SceneEdge, Rect]> {
  for (const other of scene.edges) {
    if (other === edge || other.curve) continue;
    for (const part of segmentsOf(other.points)) yield [other, part];
  }
}

function sharedWays(scene: Scene): readonly string[] {
  const found: string[] = [];
  for (const edge of routed(scene)) {
    for (const own of segmentsOf(edge.points)) {
      for (const [other, part] of others(scene, edge)) {
        const level = own.height === 0 && part.height === 0;
        const upright = own.width === 0 && part.width === 0;
        if (!level && !upright) continue;
        const close = level ? { x: 0, y: 2 } : { x: 2, y: 0 };
        const beside = {
          x: own.x - close.x,
          y: own.y - close.y,
          width: own.width + 2 * close.x,
          height: own.height + 2 * close.y,
        };
        if (overlap(beside, grown(part, 0.01))) found.push(`${edge.id} runs along ${other.id}`);
      }
    }
  }
  return found;
}

interface Mark {
  readonly edge: SceneEdge;
  readonly rect: Rect;
}

/** The rings before the boxes that dotted lines lead to. */
function marksOf(scene: Scene): readonly Mark[] {
  return routed(scene)
    .filter(({ kind }) => kind === 'dotted')
    .map((edge) => {
      const [px = 0, py = 0, x = 0, y = 0] = edge.points.slice(-4);
      const center = { x: x - Math.sign(x - px) * 3.2, y: y - Math.sign(y - py) * 3.2, width: 0, height: 0 };
      return { edge, rect: grown(center, 3.9) };
    });
}

function hitMarks(scene: Scene): readonly string[] {
  return marksOf(scene).flatMap(({ edge, rect }) =>
    [...others(scene, edge)]
      .filter(([, part]) => overlap(grown(part, 0.5), rect))
      .map(([other]) => `the mark of ${edge.id} lies on ${other.id}`),
  );
}

function touchingMarks(scene: Scene): readonly string[] {
  const marks = marksOf(scene);
  return marks.flatMap((mark, i) =>
    marks
      .slice(i + 1)
      .filter(({ rect }) => overlap(rect, mark.rect))
      .map(({ edge }) => `the marks of ${mark.edge.id} and ${edge.id} touch`),
  );
}

function crossedCards(scene: Scene): readonly string[] {
  const open = new Set(scene.nodes.map(({ parent }) => parent));
  const cards = scene.nodes.filter(({ id, shape }) => !open.has(id) && shape !== 'band' && shape !== 'group');
  return routed(scene).flatMap((edge) =>
    cards
      .filter(({ id }) => id !== edge.from && id !== edge.to)
      .filter((card) => [...segmentsOf(edge.points)].some((part) => overlap(grown(part, 0.5), card)))
      .map(({ id }) => `${edge.id} crosses ${id}`),
  );
}

function coveringLabels(scene: Scene): readonly string[] {
  const labels = scene.edges.flatMap((edge) => (edge.label ? [{ edge, rect: groundOf(edge.label) }] : []));
  const open = new Set(scene.nodes.map(({ parent }) => parent));
  const found: string[] = [];
  for (const [i, { edge, rect }] of labels.entries()) {
    for (const node of scene.nodes) {
      if (!open.has(node.id) && overlap(rect, node)) found.push(`the label of ${edge.id} covers ${node.id}`);
      for (const { x, y, width, align } of node.lines) {
        const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
        if (overlap(rect, { x: left, y: y - 8, width, height: 10 }))
          found.push(`the label of ${edge.id} covers a title`);
      }
    }
    for (const other of labels.slice(i + 1)) {
      if (overlap(rect, other.rect)) found.push(`the labels of ${edge.id} and ${other.edge.id} overlap`);
    }
    for (const [other, part] of others(scene, edge)) {
      if (overlap(rect, grown(part, 0.5))) found.push(`the label of ${edge.id} covers ${other.id}`);
    }
  }
  return found;
}
