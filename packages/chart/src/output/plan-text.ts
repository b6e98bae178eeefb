import { glyphs } from '../mark.ts';
import type { Scene, SceneNode } from '../scene.ts';
import { cells } from '../text/cells.ts';
import { isolate } from '../text/direction.ts';
import { planOf, type WrittenPhase } from './plan-table.ts';

/** How a terminal shows a text. */
export type PaintPlan = (style: 'strong' | 'quiet' | 'line', text: string) => string;

const indent = '  ';

/** A plan from top to bottom, point by point and part by part; nothing is cut, texts are broken at words. */
export function planLines(scene: Scene, width: number, paint: PaintPlan): readonly string[] {
  const { phases, measures, others } = planOf(scene);
  const head = [scene.subtitle, ...scene.notes].flatMap((text) => broken(isolate(text), width, '', indent));
  return [
    paint('strong', isolate(scene.title)),
    ...head.map((line) => paint('quiet', line)),
    ...phases.flatMap((phase) => ['', ...phaseLines(phase, width, paint)]),
    ...(measures.length > 0 ? ['', paint('strong', 'Benefits'), ...listed(measures, width)] : []),
    ...others.flatMap(({ title, nodes }) => ['', paint('strong', title), ...listed(nodes, width)]),
  ];
}

function phaseLines(
  { node, cells: parts }: WrittenPhase,
  width: number,
  paint: PaintPlan,
): readonly string[] {
  const when = node.details.map(isolate).join(' · ');
  const name = isolate(node.title);
  const head = [paint('strong', name), paint('quiet', when)].filter((text) => text !== '');
  const filled = parts.filter(({ node: cell, cards }) => cell.details.length + cards.length > 0);
  return [
    head.join('  '),
    ...filled.flatMap(({ node: cell, cards }) => [
      `${indent}${paint('line', cell.title)}`,
      ...broken(cell.details.map(isolate).join(' · '), width, `${indent}${indent}`, `${indent}${indent}`).map(
        (line) => paint('quiet', line),
      ),
      ...cards.flatMap((card) => cardLines(card, width)),
    ]),
  ];
}

/** `+ Martech architect ×2: Architect · in Martech core`. */
function cardLines(card: SceneNode, width: number): readonly string[] {
  const { mark, title, details, badges } = card;
  const count = badges.find(({ kind }) => kind === 'count');
  const sign = mark ? glyphs[mark.type] : '·';
  const name = `${title}${count ? ` ${count.text.text}` : ''}`;
  return entry(`${indent}${indent}${sign} `, name, details, width);
}

function listed(nodes: readonly SceneNode[], width: number): readonly string[] {
  return nodes.flatMap(({ title, details, badges }) => {
    const tags = badges.filter(({ kind }) => kind === 'status').map(({ text }) => text.text);
    return entry(`${indent}· `, title, [...tags, ...details], width);
  });
}

function entry(lead: string, name: string, details: readonly string[], width: number): readonly string[] {
  const said = details.map(isolate).join(' · ');
  const text = said === '' ? isolate(name) : `${isolate(name)}: ${said}`;
  return broken(text, width, lead, ' '.repeat(cells(lead)));
}

/** Broken at spaces; what has none and is longer than a line stays whole. */
function broken(text: string, width: number, first: string, rest: string): readonly string[] {
  if (text === '') return [];
  const lines: string[] = [];
  let line = first;
  let empty = true;
  // A dot between two parts stays with the first.
  for (const word of text.split(/ (?!·)/)) {
    if (!empty && cells(line) + 1 + cells(word) > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += `${empty ? '' : ' '}${word}`;
    empty = false;
  }
  return [...lines, line];
}
