import type { Notes } from '../report/collect.ts';
import { labelOf, type PersonRecord } from './record.ts';

/** Cuts each circle at its first row. */
export function breakCycles(
  records: readonly PersonRecord[],
  manager: (PersonRecord | undefined)[],
  notes: Notes,
): void {
  const seen = new Int32Array(records.length);
  let walk = 0;
  for (const start of records) {
    walk++;
    let at: PersonRecord | undefined = start;
    while (at && seen[at.index] === 0) {
      seen[at.index] = walk;
      at = manager[at.index];
    }
    if (!at || seen[at.index] !== walk) continue;
    const cycle: PersonRecord[] = [];
    for (
      let on: PersonRecord | undefined = at;
      on && (cycle.length === 0 || on.index !== at.index);
      on = manager[on.index]
    )
      cycle.push(on);
    const cut = cycle.reduce((first, record) => (record.index < first.index ? record : first));
    const from = cycle.indexOf(cut);
    const named = [...cycle.slice(from), ...cycle.slice(0, from), cut].map(
      (record) => `${labelOf(record)} (line ${record.at.line})`,
    );
    manager[cut.index] = undefined;
    notes.add(
      {
        code: 'cycle',
        severity: 'warning',
        what: `They report to one another in a circle: ${named.length > 8 ? [...named.slice(0, 7), '…', named.at(-1)].join(' → ') : named.join(' → ')}.`,
        done: `Line ${cut.at.line} was left without a manager.`,
        wayOut: 'Correct the manager of one of them in the file, or write `reports to` in the text.',
      },
      cycle
        .slice(from)
        .concat(cycle.slice(0, from))
        .map((record) => record.at),
    );
  }
}
