import { glyphs } from '../mark.ts';
import type { Scene, SceneEdge, SceneNode } from '../scene.ts';
import { cells, cut, padded } from '../text/cells.ts';
import { isolate } from '../text/direction.ts';
import { planLines } from './plan-text.ts';

export interface TextOptions {
  /** Columns of the terminal [80]. Titles are never cut, so a line may be longer where a title is. */
  readonly width?: number;
  /** ANSI colors [false]. */
  readonly color?: boolean;
}

/** The scene as a tree of lines for a terminal. Ends with a line break. */
export function toText(scene: Scene, options: TextOptions = {}): string {
  const width = Math.max(options.width ?? 80, 40);
  const paint = options.color ? ansi : plain;
  if (scene.lens === 'plan') return written(planLines(scene, width, paint));
  const tree = treeOf(scene);
  const rows: Row[] = [];
  for (const root of tree.roots) walk(root, '', '', tree, rows);
  const names = rows.map(({ prefix, node }) => cells(prefix) + cells(nameOf(node)));
  const column = Math.min(Math.max(0, ...names) + 2, Math.round(width * 0.5));
  const lines = [
    paint('strong', isolate(scene.title)),
    ...[scene.subtitle, ...scene.notes].map((text) => paint('quiet', isolate(text))),
    '',
  ];
  for (const row of rows) lines.push(...rowLines(row, column, width, paint));
  return written(lines);
}

function written(lines: readonly string[]): string {
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

interface Tree {
  readonly roots: readonly SceneNode[];
  readonly below: ReadonlyMap<string, readonly SceneNode[]>;
  readonly lines: ReadonlyMap<string, readonly SceneEdge[]>;
  readonly byId: ReadonlyMap<string, SceneNode>;
}

interface Row {
  readonly prefix: string;
  /** For further lines of the same node. */
  readonly indent: string;
  readonly node: SceneNode;
  readonly lines: readonly string[];
}

function treeOf(scene: Scene): Tree {
  const byId = new Map(scene.nodes.map((node) => [node.id, node]));
  const below = new Map<string, SceneNode[]>();
  const roots: SceneNode[] = [];
  for (const node of scene.nodes) {
    if (node.title === '') continue;
    const upper = node.under ?? node.parent;
    const siblings = upper === undefined ? roots : (below.get(upper) ?? []);
    siblings.push(node);
    if (upper !== undefined) below.set(upper, siblings);
  }
  const lines = Map.groupBy(
    scene.edges.filter(({ kind, stray }) => kind === 'dotted' || kind === 'integrates' || stray),
    ({ from }) => from,
  );
  return { roots, below, lines, byId };
}

function walk(node: SceneNode, prefix: string, indent: string, tree: Tree, rows: Row[]): void {
  const children = tree.below.get(node.id) ?? [];
  const lines = (tree.lines.get(node.id) ?? []).map((edge) => relation(edge, tree));
  const rail = children.length > 0 ? '│ ' : '  ';
  rows.push({ prefix, indent: indent + rail, node, lines });
  for (const [i, child] of children.entries()) {
    const last = i === children.length - 1;
    walk(child, `${indent}${last ? '└─ ' : '├─ '}`, `${indent}${last ? '   ' : '│  '}`, tree, rows);
  }
}

function relation(edge: SceneEdge, tree: Tree): string {
  const target = tree.byId.get(edge.to)?.title ?? edge.to;
  const purpose = edge.purpose === undefined ? '' : ` ${isolate(`"${edge.purpose}"`)}`;
  const times = edge.count > 1 ? ` ×${edge.count}` : '';
  const arrow = edge.stray ? '-->' : edge.kind === 'dotted' ? '..>' : '<->';
  const sign = edge.mark ? `${glyphs[edge.mark.type]} ` : '';
  return `${sign}${arrow} ${isolate(target)}${purpose}${times}`;
}

/** Teams and layers stand out by a square, also without colors. */
function nameOf(node: SceneNode): string {
  const marks: { readonly [shape in SceneNode['shape']]?: string } = { team: '■ ', band: '■ ', group: '□ ' };
  const count = node.badges.find(({ kind }) => kind === 'count');
  const sign = node.mark ? `${glyphs[node.mark.type]} ` : '';
  return `${sign}${marks[node.shape] ?? ''}${node.title}${count ? ` ${count.text.text}` : ''}`;
}

/** What stands on the card, part by part. */
function detailsOf(node: SceneNode): readonly string[] {
  const tags = node.badges
    .filter(({ kind }) => kind !== 'count')
    .map(({ kind, text, title }) => {
      if (kind === 'personal-data') return 'personal data';
      return text.text === '' ? title : text.text;
    });
  const outside = node.tone === 'outside' ? [node.shape] : [];
  const details = node.details.flatMap((text) => text.split(' · '));
  return [...details, ...outside, ...tags].map(isolate);
}

/** Parts in lines of at most so many columns; a part that is longer by itself is cut. */
function wrapped(parts: readonly string[], columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    const longer = line === '' ? part : `${line} · ${part}`;
    if (line !== '' && cells(longer) > columns) {
      lines.push(line);
      line = cut(part, columns);
    } else line = cut(longer, columns);
  }
  return line === '' ? lines : [...lines, line];
}

type Style = 'strong' | 'quiet' | 'alert' | 'line';
type Paint = (style: Style, text: string) => string;

const plain: Paint = (_, text) => text;
const codes: { readonly [style in Style]: string } = { strong: '1', quiet: '2', alert: '33', line: '36' };
const ansi: Paint = (style, text) => (text === '' ? '' : `\u001b[${codes[style]}m${text}\u001b[0m`);

function rowLines(
  { prefix, indent, node, lines }: Row,
  column: number,
  width: number,
  paint: Paint,
): readonly string[] {
  const name = nameOf(node);
  const room = column - cells(prefix);
  const strong = node.shape === 'team' || node.shape === 'band' || node.states.includes('lead');
  const open = node.states.some(
    (state) => state === 'vacant' || state === 'part-vacant' || state === 'unowned',
  );
  const style = open ? 'alert' : 'quiet';
  const painted = (text: string): string => (strong ? paint('strong', text) : text);
  const parts = detailsOf(node);
  const behind = cells(prefix) + cells(name) + 2;
  const whole = parts.join(' · ');
  const made: string[] = [];
  if (cells(name) + 2 > room && behind + cells(whole) <= width) {
    made.push(`${paint('quiet', prefix)}${painted(isolate(name))}  ${paint(style, whole)}`);
  } else {
    const [first = '', ...rest] = wrapped(parts, Math.max(width - column, 20));
    const fits = cells(name) + 2 <= room;
    made.push(
      `${paint('quiet', prefix)}${painted(padded(name, fits ? room : 0))}${fits ? paint(style, first) : ''}`,
    );
    for (const line of fits || first === '' ? rest : [first, ...rest]) {
      made.push(`${paint('quiet', padded(indent, column))}${paint(style, line)}`);
    }
  }
  for (const line of lines) {
    made.push(`${paint('quiet', indent)}${paint('line', cut(line, Math.max(width - cells(indent), 24)))}`);
  }
  return made;
}
