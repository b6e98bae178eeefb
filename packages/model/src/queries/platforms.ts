import type { Platform, Term } from '../elements.ts';
import { perModel } from '../memo.ts';
import type { OrgModel } from '../model.ts';
import { findAs } from '../model.ts';

/** What kind of platform it is: the category that its `is` names. */
export function categoryOf(model: OrgModel, platform: Platform): Term | undefined {
  return findAs(model, platform.term?.id, 'category');
}

/** The layer that a platform stands in, by its category. */
export function layerOf(model: OrgModel, platform: Platform): Term | undefined {
  return findAs(model, categoryOf(model, platform)?.layer?.id, 'layer');
}

/**
 * The layers of the stack, foundation first: each stands after the one that it is above. Layers above the same one,
 * and those above none, stand in source order; what is caught in a circle comes last.
 */
export const stackLayers = perModel((model): readonly Term[] => {
  const layers = model.byKind.layer;
  const above = Map.groupBy(layers, (layer) => findAs(model, layer.above?.id, 'layer')?.id ?? '');
  const ordered = new Set<Term>();
  const waiting = [...(above.get('') ?? [])].reverse();
  for (let layer = waiting.pop(); layer; layer = waiting.pop()) {
    if (ordered.has(layer)) continue;
    ordered.add(layer);
    waiting.push(...[...(above.get(layer.id) ?? [])].reverse());
  }
  for (const layer of layers) ordered.add(layer);
  return [...ordered];
});

/** Where a platform is in its life: `live` unless stated. */
export function statusOf(platform: Platform): string {
  return platform.status?.value ?? 'live';
}
