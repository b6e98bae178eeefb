import { glyphs } from '../mark.ts';
import type { Scene, SceneNode } from '../scene.ts';
import { cells, cut } from '../text/cells.ts';
import { planOf, type WrittenPhase } from './plan-table.ts';

/** Bars for one part of a phase; the last counts the others. */
const mostNames = 6;
/** A name that is wider than its bar stands beside it, and must not lie on others. */
const mostColumns = 32;
/** Room for the names of phases, in pixels: at least, at most, and for each character. */
const padding = { least: 75, most: 260, each: 6.5 };

/** Whether every phase says when it is: a Gantt chart has no place for others. */
export function hasTimes(scene: Scene): boolean {
  const phases = planOf(scene).phases.filter(({ node }) => node.kind === 'phase');
  return (
    phases.length > 0 &&
    phases.every(({ node }) => node.time?.from !== undefined && node.time.to !== undefined)
  );
}

/** A plan as a Mermaid Gantt chart: a section for each phase with what it does, benefits as milestones. */
export function toGantt(scene: Scene): string {
  const { phases, measures, others } = planOf(scene);
  const left = others.flatMap(({ title }) => (title === 'Why' ? [] : [title.toLowerCase()]));
  const lines = [
    // Mermaid leaves too little room for the names of sections: they would lie on the bars.
    `%%{init: {"gantt": {"leftPadding": ${roomFor(phases)}}}}%%`,
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
    // The line of today would stand before a plan of next year, across the names.
    '  todayMarker off',
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

function roomFor(phases: readonly WrittenPhase[]): number {
  const longest = Math.max(0, ...phases.map(({ node }) => cells(plain(node.title))));
  return Math.round(Math.min(padding.most, Math.max(padding.least, longest * padding.each + 20)));
}

function barsOf(phase: WrittenPhase): readonly string[] {
  return phase.cells.flatMap(({ node, cards }) => {
    const shown = cards.length > mostNames ? cards.slice(0, mostNames - 1) : cards;
    const rest = cards.length - shown.length;
    const more = rest > 0 ? [`and ${rest} more of ${plain(node.title).toLowerCase()}`] : [];
    return [...shown.map(nameOf), ...more];
  });
}

function nameOf({ mark, title }: SceneNode): string {
  const name = cut(plain(title), mostColumns);
  return mark ? `${glyphs[mark.type]} ${name}` : name;
}

/** Text in a line of a Gantt chart: a colon would end it. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}#;{}%]+/gu, ' ')
    .replaceAll(':', ' –')
    .replace(/ +/g, ' ')
    .trim();
}
