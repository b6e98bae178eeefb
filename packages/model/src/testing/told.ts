import type { Change } from '../change/change.ts';
import { keyOf } from '../change/values.ts';

/** A change in a line, for tables in tests. */
export function told(change: Change): string {
  const same = (id: string) => id;
  const said = (values: readonly unknown[]) => values.map((value) => keyOf(value, same)).join(', ');
  switch (change.type) {
    case 'added':
      return `+ ${change.element.id}`;
    case 'removed':
      return `- ${change.element.id}`;
    case 'settings':
      return `~ ${change.field}`;
    case 'moved':
      return `> ${change.before}: ${change.from ?? ''} > ${change.to ?? ''}${why(change.inferred)}`;
    case 'renamed':
      return `= ${change.before}: ${change.from} > ${change.to}${why(change.inferred)}`;
    case 'changed':
      return `~ ${change.after} ${change.field}: ${said(change.minus)} > ${said(change.plus)}${why(change.inferred)}`;
  }
}

function why(evidence: string | undefined): string {
  return evidence === undefined ? '' : ` (${evidence})`;
}
