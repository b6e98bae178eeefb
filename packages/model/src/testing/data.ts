import type { OrgModel } from '../model.ts';
import { childrenOf, mentionsIn, mentionsOf } from '../model.ts';
import { shortestName } from '../shortest-name.ts';

/** All that a model says, so that two can be compared whole, orders included. */
export function dataOf(model: OrgModel) {
  const ids = [...model.elements.keys()];
  const own = [...model.elements.values()].filter((element) => !('standard' in element && element.standard));
  return {
    root: model.root,
    name: model.name,
    organization: model.organization,
    documents: model.documents,
    ids,
    size: model.elements.size,
    found: ids.filter((id) => model.elements.get(id)?.id !== id),
    own,
    added: [...model.added.values()],
    byKind: Object.entries(model.byKind).map(([kind, list]) => [kind, list.map(({ id }) => id)]),
    rates: model.rates,
    settings: model.settings,
    problems: model.problems,
    children: own.map(({ id }) => childrenOf(model, id).map((child) => child.id)),
    mentions: model.documents.map((uri) => mentionsIn(model, uri)),
    mentionsOfOwn: own.map(({ id }) => mentionsOf(model, id)),
    mentionsOfTerms: ['function:growth', 'capability:pricing'].map((id) => mentionsOf(model, id)),
    names: own.map(({ id }) => shortestName(model, id)),
  };
}
