import type { FieldType } from '../change/fields.ts';
import type { Duration, PhaseChange } from '../elements.ts';
import { changeOf, durationOf, encoded } from './facts.ts';
import type { Draft, Json } from './json.ts';
import { stated } from './json.ts';

/** One value of a field as it leaves the program, in the shape that it has in an exported model. */
export function exportedValue(type: FieldType, value: unknown): Json {
  return stated({ value: draftOf(type, value) })['value'] ?? true;
}

function draftOf(type: FieldType, value: unknown): Draft {
  // The list of fields says which type of value a field holds, as it does for the facts of an element.
  switch (type) {
    case 'string':
      return String(value);
    case 'duration':
      return durationOf(value as Duration);
    case 'change':
      return changeOf(value as PhaseChange);
    default:
      return encoded(type, value);
  }
}
