import {
  type ElementId,
  findAs,
  label,
  layerOf,
  type OrgModel,
  type Platform,
  stackLayers,
  statusOf,
  type Term,
} from '@mktorg/model';
import type { ChartOptions } from '../options.ts';
import { blankBox } from './blank-box.ts';
import type { Band, BandColumn, BandDiagram, BandGroup, Box, Line } from './diagram.ts';
import { platformCard } from './stack/platform-card.ts';
import { counted, nameOf } from './words.ts';

/** With more scopes than this, all local platforms share one column and say their scope themselves. */
const mostScopes = 3;
/** Up to so many integrations are drawn unless the options say otherwise. */
const fewIntegrations = 20;

/** A platform as it was in another model: its box stands where it would have stood here. */
export interface Former {
  readonly model: OrgModel;
  readonly platform: Platform;
  readonly box: Box;
}

/** The platforms in their layers, the foundation at the bottom; what is local stands beside what is global. */
export function stackLens(
  model: OrgModel,
  options: ChartOptions,
  formers: readonly Former[] = [],
): BandDiagram {
  const platforms = model.byKind.platform.filter(focus(model, options.of));
  const ghosts = formers.filter((former) => focus(former.model, options.of)(former.platform));
  const columns = columnsOf([...platforms.map((platform) => ({ model, platform })), ...ghosts]);
  const shared = columns.some(({ id }) => id === local);
  const most = mostPerGroup(platforms, options.maxCards);
  let cut = 0;
  const bands: Band[] = [];
  for (const layer of [...stackLayers(model), undefined].reverse()) {
    const members = platforms.filter((platform) => layerOf(model, platform)?.id === layer?.id);
    const were = ghosts.filter((each) => layerOf(each.model, each.platform)?.id === layer?.id);
    const isEmpty = members.length + were.length === 0;
    if (isEmpty && (!layer || platforms.length + ghosts.length === 0)) continue;
    const cells = columns.map(({ id }) =>
      groupsOf(
        members.filter((platform) => columnOf(platform, columns) === id),
        were.filter(({ platform }) => columnOf(platform, columns) === id),
        layer,
        id,
      ),
    );
    bands.push({ box: bandBox(layer, members.length), cells });
  }
  const lines = integrations(model, platforms, new Set(bands.flatMap(shownIn)), options);
  const title = options.title ?? model.name;
  const place = nameOf(model, options.of);
  const counts = [counted(platforms.length, 'platform'), ...lifeInWords(platforms)];
  const notes = cut > 0 ? [`${counted(cut, 'platform')} not drawn`] : [];
  return {
    policy: 'bands',
    lens: 'stack',
    title,
    subtitle: ['Platforms by layer', place, ...counts].filter((part) => part !== '').join(' · '),
    description: `Platforms of ${place === '' ? model.name : place} in layers, foundation last: ${counts.join(', ')}`,
    columns,
    bands,
    lines,
    notes,
  };

  function groupsOf(
    members: readonly Platform[],
    were: readonly Former[],
    layer: Term | undefined,
    column: string,
  ): readonly BandGroup[] {
    const byCategory = Map.groupBy(members, ({ term }) => term?.id ?? '');
    const before = Map.groupBy(were, ({ platform }) => platform.term?.id ?? '');
    return [...new Set([...byCategory.keys(), ...before.keys()])].map((category) => {
      const all = byCategory.get(category) ?? [];
      const gone = before.get(category) ?? [];
      const shown = all.slice(0, most);
      cut += all.length - shown.length;
      const name = nameOf(model, category) || nameOf(gone[0]?.model ?? model, category);
      const boxes = shown.map((platform) => {
        const box = platformCard(model, platform, shared, options);
        // In a frame of several, the frame says what they are.
        const alone = all.length + gone.length === 1 && name !== '';
        return alone
          ? { ...box, facts: [{ text: name, style: 'quiet' as const, most: 2 }, ...box.facts] }
          : box;
      });
      const rest =
        all.length > shown.length ? [moreBox(`${category}:${column}`, all.length - shown.length)] : [];
      const frame = frameBox(layer, category, name, column, all.length);
      return { frame, boxes: [...boxes, ...rest, ...gone.map(({ box }) => box)] };
    });
  }
}

const global = '#global';
const local = '#local';

/** One column for what is global, and one for each scope, or one for all of them. */
function columnsOf(all: readonly Pick<Former, 'model' | 'platform'>[]): readonly BandColumn[] {
  const scopes = new Map<string, string>();
  for (const { model, platform } of all) {
    if (platform.scope.length > 0 && !scopes.has(scopeKey(platform))) {
      scopes.set(scopeKey(platform), platform.scope.map(({ id }) => nameOf(model, id)).join(', '));
    }
  }
  if (scopes.size === 0) return [{ id: global, title: '', tone: 'central' }];
  const first: BandColumn = { id: global, title: 'Global', tone: 'central' };
  if (scopes.size > mostScopes) return [first, { id: local, title: 'Regional and local', tone: 'local' }];
  return [first, ...[...scopes].map(([id, title]): BandColumn => ({ id, title, tone: 'local' }))];
}

/** Platforms of the same scope have the same. */
export function scopeKey(platform: Platform): string {
  return platform.scope
    .map(({ id }) => id)
    .sort()
    .join('+');
}

function columnOf(platform: Platform, columns: readonly BandColumn[]): string {
  if (platform.scope.length === 0) return global;
  const key = scopeKey(platform);
  return columns.some(({ id }) => id === key) ? key : local;
}

/** Which platforms belong to a region, a business line, a team, a role or another platform. */
function focus(model: OrgModel, of: ElementId | undefined): (platform: Platform) => boolean {
  if (findAs(model, of, 'region') || findAs(model, of, 'business-line')) {
    return ({ scope }) => scope.length === 0 || scope.some(({ id }) => id === of);
  }
  if (findAs(model, of, 'team') || findAs(model, of, 'role')) {
    return ({ owner, uses }) => owner?.id === of || uses.some(({ by }) => by === of);
  }
  const center = findAs(model, of, 'platform');
  if (center) {
    const reached = new Set(center.integrates.map(({ id }) => id));
    return ({ id, integrates }) =>
      id === center.id || reached.has(id) || integrates.some((other) => other.id === center.id);
  }
  return () => true;
}

function mostPerGroup(platforms: readonly Platform[], maxCards: number | undefined): number {
  if (maxCards === undefined || platforms.length <= maxCards) return Number.POSITIVE_INFINITY;
  const groups = new Set(platforms.map(({ term, scope }) => `${term?.id ?? ''}@${scope[0]?.id ?? ''}`)).size;
  return Math.max(1, Math.floor(maxCards / groups));
}

function bandBox(layer: Term | undefined, members: number): Box {
  const title = layer ? label(layer) : 'No layer';
  const count = members === 0 ? 'no platform' : counted(members, 'platform');
  return {
    ...blankBox(layer?.id ?? '#no-layer', 'band', title),
    ...(layer && { element: layer.id, kind: 'layer' as const, source: layer.at }),
    tone: 'central',
    facts: [{ text: count, style: members === 0 ? 'alert' : 'meta', most: 2 }],
    label: `Layer ${title}, ${count}`,
  };
}

function frameBox(
  layer: Term | undefined,
  category: string,
  name: string,
  column: string,
  count: number,
): Box {
  const title = name === '' ? 'No category' : name;
  return {
    ...blankBox(`#group:${layer?.id ?? ''}:${category}:${column}`, 'group', title),
    label: `${title}, ${counted(count, 'platform')}`,
    facts: [{ text: counted(count, 'platform'), style: 'quiet', most: 1 }],
  };
}

function moreBox(key: string, count: number): Box {
  return blankBox(`#more:${key}`, 'more', `+ ${counted(count, 'platform')}`);
}

function shownIn(band: Band): readonly string[] {
  return band.cells.flatMap((groups) => groups.flatMap(({ boxes }) => boxes.map(({ id }) => id)));
}

/** One line for each pair of platforms that exchange data, whoever says so. */
function integrations(
  model: OrgModel,
  platforms: readonly Platform[],
  shown: ReadonlySet<string>,
  options: ChartOptions,
): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const platform of platforms) {
    for (const { id, at } of platform.integrates) {
      if (id === platform.id || !shown.has(id) || !shown.has(platform.id)) continue;
      const key = [platform.id, id].sort().join('~');
      if (lines.has(key)) continue;
      lines.set(key, {
        id: `integrates:${key}`,
        kind: 'integrates',
        from: platform.id,
        to: id,
        count: 1,
        title: `${label(platform)} exchanges data with ${nameOf(model, id)}`,
        source: at,
      });
    }
  }
  const wanted = options.show?.integrations ?? lines.size <= fewIntegrations;
  return wanted ? [...lines.values()] : [];
}

function lifeInWords(platforms: readonly Platform[]): readonly string[] {
  return ['planned', 'retiring', 'retired'].flatMap((status) => {
    const count = platforms.filter((platform) => statusOf(platform) === status).length;
    return count > 0 ? [`${count} ${status}`] : [];
  });
}
