import { counted, type Notes, quotedList } from '../report/collect.ts';
import type { SourceRow } from '../report/report.ts';
import { fold } from '../text/clean.ts';
import { nameKeys } from './directory.ts';
import type { PersonRecord } from './record.ts';

/** A department or team of the source. */
export interface Unit {
  readonly key: string;
  /** In its most common spelling. */
  readonly title: string;
  /** The unit that every one of its rows gives as the wider one. */
  readonly parent: Unit | undefined;
}

/** Below this share of rows with a department, the reporting lines alone make the teams. */
const usableShare = 0.6;

/** Which unit each record belongs to; nothing where the columns do not carry teams. Indexes are those of the records. */
export function readUnits(records: readonly PersonRecord[], notes: Notes): readonly (Unit | undefined)[] {
  const departments = withoutHeads(chooseDepartments(records, notes), records);
  const placed = records.filter((record) => departments[record.index] || record.team);
  if (placed.length === 0) return [];
  const distinct = new Set(placed.map((record) => fold(`${departments[record.index]} / ${record.team}`)));
  if (
    placed.length < records.length * usableShare ||
    (placed.length > 8 && distinct.size > placed.length * 0.7)
  ) {
    const few = placed.length < records.length * usableShare;
    notes.add({
      code: 'departments-not-used',
      severity: 'warning',
      what: few
        ? `Only ${placed.length} of ${counted(records.length, 'row')} name a department.`
        : `${placed.length} rows name ${distinct.size} different departments.`,
      done: 'Teams were made from the reporting lines alone.',
      wayOut: 'Fill the column, or map another one: --map department="…".',
    });
    return [];
  }
  return buildUnits(records, departments, notes);
}

/** Workday names the head behind each department: `Marketing (Ana Prado)`. */
function withoutHeads(departments: readonly string[], records: readonly PersonRecord[]): readonly string[] {
  const people = new Set(records.flatMap((record) => nameKeys(record.name)));
  return departments.map((department) => {
    const named = /^(.+?)\s*\(([^()]+)\)$/.exec(department);
    return named?.[1] && named[2] && nameKeys(named[2]).some((key) => people.has(key))
      ? named[1]
      : department;
  });
}

/** Of a list of departments the narrowest that stands for a team elsewhere; the only one where there is no list. */
function chooseDepartments(records: readonly PersonRecord[], notes: Notes): readonly string[] {
  const alone = new Map<string, number>();
  const uses = new Map<string, number>();
  const followers = new Map<string, Set<string>>();
  for (const { departments } of records) {
    const keys = departments.map(fold);
    for (const key of new Set(keys)) uses.set(key, (uses.get(key) ?? 0) + 1);
    const [first, second] = keys;
    if (first === undefined) continue;
    if (second === undefined) alone.set(first, (alone.get(first) ?? 0) + 1);
    else followers.set(first, (followers.get(first) ?? new Set()).add(second));
  }
  // What opens many different lists is the umbrella over them, as in `Marketing; Field Marketing`.
  const umbrella = (department: string): boolean => (followers.get(fold(department))?.size ?? 0) >= 3;
  const choose = (list: readonly string[]): string => {
    const narrow = list.filter((department) => !umbrella(department));
    const known = narrow.findLast((department) => alone.has(fold(department)));
    if (known !== undefined) return known;
    const shared = narrow.findLast((department) => (uses.get(fold(department)) ?? 0) > 1);
    return shared ?? list[0] ?? '';
  };
  const lists: SourceRow[] = [];
  const chosen = records.map((record) => {
    if (record.departments.length > 1) lists.push(record.at);
    return choose(record.departments);
  });
  if (lists.length > 0) {
    notes.add(
      {
        code: 'several-departments',
        severity: 'info',
        what: `${counted(lists.length, 'row names', 'rows name')} several departments.`,
        done: 'Each stands in the narrowest that is a department of other rows too; the others were not kept.',
        wayOut: 'Where both are true, say so in the text with a dotted line.',
      },
      lists,
    );
  }
  return chosen;
}

interface Draft {
  readonly key: string;
  readonly spellings: Map<string, number>;
  readonly parents: Set<string>;
  readonly rows: SourceRow[];
}

function buildUnits(
  records: readonly PersonRecord[],
  departments: readonly string[],
  notes: Notes,
): readonly (Unit | undefined)[] {
  const drafts = new Map<string, Draft>();
  const add = (key: string, spelling: string, parent: string, at: SourceRow): string => {
    let draft = drafts.get(key);
    if (!draft) {
      draft = { key, spellings: new Map(), parents: new Set(), rows: [] };
      drafts.set(key, draft);
    }
    draft.spellings.set(spelling, (draft.spellings.get(spelling) ?? 0) + 1);
    draft.parents.add(parent);
    draft.rows.push(at);
    return key;
  };
  // A division that everybody is in parts nothing.
  const divided = new Set(records.map((record) => fold(record.division))).size > 1;
  const keys = records.map((record) => {
    const department = departments[record.index] ?? '';
    let key = '';
    for (const name of [divided ? record.division : '', department, record.team]) {
      if (fold(name) === '' || fold(name) === key.split('\n').at(-1)) continue;
      // Two departments may each have a team called Operations; a department is one, whatever the division.
      const own = name === record.team && department ? `${fold(department)}\n${fold(name)}` : fold(name);
      key = add(own, name, key, record.at);
    }
    return department || record.team ? key : '';
  });
  const units = new Map<string, Unit>();
  const unitOf = (key: string, depth = 0): Unit | undefined => {
    const draft = drafts.get(key);
    if (!draft || depth > 4) return undefined;
    const known = units.get(key);
    if (known) return known;
    const [parent = ''] = draft.parents.size === 1 ? draft.parents : [];
    const unit: Unit = {
      key,
      title: commonest(draft.spellings),
      parent: parent === '' ? undefined : unitOf(parent, depth + 1),
    };
    units.set(key, unit);
    return unit;
  };
  const result = keys.map((key) => unitOf(key));
  noteSpellings([...drafts.values()], notes);
  return result;
}

function commonest(spellings: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [spelling, count] of spellings) {
    if (count > most) {
      best = spelling;
      most = count;
    }
  }
  return best;
}

const abbreviations: { readonly [word: string]: string } = {
  ops: 'operations',
  op: 'operations',
  mktg: 'marketing',
  mkt: 'marketing',
  mktng: 'marketing',
  comms: 'communications',
  comm: 'communications',
  communication: 'communications',
  dev: 'development',
  mgmt: 'management',
  eng: 'engineering',
  fin: 'finance',
  dept: '',
  department: '',
  team: '',
  and: '',
  rel: 'relations',
  intl: 'international',
  prod: 'product',
  cust: 'customer',
  svc: 'services',
  svcs: 'services',
  service: 'services',
};

/** Spellings that were taken as one, and names that may mean one department and were kept apart. */
function noteSpellings(drafts: readonly Draft[], notes: Notes): void {
  for (const draft of drafts) {
    if (draft.spellings.size < 2) continue;
    notes.add(
      {
        code: 'department-spellings',
        severity: 'info',
        what: `One department is written ${quotedList([...draft.spellings.keys()])}.`,
        done: `Taken as one, "${commonest(draft.spellings)}".`,
      },
      draft.rows,
    );
  }
  const alike = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const words = draft.key.split(/[ \n]/).map((word) => abbreviations[word] ?? word);
    const key = words.filter(Boolean).join(' ').replace(/s\b/g, '');
    const list = alike.get(key);
    if (list) list.push(draft);
    else alike.set(key, [draft]);
  }
  for (const list of alike.values()) {
    if (list.length < 2) continue;
    notes.add(
      {
        code: 'departments-alike',
        severity: 'warning',
        what: `${quotedList(list.map((draft) => commonest(draft.spellings)))} may be one department.`,
        done: 'They became different teams.',
        wayOut: 'If they are one, write it the same in every row and import again.',
      },
      list.flatMap((draft) => draft.rows),
    );
  }
}
