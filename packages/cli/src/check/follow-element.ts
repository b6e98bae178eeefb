import { type Element, type ElementId, isKind, isOwn, type OrgModel, pathOf } from '@mktorg/model';

/**
 * What elements are called now that had another id when something was written down about them: the same id, or inside
 * what is around it now the same name, or the one that says it was called so (`previously`), or the only one of its
 * kind and name elsewhere. The id itself, where nothing of that is found.
 */
export function createFollower(model: OrgModel): (id: ElementId) => ElementId {
  let former: ReadonlyMap<string, readonly Element[]> | undefined;
  let named: ReadonlyMap<string, readonly Element[]> | undefined;
  const known = new Map<ElementId, ElementId | undefined>();
  const only = (list: readonly Element[] = []): ElementId | undefined =>
    list.length === 1 ? list[0]?.id : undefined;

  const follow = (id: ElementId): ElementId | undefined => {
    if (model.elements.has(id)) return id;
    const before = known.get(id);
    if (before !== undefined || known.has(id)) return before;
    const colon = id.indexOf(':');
    const dot = id.lastIndexOf('.');
    const kind = id.slice(0, colon);
    // A dotted line is called by its ends, which are followed by nobody here.
    if (colon < 0 || kind === 'dotted-line') return undefined;
    const name = id.slice(Math.max(colon, dot) + 1);
    const around = dot < 0 ? undefined : followPath(id.slice(colon + 1, dot));
    const here = around === undefined ? undefined : `${kind}:${around}.${name}`;
    former ??= Map.groupBy(
      own(model).filter(({ previously }) => previously),
      (element) => `${element.kind} ${element.previously?.value ?? ''}`,
    );
    named ??= Map.groupBy(own(model), (element) => `${element.kind} ${element.name}`);
    const renamed = former.get(`${kind} ${name}`) ?? [];
    const near = renamed.filter(({ path }) => around !== undefined && path.startsWith(`${around}.`));
    const found =
      (here !== undefined && model.elements.has(here) ? here : undefined) ??
      only(near) ??
      only(renamed) ??
      only(named.get(`${kind} ${name}`));
    known.set(id, found);
    return found;
  };
  /** The path that what stood at a path has now, whatever kind it is of. */
  const followPath = (path: string): string | undefined => {
    for (const kind of around) {
      const found = follow(`${kind}:${path}`);
      if (found !== undefined) return pathOf(found);
    }
    return undefined;
  };
  return (id) => follow(id) ?? id;
}

/** Kinds that others stand in. */
const around = ['team', 'role', 'platform', 'process', 'plan', 'phase', 'program', 'initiative'] as const;

function own(model: OrgModel): readonly Element[] {
  return [...model.elements.values()].filter((element) => !isKind(element, 'dotted-line') && isOwn(element));
}
