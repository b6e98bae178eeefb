import type { ElementKind } from '../kinds.ts';
import type { PropertyType } from '../schema.ts';
import { propertiesOf } from '../schema.ts';

/** A field whose value belongs to what an element says, whether it stands in the header or in the body. */
export interface Field {
  readonly name: string;
  /** The words that open the statement; of a header, what it is called. */
  readonly keyword: string;
  readonly type: FieldType;
  readonly many: 'one' | 'list';
}

export type FieldType = PropertyType | 'string' | 'duration' | 'change';

const everywhere: readonly Field[] = [
  { name: 'title', keyword: 'title', type: 'string', many: 'one' },
  { name: 'description', keyword: 'description', type: 'string', many: 'one' },
  { name: 'term', keyword: 'is', type: 'ref', many: 'one' },
  { name: 'form', keyword: 'as', type: 'ref', many: 'one' },
  { name: 'scope', keyword: 'in', type: 'ref', many: 'list' },
];

const headers: { readonly [kind in ElementKind]?: readonly Field[] } = {
  'dotted-line': [
    { name: 'from', keyword: 'from', type: 'ref', many: 'one' },
    { name: 'to', keyword: 'to', type: 'ref', many: 'one' },
    { name: 'purpose', keyword: 'purpose', type: 'text', many: 'one' },
  ],
  step: [
    { name: 'within', keyword: 'within', type: 'duration', many: 'one' },
    { name: 'approval', keyword: 'approval', type: 'flag', many: 'one' },
  ],
  objective: [{ name: 'measure', keyword: 'measure', type: 'measure', many: 'one' }],
  phase: [
    { name: 'from', keyword: 'from', type: 'moment', many: 'one' },
    { name: 'to', keyword: 'to', type: 'moment', many: 'one' },
    { name: 'changes', keyword: 'changes', type: 'change', many: 'list' },
  ],
};

/** What an element stands in the order of, inside the element around it: steps follow, and so do phases. */
export const orderedKinds: ReadonlySet<ElementKind> = new Set(['step', 'phase']);

const known = new Map<ElementKind, readonly Field[]>();

/** Everything that an element of this kind can say, in the order in which it is told. */
export function fieldsOf(kind: ElementKind): readonly Field[] {
  let fields = known.get(kind);
  if (!fields) {
    const all = new Map<string, Field>();
    for (const field of [...everywhere, ...(headers[kind] ?? [])]) all.set(field.name, field);
    for (const { field, keyword, type, many } of propertiesOf(kind).values()) {
      if (!all.has(field)) all.set(field, { name: field, keyword, type, many });
    }
    fields = [...all.values()];
    known.set(kind, fields);
  }
  return fields;
}

export function fieldOf(kind: ElementKind, name: string): Field | undefined {
  return fieldsOf(kind).find((field) => field.name === name);
}
