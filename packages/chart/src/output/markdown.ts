import { glyphs } from '../mark.ts';
import type { Scene, SceneNode } from '../scene.ts';
import { toMermaid } from './mermaid.ts';
import { planOf, type WrittenPlan } from './plan-table.ts';

/** The scene for a page in Markdown: a plan as tables, another chart as a Mermaid diagram. Ends with a line break. */
export function toMarkdown(scene: Scene): string {
  const head = [
    `# ${said(scene.title)}`,
    '',
    said(scene.subtitle),
    ...scene.notes.flatMap((note) => ['', said(note)]),
    '',
  ];
  const body =
    scene.lens === 'plan' ? planTables(planOf(scene)) : ['```mermaid', toMermaid(scene).trimEnd(), '```'];
  return `${[...head, ...body].join('\n').trimEnd()}\n`;
}

function planTables({ phases, measures, others }: WrittenPlan): readonly string[] {
  const rows = (phases.at(-1)?.cells ?? []).map(({ node }, i) => [
    `**${said(node.title)}**`,
    ...phases.map(({ cells }) => cellOf(cells[i]?.node, cells[i]?.cards ?? [])),
  ]);
  const head = ['', ...phases.map(({ node }) => [said(node.title), ...node.details.map(said)].join('<br>'))];
  const lists = others.flatMap(({ title, nodes }) => ['', `## ${title}`, '', ...nodes.map(bullet)]);
  return [
    ...(phases.length > 0 ? table(head, rows) : []),
    ...(measures.length > 0 ? ['', '## Benefits', '', ...measures.map(bullet)] : []),
    ...lists,
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function cellOf(cell: SceneNode | undefined, cards: readonly SceneNode[]): string {
  return [...(cell?.details ?? []).map(said), ...cards.map(cardOf)].join('<br>');
}

function cardOf({ mark, title, details }: SceneNode): string {
  const sign = mark ? `${glyphs[mark.type]} ` : '';
  const rest = details.length > 0 ? ` (${details.map(said).join('; ')})` : '';
  return `${sign}**${said(title)}**${rest}`;
}

function bullet({ title, details, badges }: SceneNode): string {
  const tags = badges.filter(({ kind }) => kind === 'status').map(({ text }) => text.text);
  const rest = [...tags, ...details].map(said).join('; ');
  return `- **${said(title)}**${rest === '' ? '' : `: ${rest}`}`;
}

/** Text of a model as text: no markup, no entity, no mention of anybody, no reference, all on one line. */
function said(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[&<>@#]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/[\\`*_[\]|~$]/g, (char) => `\\${char}`)
    .replace(/^(?=[-+=]|\d+[.)])/, '\u200b');
}
