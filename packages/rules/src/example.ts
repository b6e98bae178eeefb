/** The day on which examples are judged that name none. */
export const exampleDay = '2027-01-15';

/** The text of an example without its marks. */
export function unmarked(source: string): string {
  return source.replace(/[⟦⟧]/g, '');
}
