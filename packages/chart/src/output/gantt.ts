import { glyphs } from '../mark.ts';
import type { Scene, SceneNode } from '../scene.ts';
import { planOf, type WrittenPhase } from './plan-table.ts';

/** Names in one bar; others are counted. */
const mostNames = 4;

/** Whether every phase says when it is: a Gantt chart has no place for others. */
export function hasTimes(scene: Scene): boolean {
  const phases = planOf(scene).phases.filter(({ node }) => node.kind === 'phase');
  return (
    phases.length > 0 &&
    phases.every(({ node }) => node.time?.from !== undefined && node.time.to !== undefined)
  );
}

/** A plan as a Mermaid Gantt chart: a section for each phase with a bar for each of its parts, benefits as milestones. */
export function toGantt(scene: Scene): string {
  const { phases, measures, others } = planOf(scene);
  const left = [...new Set(others.map(({ title }) => title.toLowerCase()))];
  const lines = [
    '%% What is true after each phase, and reasons, are not in this diagram: a Gantt chart has no place for them.',
    ...(left.length > 0 ? [`%% Nor are ${left.join(', ')}.`] : []),
    ...scene.notes.map((note) => `%% ${plain(note)}`),
    'gantt',
    `  accTitle: ${plain(`${scene.title}, ${scene.subtitle}`)}`,
    `  accDescr: ${plain(scene.description)}`,
    `  title ${plain(scene.title)}`,
    '  dateFormat YYYY-MM-DD',
    '  axisFormat %Y-%m',
    '  inclusiveEndDates',
  ];
  for (const phase of phases) {
    const { time, title } = phase.node;
    if (time?.from === undefined || time.to === undefined) continue;
    const span = `${time.from}, ${time.to}`;
    lines.push(`  section ${plain(title)}`);
    lines.push(`  ${plain(title)} :active, ${span}`);
    for (const bar of barsOf(phase)) lines.push(`  ${bar} :${span}`);
  }
  const dated = measures.filter(({ time }) => time?.to !== undefined);
  if (dated.length > 0) lines.push('  section Benefits');
  for (const { title, details, time } of dated) {
    lines.push(`  ${plain([title, ...details].join(' '))} :milestone, ${time?.to}, 0d`);
  }
  return `${lines.join('\n')}\n`;
}

function barsOf({ cells }: WrittenPhase): readonly string[] {
  return cells.flatMap(({ node, cards }) => {
    if (cards.length === 0) return [];
    const names = cards.slice(0, mostNames).map(nameOf);
    const rest = cards.length - names.length;
    return [plain(`${node.title} ${names.join(' · ')}${rest > 0 ? ` · and ${rest} more` : ''}`)];
  });
}

function nameOf({ mark, title }: SceneNode): string {
  return mark ? `${glyphs[mark.type]} ${title}` : title;
}

/** Text in a line of a Gantt chart: a colon would end it. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}#;{}%]+/gu, ' ')
    .replaceAll(':', ' –')
    .replace(/ +/g, ' ')
    .trim();
}
