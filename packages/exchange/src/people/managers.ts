import { counted, linesOf, type Notes, quotedList } from '../report/collect.ts';
import { foldLoosely } from '../text/clean.ts';
import { breakCycles } from './cycles.ts';
import { Directory, type LooseMatch, unambiguous } from './directory.ts';
import { labelOf, type ManagerMention, type PersonRecord } from './record.ts';
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
  const dotted = resolveDotted(records, people, notes);
  noteLoose(people.loose, notes);
  return { manager, outsider, reports, dotted };
}

function noteLoose(matches: readonly LooseMatch[], notes: Notes): void {
  if (matches.length === 0) return;
  const groups = new Map<string, LooseMatch[]>();
  for (const match of matches) {
    const key = `"${match.text}" is "${match.to.name || match.to.title}" of line ${match.to.at.line}`;
    const group = groups.get(key);
    if (group) group.push(match);
    else groups.set(key, [match]);
  }
  notes.add(
    {
      code: 'spelled-otherwise',
      severity: 'warning',
      what: `${counted(matches.length, 'row names', 'rows name')} somebody in another spelling than that person's row.`,
      done: 'Matched loosely, because nobody else is spelled alike.',
      wayOut: 'See whether it is the same person, and write the name the same, or name managers by id.',
      details: [...groups].map(([key, group]) => `${key}: ${linesOf(group.map(({ from }) => from.at))}`),
    },
    matches.map(({ from }) => from.at),
  );
}

function outsiderOf(mentions: readonly ManagerMention[]): Outsider {
  const by = (kind: ManagerMention['by']): string =>
    mentions.find((mention) => mention.by === kind)?.text ?? '';
  const any = by('any');
  const anyIsId = any !== '' && /\d/.test(any) && !/[\s@]/.test(any);
  const id = by('id') || (anyIsId ? any : '');
  const name = by('name') || (anyIsId ? '' : any) || by('position') || by('email');
  return { key: id || foldLoosely(name), id, title: name || id };
}

function resolveDotted(
  records: readonly PersonRecord[],
  people: Directory,
  notes: Notes,
): readonly (readonly PersonRecord[])[] {
  return records.map((record) => {
    const lines: PersonRecord[] = [];
    for (const text of record.dotted) {
      const mention = { by: 'any', text } as const;
      const exact = people.find(mention);
      const found = unambiguous(exact.length > 0 ? exact : people.findLoosely(record, mention));
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
