import type { Notes } from '../report/collect.ts';
import { fold, foldLoosely } from '../text/clean.ts';
import { labelOf, type ManagerMention, type PersonRecord } from './record.ts';
import { rankOf } from './title.ts';

/** A mention that is spelled otherwise than the only record that it can mean. */
export interface LooseMatch {
  readonly from: PersonRecord;
  readonly text: string;
  readonly to: PersonRecord;
}

/** Finds records by whatever a file may call them. */
export class Directory {
  /** What was found by another spelling so far. */
  readonly loose: LooseMatch[] = [];
  readonly #by: {
    readonly [by in 'id' | 'email' | 'position' | 'name' | 'title']: ReadonlyMap<
      string,
      readonly PersonRecord[]
    >;
  };
  readonly #loosely: ReadonlyMap<string, readonly PersonRecord[]>;

  constructor(records: readonly PersonRecord[]) {
    this.#by = {
      id: index(records, (record) => (record.ids.length > 0 ? record.ids : [])),
      email: index(records, (record) => [record.email]),
      position: index(records, (record) => [record.position]),
      name: index(records, (record) => nameKeys(record.name)),
      title: index(records, (record) => [fold(record.title)]),
    };
    this.#loosely = index(records, (record) => [...nameKeys(record.name), record.title].map(foldLoosely));
  }

  /** `none`: the record is its own manager, or the mention is ambiguous; undefined: not in the file. */
  managerOf(
    record: PersonRecord,
    mentions: readonly ManagerMention[],
    notes: Notes,
  ): PersonRecord | 'none' | undefined {
    let first: PersonRecord | undefined;
    const exact = mentions.some((mention) => this.find(mention).length > 0);
    for (const mention of mentions) {
      const found = exact ? this.find(mention) : this.findLoosely(record, mention);
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
    const order = ['id', 'email', 'position', 'name', 'title'] as const;
    const kinds = mention.by === 'any' ? order : [mention.by, ...order.filter((by) => by !== mention.by)];
    for (const spelling of spellingsOf(mention)) {
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

  /** Records whose name or title is spelled a little otherwise. Codes and addresses are never guessed at. */
  findLoosely(from: PersonRecord, mention: ManagerMention): readonly PersonRecord[] {
    for (const spelling of spellingsOf(mention)) {
      if (/[\d@]/.test(spelling)) continue;
      for (const key of nameKeys(spelling).map(foldLoosely)) {
        const found = key === '' ? undefined : this.#loosely.get(key);
        const [to, ...others] = found ?? [];
        if (to && others.length === 0) this.loose.push({ from, text: mention.text, to });
        if (found) return found;
      }
    }
    return [];
  }
}

/** Workday writes `Jane Smith (12345)`. */
function spellingsOf({ text }: ManagerMention): readonly string[] {
  const bracketed = /^(.*?)\s*[([]([^)\]]+)[)\]]$/.exec(text);
  return bracketed ? [text, bracketed[2] ?? '', bracketed[1] ?? ''] : [text];
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
