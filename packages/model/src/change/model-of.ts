import { elementsByKind } from '../element-table.ts';
import type { Element, ElementId } from '../elements.ts';
import { label } from '../elements.ts';
import type { Rate, RuleSetting } from '../fragment.ts';
import type { OrgModel } from '../model.ts';
import { sliced } from '../slices.ts';
import { isOwn } from './match.ts';

/** The model of an organization as it has become, with the standard terms of the one that it comes from. */
export function* modelOf(
  base: OrgModel,
  own: Map<ElementId, Element>,
  rates: readonly Rate[],
  settings: readonly RuleSetting[],
): Generator<void, OrgModel> {
  const elements = new Map(own);
  yield;
  for (const element of base.elements.values()) {
    if (!isOwn(element) && !own.has(element.id)) elements.set(element.id, element);
  }
  const added = new Map<ElementId, Element>();
  for (const [, phase] of phasesIn(own)) {
    for (const element of phase.added) if (!added.has(element.id)) added.set(element.id, element);
  }
  yield;
  const byKind = elementsByKind(elements.values());
  yield;
  const [organization] = byKind.organization;
  const uris = new Set(base.documents);
  yield* sliced(own.values(), ({ at }) => void uris.add(at.uri));
  const documents = [...uris].sort();
  return {
    root: base.root,
    name: organization ? label(organization) : base.name,
    ...(organization && { organization }),
    documents,
    elements,
    added,
    byKind,
    rates,
    settings,
    problems: [],
  };
}

/** What each phase adds, by the key of the phase. */
export function* phasesIn(
  elements: ReadonlyMap<string, Element>,
): Iterable<readonly [string, { readonly added: readonly Element[] }]> {
  for (const [key, element] of elements) {
    if (element.kind === 'phase') yield [key, { added: element.changes.flatMap(({ adds }) => adds) }];
  }
}
