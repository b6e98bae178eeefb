import { glyphs } from '../mark.ts';
import type { Scene, SceneEdge, SceneNode } from '../scene.ts';
import { isolate } from '../text/direction.ts';
import { hasTimes, toGantt } from './gantt.ts';
import { keptApart, mermaidText } from './mermaid-text.ts';

/** What forges accept in one diagram, with a little room. */
const mostCharacters = 50_000;
/** Mermaid refuses more edges than this, and no diagram may raise it. */
const mostEdges = 500;

export interface MermaidOptions {
  /** Most characters of the whole text [50,000]. */
  readonly limit?: number;
}

/** The scene as a Mermaid flowchart. What does not fit or cannot be said in Mermaid is named in comments at its top. */
export function toMermaid(scene: Scene, options: MermaidOptions = {}): string {
  const limit = options.limit ?? mostCharacters;
  if (scene.lens === 'plan' && hasTimes(scene)) {
    const gantt = toGantt(scene);
    if (gantt.length <= limit) return gantt;
  }
  const nodes = nodesOf(scene);
  const whole = write(scene, nodes, true, nodes.length);
  if (fits(whole, limit)) return whole.text;
  const bare = write(scene, nodes, false, nodes.length);
  if (fits(bare, limit)) return bare.text;
  let low = 0;
  let high = nodes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(write(scene, nodes.slice(0, middle), false, nodes.length), limit)) low = middle;
    else high = middle;
  }
  return write(scene, nodes.slice(0, low), false, nodes.length).text;
}

/** What has a name. A phase without dates is a frame around its parts. */
function nodesOf({ lens, nodes }: Scene): readonly SceneNode[] {
  const named = nodes.filter(({ title }) => title !== '');
  if (lens !== 'plan') return named;
  const inOrder = named.filter(({ shape }) => shape !== 'axis' && shape !== 'span');
  return inOrder.map((node) => (node.under === undefined ? node : { ...node, parent: node.under }));
}

interface Written {
  readonly text: string;
  readonly edges: number;
}

function fits({ text, edges }: Written, limit: number): boolean {
  return text.length <= limit && edges <= mostEdges;
}

function write(scene: Scene, nodes: readonly SceneNode[], details: boolean, all: number): Written {
  const names = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
  const children = Map.groupBy(nodes, ({ parent }) =>
    parent !== undefined && names.has(parent) ? parent : '',
  );
  const edges = scene.edges.filter(({ from, to }) => names.has(from) && names.has(to));
  const lines = [
    ...comments(scene, nodes.length, all, details),
    `flowchart ${isWide(scene, nodes, children) ? 'LR' : 'TB'}`,
    `  accTitle: ${flat(`${scene.title}: ${scene.subtitle}`)}`,
    `  accDescr: ${flat(scene.description)}`,
  ];
  const inside = (parent: string, indent: string): void => {
    for (const node of children.get(parent) ?? []) {
      const name = names.get(node.id) ?? '';
      if (children.has(node.id)) {
        // A frame has room for one line of text.
        lines.push(`${indent}subgraph ${name}["${labelOf(node, details, ' · ')}"]`);
        inside(node.id, `${indent}  `);
        lines.push(`${indent}end`);
      } else lines.push(`${indent}${name}${shaped(node, labelOf(node, details))}`);
    }
  };
  inside('', '  ');
  const kept = edges.filter(({ from, to }) => !isAround(nodes, names, to, from));
  for (const edge of kept) lines.push(`  ${link(edge, names, details)}`);
  lines.push(...classes(nodes, names));
  return { text: `${lines.join('\n')}\n`, edges: kept.length };
}

/** More cards than these beside each other are too small to read where a diagram is fitted into a page. */
const mostAbreast = 12;

/** Whether a tree is better drawn from left to right: then it grows in length, and a page can be scrolled. */
function isWide(
  { lens }: Scene,
  nodes: readonly SceneNode[],
  children: ReadonlyMap<string, unknown>,
): boolean {
  return lens === 'reporting' && nodes.length - children.size > mostAbreast;
}

/** A line from a frame to what stands in it says nothing that the frame does not. */
function isAround(
  nodes: readonly SceneNode[],
  names: ReadonlyMap<string, string>,
  frame: string,
  member: string,
): boolean {
  const index = Number(names.get(member)?.slice(1));
  return nodes[index]?.parent === frame;
}

function comments(scene: Scene, kept: number, all: number, details: boolean): readonly string[] {
  const said = [
    '%% Places, columns, badges and the legend are not in this diagram: Mermaid places what it draws.',
  ];
  if (scene.edges.some(({ strength }) => strength === 'strong' || strength === 'weak')) {
    said.push('%% The strength of dotted lines is not in this diagram.');
  }
  if (!details) said.push('%% Too large for everything: only titles are in this diagram.');
  if (kept < all)
    said.push(`%% Too large for everything: ${all - kept} of ${all} boxes are left out, the last ones.`);
  for (const note of scene.notes) said.push(`%% ${flat(note)}`);
  return said;
}

function labelOf(node: SceneNode, details: boolean, between = '<br/>'): string {
  const count = node.badges.find(({ kind }) => kind === 'count')?.text.text;
  // On one line, a part that runs from right to left would turn those beside it around.
  const part = (text: string): string => mermaidText(between === '<br/>' ? text : isolate(text));
  const sign = node.mark ? `${glyphs[node.mark.type]} ` : '';
  const title = `${sign}${part(node.title)}${count === undefined ? '' : ` ${part(count)}`}`;
  return [title, ...(details ? node.details.map(part) : [])].join(between);
}

function shaped(node: SceneNode, label: string): string {
  switch (node.shape) {
    case 'pool':
      return `[["${label}"]]`;
    case 'external':
      return `[/"${label}"/]`;
    case 'partner':
      return `>"${label}"]`;
    case 'platform':
      return `[("${label}")]`;
    case 'committee':
      return `(["${label}"])`;
    case 'initiative':
      return `{{"${label}"}}`;
    default:
      return `["${label}"]`;
  }
}

function link(edge: SceneEdge, names: ReadonlyMap<string, string>, details: boolean): string {
  const from = names.get(edge.from) ?? '';
  const to = names.get(edge.to) ?? '';
  const sign = edge.mark ? glyphs[edge.mark.type] : '';
  switch (edge.kind) {
    case 'reports': {
      const said = sign === '' ? '' : `|"${sign}"|`;
      return `${to} ${edge.mark?.type === 'removed' ? '-.-' : '---'}${said} ${from}`;
    }
    case 'dotted': {
      const said = [sign, details && edge.purpose ? mermaidText(edge.purpose) : ''].filter(
        (part) => part !== '',
      );
      return `${from} -.->${said.length === 0 ? '' : `|"${said.join(' ')}"|`} ${to}`;
    }
    case 'owns':
      return `${to} --o ${from}`;
    case 'works-with':
      return `${from} -.- ${to}`;
    case 'integrates':
      return `${from} <--> ${to}`;
  }
}

function classes(nodes: readonly SceneNode[], names: ReadonlyMap<string, string>): readonly string[] {
  const styles: { readonly [name: string]: string } = {
    vacant: 'stroke-dasharray:4 3',
    local: 'stroke:#c9a25c,stroke-width:2px',
    outside: 'stroke-dasharray:1 3',
    planned: 'stroke-dasharray:4 3',
    retired: 'opacity:0.6',
    gone: 'stroke-dasharray:5 4,opacity:0.7',
    former: 'stroke-dasharray:2 3,opacity:0.7',
    added: 'stroke:#1b6b35,stroke-width:3px',
    removed: 'stroke:#b3261e',
    moved: 'stroke:#2b5ea8,stroke-width:3px,stroke-dasharray:9 4',
    changed: 'stroke:#8f5a00,stroke-width:3px,stroke-dasharray:2 3',
  };
  const found: string[] = [];
  for (const [name, style] of Object.entries(styles)) {
    const members = nodes.filter(
      ({ tone, states, mark }) =>
        tone === name || states.some((state) => state === name) || (mark?.type === name && !isGhost(states)),
    );
    if (members.length === 0) continue;
    found.push(`  classDef ${name} ${style}`);
    found.push(`  class ${members.map(({ id }) => names.get(id) ?? '').join(',')} ${name}`);
  }
  return found;
}

function isGhost(states: SceneNode['states']): boolean {
  return states.includes('gone') || states.includes('former');
}

/** Text to the end of a line. */
function flat(text: string): string {
  return keptApart(text.replace(/[\r\n#;{}%]+/g, ' ').trim());
}
