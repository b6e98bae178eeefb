import type { Element, ElementId } from './elements.ts';
import { label } from './elements.ts';
import type { Fragment } from './fragment.ts';
import { NameTable } from './names.ts';
import { outlineOf } from './outline.ts';
import { resolvePart } from './part.ts';

/** The vocabulary that mktorg ships, resolved. It knows nothing of any model, so that all models share it. */
export interface Standard {
  readonly names: NameTable;
  /** In the order of its documents and text. */
  readonly elements: ReadonlyMap<ElementId, Element>;
}

const resolved = new WeakMap<readonly Fragment[], Standard>();

export function standardOf(fragments: readonly Fragment[]): Standard {
  let standard = resolved.get(fragments);
  if (!standard) {
    standard = resolveStandard(fragments);
    resolved.set(fragments, standard);
  }
  return standard;
}

function resolveStandard(fragments: readonly Fragment[]): Standard {
  const sorted = [...fragments].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  const outlines = sorted.map((fragment) => outlineOf({ ...fragment, standard: true }));
  const names = NameTable.over().with(
    outlines.flatMap(({ ids }) => ids.filter((id) => id !== '')),
    [],
  );
  const parts = outlines.map((outline) =>
    resolvePart(outline, {
      names,
      standardTerm: () => undefined,
      personLabel: (id) => label({ name: id }),
      linesBefore: () => 0,
    }),
  );
  const elements = new Map<ElementId, Element>();
  for (const part of parts) for (const element of part.elements) elements.set(element.id, element);
  return { names, elements };
}
