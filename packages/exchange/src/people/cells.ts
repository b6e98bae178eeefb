import type { PeopleField } from '../headings/fields.ts';
import type { Columns } from '../headings/recognize.ts';
import type { Row, Table } from '../table/table.ts';
import { clean } from '../text/clean.ts';
import type { ManagerMention } from './record.ts';
import { saysNothing } from './values.ts';

/** The cells of one row, by the fields that its columns hold. */
export interface Cells {
  /** The first column of the field that is not blank. */
  one(field: PeopleField): string;
  all(field: PeopleField): readonly string[];
  has(field: PeopleField): boolean;
  heading(field: PeopleField): string;
}

export function cellReader(table: Table, columns: Columns<PeopleField>): (row: Row) => Cells {
  return (row) => {
    const all = (field: PeopleField): readonly string[] =>
      (columns.of.get(field) ?? []).map((i) => clean(row.cells[i] ?? '')).filter(Boolean);
    return {
      all,
      one: (field) => all(field)[0] ?? '',
      has: (field) => columns.of.has(field),
      heading: (field) => table.headings[columns.of.get(field)?.[0] ?? -1] ?? '',
    };
  };
}

/** `Nom` beside `Prénom` is a last name; a full name beside a first name is not doubled. */
export function fullName(cells: Cells): string {
  const first = cells.one('first-name');
  const last = cells.one('last-name');
  const name = cells.one('name');
  if (first && last) return joinName(first, last);
  if (!first) return name || last;
  return name && !name.toLowerCase().includes(first.toLowerCase()) ? joinName(first, name) : name || first;
}

/** Chinese, Japanese and Korean names are written family name first and without a blank. */
function joinName(first: string, last: string): string {
  return /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]+$/u.test(first + last)
    ? last + first
    : `${first} ${last}`;
}

export function managersOf(cells: Cells): readonly ManagerMention[] {
  const mentions: ManagerMention[] = [];
  const add = (by: ManagerMention['by'], field: PeopleField): void => {
    for (const text of cells.all(field)) mentions.push({ by, text });
  };
  add('id', 'manager-id');
  add('email', 'manager-email');
  add('any', 'manager');
  add('position', 'manager-position');
  add('name', 'manager-name');
  return mentions;
}

export function firstUseful(...texts: readonly string[]): string {
  return texts.find((text) => !saysNothing(text)) ?? '';
}

export function splitList(text: string): readonly string[] {
  return text
    .split(/[;|]/)
    .map(clean)
    .filter((part) => !saysNothing(part));
}
