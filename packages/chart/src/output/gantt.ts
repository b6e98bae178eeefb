import { glyphs } from '../mark.ts';
import type { Scene, SceneNode } from '../scene.ts';
import { keptApart } from './mermaid-text.ts';
import { planOf, type WrittenPhase } from './plan-table.ts';

/** Room for the names of sections, in pixels: Mermaid leaves too little, and they would lie on the bars. */
const sectionWidth = 180;

/** Whether every phase says when it is: a Gantt chart has no place for others. */
export function hasTimes(scene: Scene): boolean {
  const phases = planOf(scene).phases.filter(({ node }) => node.kind === 'phase');
  return (
    phases.length > 0 &&
    phases.every(({ node }) => node.time?.from !== undefined && node.time.to !== undefined)
  );
}

/**
 * A plan as a Mermaid Gantt chart: the phases, and for each part of a phase a bar that says how much comes, moves,
 * changes and goes; benefits as milestones. A name would be wider than its bar and lie on others.
 */
export function toGantt(scene: Scene): string {
  const { phases, measures, others } = planOf(scene);
  const left = [...new Set(others.map(({ title }) => title.toLowerCase()))];
  const lines = [
    `%%{init: {"gantt": {"leftPadding": ${sectionWidth}}}}%%`,
    '%% Names, reasons, and the numbers after each phase are not in this diagram: a Gantt chart has no place for them.',
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
  const dated = phases.flatMap((phase) => {
    const { from, to } = phase.node.time ?? {};
    return from === undefined || to === undefined ? [] : [{ phase, span: `${from}, ${to}` }];
  });
  lines.push('  section Phases');
  for (const { phase, span } of dated) lines.push(`  ${plain(phase.node.title)} :active, ${span}`);
  for (const part of new Set(dated.flatMap(({ phase }) => phase.cells.map(({ node }) => node.title)))) {
    const bars = dated.flatMap(({ phase, span }) => {
      const counts = countsIn(phase, part) || leftIn(phase, part);
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

/** `2 gaps left`. */
function leftIn({ node, cells }: WrittenPhase, part: string): string {
  const gaps = cells.find((cell) => cell.node.id === `#part:${node.id}:gaps`)?.node;
  return gaps?.title === part ? plain(gaps.details.at(-1) ?? '') : '';
}

/** `+3 →2 ~1`: how many cards of a part have which mark. */
function countsIn({ cells }: WrittenPhase, part: string): string {
  const cards = cells.flatMap(({ node, cards: inside }) => (node.title === part ? inside : []));
  const counts = Map.groupBy(cards, signOf);
  return ['', ...Object.values(glyphs)]
    .flatMap((sign) => {
      const marked = counts.get(sign);
      return marked ? [`${sign}${marked.length}`] : [];
    })
    .join(' ');
}

function signOf({ mark }: SceneNode): string {
  return mark ? glyphs[mark.type] : '';
}

/** Text in a line of a Gantt chart: a colon would end it, and some words at its start are statements. */
function plain(text: string): string {
  const line = text
    .replace(/[\p{Cc}#;{}%]+/gu, ' ')
    .replaceAll(':', ' –')
    .replace(/ +/g, ' ')
    .trim();
  return keptApart(line).replace(statements, '\u200b$&');
}

const statements =
  /^(?:gantt|title|section|click|href|call|accTitle|accDescr|dateFormat|axisFormat|tickInterval|inclusiveEndDates|includes|excludes|topAxis|todayMarker|weekday|weekend|\d{4}-\d\d-\d\d)/i;
