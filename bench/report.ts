import { type Gate, gatesOf, goalsOf } from './gates.ts';
import { type Machine, wasBusy } from './machine.ts';
import type { Measurement } from './measurement.ts';
import { grouped } from './subject.ts';

export interface Report {
  readonly machine: Machine;
  readonly date: string;
  readonly results: readonly Measurement[];
}

export type Row = readonly string[];
export interface Table {
  readonly title: string;
  readonly head: Row;
  readonly rows: readonly Row[];
}

const parts = [
  { title: 'Cold check', ids: /^(check|stage)\// },
  { title: 'Edit', ids: /^edit\// },
  { title: 'Completion, hover, definition, right behind a keystroke', ids: /^ask\// },
  { title: 'Chart', ids: /^chart\// },
  { title: 'Plans', ids: /^phases\// },
  { title: 'Comparisons', ids: /^diff\// },
  { title: 'Memory', ids: /^memory\// },
  { title: 'LikeC4, as many elements', ids: /^likec4\// },
  { title: 'Start', ids: /^start\// },
  { title: 'Size of the programs', ids: /^size\// },
];

/** Every table of a run: what must hold, what is aimed at, then everything that was measured. */
export function tablesOf({ results }: Report): readonly Table[] {
  const details = parts.flatMap(({ title, ids }) => {
    const own = results.filter(({ id }) => ids.test(id));
    return own.length === 0 ? [] : [tableOf(title, own)];
  });
  return [
    gateTable('What must hold on any machine', gatesOf(results)),
    gateTable('What is aimed at, on two cores', goalsOf(results)),
    ...details,
  ].filter(({ rows }) => rows.length > 0);
}

function gateTable(title: string, gates: readonly Gate[]): Table {
  const rows = gates.flatMap(({ what, limit, is, met }) =>
    is === undefined ? [] : [[what, limit, is, met ? 'met' : '**not met**']],
  );
  return { title, head: ['', 'at most or at least', 'is', ''], rows };
}

function tableOf(title: string, results: readonly Measurement[]): Table {
  const sizes = [...new Set(results.flatMap(({ seats }) => seats ?? []))].sort((a, b) => a - b);
  const labels = [...new Set(results.map(({ id }) => id))];
  const rows = labels.map((id) => {
    const own = results.filter((each) => each.id === id);
    const cells = sizes.length > 0 ? sizes.map((seats) => own.find((each) => each.seats === seats)) : own;
    return [`${own[0]?.label}, ${own[0]?.unit}`, ...cells.map(cell)];
  });
  return {
    title,
    head: ['', ...(sizes.length > 0 ? sizes.map((n) => `${grouped(n)} seats`) : ['is'])],
    rows,
  };
}

/** `12`, or `12 / 19` with the 95th percentile. */
function cell(measurement: Measurement | undefined): string {
  if (!measurement) return '';
  const { value, p95 } = measurement;
  return p95 === undefined ? number(value) : `${number(value)} / ${number(p95)}`;
}

function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? grouped(Math.round(value)) : value >= 10 ? value.toFixed(0) : value.toFixed(1);
}

/** A sentence on the machine, and one where it was busy. */
export function machineText({ machine, date }: Report): string {
  const { processor, cores, memory, system, node, commit, load } = machine;
  const busy = wasBusy(machine)
    ? ` It was busy with other work (a load of ${load.join(' to ')}): ratios hold, times are longer than they need be.`
    : '';
  return `${date}, commit ${commit}: ${processor}, ${cores} cores, ${memory} GB, ${system}, Node ${node}.${busy}`;
}

export function toText({ title, head, rows }: Table): string {
  const plain = [head, ...rows].map((row) => row.map((each) => each.replaceAll('**', '')));
  const widths = head.map((_, column) => Math.max(...plain.map((row) => row[column]?.length ?? 0)));
  const lines = plain.map((row) =>
    row
      .map((each, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? each.padEnd(width) : each.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return `${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

export function toMarkdown({ title, head, rows }: Table): string {
  const line = (row: Row): string => `| ${row.join(' | ')} |`;
  const rule = `|${head.map((_, column) => (column === 0 ? ' --- ' : ' ---: ')).join('|')}|`;
  return [`### ${title}`, '', line(head), rule, ...rows.map(line)].join('\n');
}
