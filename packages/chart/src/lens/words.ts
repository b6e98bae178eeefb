import { type ElementId, find, label, type OrgModel } from '@mktorg/model';

/** `1 seat`, `3 seats`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `12 seats, 2 vacant`, on one line. */
export function seatsInWords(seats: number, vacant: number): string {
  const words = vacant > 0 ? `${counted(seats, 'seat')}, ${vacant} vacant` : counted(seats, 'seat');
  return words.replaceAll(' ', '\u00a0');
}

/** What a reader calls the element; empty where there is none. */
export function nameOf(model: OrgModel, id: ElementId | undefined): string {
  const element = find(model, id);
  return element ? label(element) : '';
}
