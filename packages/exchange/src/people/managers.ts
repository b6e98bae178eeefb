import { counted, type Notes, quotedList } from '../report/collect.ts';
import { fold } from '../text/clean.ts';
import type { ManagerMention, PersonRecord } from './record.ts';
import { rankOf } from './title.ts';
import { saysNothing } from './values.ts';

/** A manager whom the file names and does not hold. */
export interface Outsider {
  /** What tells outsiders apart. */
  readonly key: string;
  /** The identifier by which the file names them, if it is one. */
  readonly id: string;
  /** A name or position, where the file tells; else the identifier. */
  readonly title: string;
}

/** Who reports to whom, as the tables say it; indexes are those of the records. */
export interface Reporting {
  readonly manager: readonly (PersonRecord | undefined)[];
  readonly outsider: readonly (Outsider | undefined)[];
  readonly reports: readonly (readonly PersonRecord[])[];
  /** Further managers. */
  readonly dotted: readonly (readonly PersonRecord[])[];
}

export function resolveManagers(records: readonly PersonRecord[], notes: Notes): Reporting {
  const people = new Directory(records);
  const manager: (PersonRecord | undefined)[] = [];
  const outsider: (Outsider | undefined)[] = [];
  const tops: PersonRecord[] = [];
  for (const record of records) {
    const mentions = record.managers.filter(
      (mention) => !saysNothing(mention.text) || people.find(mention).length > 0,
    );
    const found = people.managerOf(record, mentions, notes);
    manager[record.index] = found === 'none' ? undefined : found;
    if (found === 'none' || (found === undefined && mentions.length === 0)) {
      if (record.managers.length > mentions.length) tops.push(record);
      outsider[record.index] = undefined;
      continue;
    }
    outsider[record.index] = found === undefined ? outsiderOf(mentions) : undefined;
  }
  if (tops.length > 0) {
    notes.add(
      {
        code: 'manager-says-none',
        severity: 'info',
        what: `${counted(tops.length, 'row')} whose manager is ${quotedList([...new Set(tops.flatMap((top) => top.managers.map((m) => m.text)))])}.`,
        done: 'Taken as the top of the chart.',
      },
      tops.map((top) => top.at),
    );
  }
  breakCycles(records, manager, notes);
  const reports: PersonRecord[][] = records.map(() => []);
  for (const record of records) {
    const head = manager[record.index];
    if (head) reports[head.index]?.push(record);
  }
  return { manager, outsider, reports, dotted: resolveDotted(records, people, notes) };
}

/** Finds records by whatever a file may call them. */
class Directory {
  readonly #by: {
    readonly [by in 'id' | 'email' | 'position' | 'name' | 'title']: ReadonlyMap<
      string,
      readonly PersonRecord[]
    >;
  };

  constructor(records: readonly PersonRecord[]) {
    this.#by = {
      id: index(records, (record) => (record.ids.length > 0 ? record.ids : [])),
      email: index(records, (record) => [record.email]),
      position: index(records, (record) => [record.position]),
      name: index(records, (record) => nameKeys(record.name)),
      title: index(records, (record) => [fold(record.title)]),
    };
  }

  /** `none`: the record is its own manager, or the mention is ambiguous; undefined: not in the file. */
  managerOf(
    record: PersonRecord,
    mentions: readonly ManagerMention[],
    notes: Notes,
  ): PersonRecord | 'none' | undefined {
    let first: PersonRecord | undefined;
    for (const mention of mentions) {
      const found = this.find(mention);
      if (found.length === 0) continue;
      const one = unambiguous(found);
      if (!one) {
        if (first) continue;
        notes.add(
          {
            code: 'manager-ambiguous',
            severity: 'warning',
            what: `The manager "${mention.text}" fits ${found.length} rows (lines ${found
              .slice(0, 5)
              .map((other) => other.at.line)
              .join(', ')}).`,
            done: 'The line was left out.',
            wayOut: 'Name the manager by id or by e-mail.',
          },
          [record.at],
        );
        return 'none';
      }
      if (first === undefined && one.index === record.index) {
        notes.add(
          {
            code: 'own-manager',
            severity: 'info',
            what: `"${labelOf(record)}" reports to itself.`,
            done: 'Taken as the top of the chart.',
          },
          [record.at],
        );
        return 'none';
      }
      if (first && first.index !== one.index) {
        notes.add(
          {
            code: 'managers-disagree',
            severity: 'warning',
            what: `Two columns name different managers: line ${first.at.line} (${labelOf(first)}) and line ${one.at.line} (${labelOf(one)}).`,
            done: `It reports to ${labelOf(first)}.`,
            wayOut: 'Correct the file, or leave one column out: --map ignore="…".',
          },
          [record.at],
        );
        return first;
      }
      first ??= one;
    }
    return first;
  }

  find(mention: ManagerMention): readonly PersonRecord[] {
    const { text } = mention;
    const order = ['id', 'email', 'position', 'name', 'title'] as const;
    const kinds = mention.by === 'any' ? order : [mention.by, ...order.filter((by) => by !== mention.by)];
    // Workday writes `Jane Smith (12345)`.
    const bracketed = /^(.*?)\s*[([]([^)\]]+)[)\]]$/.exec(text);
    const spellings = bracketed ? [text, bracketed[2] ?? '', bracketed[1] ?? ''] : [text];
    for (const spelling of spellings) {
      for (const by of kinds) {
        const keys =
          by === 'name'
            ? nameKeys(spelling)
            : [by === 'email' ? spelling.toLowerCase() : by === 'title' ? fold(spelling) : spelling];
        for (const key of keys) {
          const found = key === '' ? undefined : this.#by[by].get(key);
          if (found) return found;
        }
      }
    }
    return [];
  }
}

function index(
  records: readonly PersonRecord[],
  keys: (record: PersonRecord) => readonly string[],
): ReadonlyMap<string, readonly PersonRecord[]> {
  const map = new Map<string, PersonRecord[]>();
  for (const record of records) {
    for (const key of new Set(keys(record))) {
      if (key === '') continue;
      const list = map.get(key);
      if (list) list.push(record);
      else map.set(key, [record]);
    }
  }
  return map;
}

/** By what a name is found: `Smith, Jane` and `Jane Smith` are one. */
export function nameKeys(name: string): readonly string[] {
  const comma = /^([^,]+),\s*([^,]+)$/.exec(name);
  const straight = fold(name);
  return comma ? [fold(`${comma[2]} ${comma[1]}`), straight] : [straight];
}

/** The only one, or the one that is clearly the highest: a manager is more likely the director than the trainee. */
function unambiguous(found: readonly PersonRecord[]): PersonRecord | undefined {
  if (found.length <= 1) return found[0];
  const ranked = [...found].sort((a, b) => rankOf(b.title) - rankOf(a.title));
  const [first, second] = ranked;
  return first && second && rankOf(first.title) > rankOf(second.title) ? first : undefined;
}

export function labelOf(record: PersonRecord): string {
  return record.title || record.name || record.position || record.code;
}

function outsiderOf(mentions: readonly ManagerMention[]): Outsider {
  const by = (kind: ManagerMention['by']): string =>
    mentions.find((mention) => mention.by === kind)?.text ?? '';
  const any = by('any');
  const anyIsId = any !== '' && /\d/.test(any) && !/[\s@]/.test(any);
  const id = by('id') || (anyIsId ? any : '');
  const name = by('name') || (anyIsId ? '' : any) || by('position') || by('email');
  return { key: id || fold(name), id, title: name || id };
}

/** Cuts each circle at its first row. */
function breakCycles(
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

function resolveDotted(
  records: readonly PersonRecord[],
  people: Directory,
  notes: Notes,
): readonly (readonly PersonRecord[])[] {
  return records.map((record) => {
    const lines: PersonRecord[] = [];
    for (const text of record.dotted) {
      const found = unambiguous(people.find({ by: 'any', text }));
      if (found && found.index !== record.index) {
        if (!lines.includes(found)) lines.push(found);
        continue;
      }
      notes.add(
        {
          code: 'dotted-line-not-placed',
          severity: 'warning',
          what: found
            ? `"${labelOf(record)}" has a dotted line to itself.`
            : `The dotted line leads to "${text}", which is not in the file or not the only one.`,
          done: 'The line was left out.',
          wayOut: 'Write it in the text: `..> name "purpose"`.',
        },
        [record.at],
      );
    }
    return lines;
  });
}
