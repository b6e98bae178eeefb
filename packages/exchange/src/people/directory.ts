import type { Notes } from '../report/collect.ts';
import { fold } from '../text/clean.ts';
import { labelOf, type ManagerMention, type PersonRecord } from './record.ts';
import { rankOf } from './title.ts';

/** Finds records by whatever a file may call them. */
export class Directory {
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
export function unambiguous(found: readonly PersonRecord[]): PersonRecord | undefined {
  if (found.length <= 1) return found[0];
  const ranked = [...found].sort((a, b) => rankOf(b.title) - rankOf(a.title));
  const [first, second] = ranked;
  return first && second && rankOf(first.title) > rankOf(second.title) ? first : undefined;
}
