import type { Json } from './json.ts';

/**
 * The shape in which a model leaves the program: version 1 of the format `mktorg/model`, described for others by
 * `schema/model.schema.json`. It has nothing in common with the types inside but what both mean. A change that a
 * reader of version 1 would not survive makes version 2. Lists that are empty and facts that are not stated are absent.
 */
export interface ExportedModel {
  readonly format: 'mktorg/model';
  readonly version: 1;
  readonly name: string;
  /** Without persons, holders, notes, stances, personnel numbers and who was told. */
  readonly redacted?: 'people';
  /** The documents, relative to the folder of the organization. */
  readonly files: readonly string[];
  /** What there is today, by kind, in source order. */
  readonly elements: ExportedElements;
  /** What the phases of plans add, by kind. */
  readonly added?: ExportedElements;
  /** The terms that the model declares, and the standard ones that it uses, by kind. */
  readonly vocabulary: ExportedElements;
  readonly rates?: readonly { readonly from: string; readonly to: string; readonly value: number }[];
  /** What follows from the whole: headcount, cost, layers, operating model, stack, allocations. */
  readonly derived: { readonly [key: string]: Json };
}

export type ExportedElements = { readonly [kind: string]: readonly ExportedElement[] };

/** Facts stand under the names that the JSON Schema gives them; other elements are named by id. */
export interface ExportedElement {
  readonly id: string;
  readonly name: string;
  /** Qualified by the elements around it. */
  readonly path: string;
  readonly [fact: string]: Json;
}
