import { glyphs } from '../mark.ts';
import type { Scene, SceneNode } from '../scene.ts';
import { cells, cut } from '../text/cells.ts';
import { planOf, type WrittenPhase } from './plan-table.ts';

/** Bars for one part of a phase; the last counts the others. */
const mostNames = 6;
/** A name beside its bar must not reach into the next phase. */
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
    `%%{init: {"gantt": {"leftPadding": ${sectionWidth}}}}%%`,
    '%% Names, reasons, and what is true after each phase are not in this diagram: a Gantt chart has no place for them.',
    ...(left.length > 0 ? [`%% Nor are ${left.join(', ')}.`] : []),
    ...scene.notes.map((note) => `%% ${plain(note)}`),
    `%%{init: {"gantt": {"leftPadding": ${roomFor(phases)}}}}%%`,
    'gantt',
    `  accTitle: ${plain(`${scene.title}, ${scene.subtitle}`)}`,
    `  accDescr: ${plain(scene.description)}`,
    `  title ${plain(scene.title)}`,
    '  dateFormat YYYY-MM-DD',
    '  axisFormat %Y-%m',
    '  inclusiveEndDates',
    '  todayMarker off',
  ];
  const dated = phases.flatMap((phase) => {
    const { from, to } = phase.node.time ?? {};
    return from === undefined || to === undefined ? [] : [{ phase, span: `${from}, ${to}` }];
  });
  lines.push('  section Phases');
  for (const { phase, span } of dated) lines.push(`  ${plain(phase.node.title)} :active, ${span}`);
  for (const part of new Set(dated.flatMap(({ phase }) => phase.cells.map(({ node }) => node.title)))) {
    const bars = dated.flatMap(({ phase, span }) => {
      const counts = countsIn(phase, part);
      return counts === '' ? [] : [`  ${counts} :${span}`];
    });
    if (bars.length > 0) lines.push(`  section ${plain(part)}`, ...bars);
  }
  const reached = measures.filter(({ time }) => time?.to !== undefined);
  if (reached.length > 0) lines.push('  section Benefits');
  for (const { title, details, time } of reached) {
    lines.push(`  ${plain([title, ...details].join(' '))} :milestone, ${time?.to}, 0d`);
  }
  return `${lines.join('\n')}\n`;
}

function roomFor(phases: readonly WrittenPhase[]): number {
  const longest = Math.max(0, ...phases.map(({ node }) => cells(plain(node.title))));
  return Math.round(Math.min(padding.most, Math.max(padding.least, longest * padding.each + 20)));
}

/** `+3 →2 ~1`: how many cards of a part have which mark. */
function countsIn({ cells }: WrittenPhase, part: string): string {
  const cards = cells.flatMap(({ node, cards: inside }) => (node.title === part ? inside : []));
  const counts = Map.groupBy(cards, signOf);
  return [...counts].map(([sign, { length }]) => (sign === '' ? `${length}` : `${sign}${length}`)).join(' ');
}

function signOf({ mark }: SceneNode): string {
  return mark ? glyphs[mark.type] : '';
}

/** Text in a line of a Gantt chart: a colon would end it. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}#;{}%]+/gu, ' ')
    .replaceAll(':', ' –')
    .replace(/ +/g, ' ')
    .trim();
}
