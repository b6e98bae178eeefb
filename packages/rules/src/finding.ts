import type { Allow, ElementId, Place, Severity } from '@mktorg/model';
import type { Fix } from './fix.ts';

/** Something that a model should not have, at the line to change. Plain data. */
export interface Finding {
  /** For instance `reporting/span-of-control`. */
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  /** The element that the finding is about; absent where the text belongs to none. */
  readonly element?: ElementId;
  /** Other elements that it is as much about: an `allow` on any of them accepts it. */
  readonly also: readonly ElementId[];
  /** What of the element: tells apart findings of one rule on one element, across runs and changes of the text. */
  readonly property?: string;
  /** What is wrong, with the names and the numbers. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly todo: string;
  readonly at: Place;
  readonly related: readonly Related[];
  /** Worked out when first asked for. */
  readonly fixes: readonly Fix[];
  /** It holds only after this phase of a plan; the message says so too. Absent where it holds today. */
  readonly phase?: PhaseOf;
}

/** A phase, for those who read a finding. */
export interface PhaseOf {
  readonly id: ElementId;
  /** What a reader calls it. */
  readonly name: string;
}

/** Another line that has part in a finding, and what its part is. */
export interface Related {
  readonly message: string;
  readonly at: Place;
}

/** A finding that the model accepts, with the statement that says so. */
export interface Allowed {
  readonly finding: Finding;
  readonly allow: Allow;
}

/**
 * What stays the same of a finding when lines move, numbers change or other findings come and go: rule, element and
 * property. Baselines and comparisons recognise a finding by it.
 */
export function findingKey(finding: Finding): string {
  const { rule, element = '', property = '' } = finding;
  return property === '' ? `${rule} ${element}` : `${rule} ${element} ${property}`;
}
