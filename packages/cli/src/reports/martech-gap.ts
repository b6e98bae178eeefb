import {
  categoryOf,
  layerOf,
  martechGap,
  type OrgModel,
  type PlatformGap,
  type PlatformState,
  statusOf,
} from '@mktorg/model';
import { counted } from '../check/checked.ts';
import { called, nameOf } from './names.ts';
import { type PhaseColumn, phaseColumns, withoutPlan } from './phases.ts';
import { noPlatforms } from './platforms.ts';
import { type Column, nameInModel, type Row, type Table } from './table.ts';

/** Without phases there is room for more in the terminal, and the more to see of today. */
function columnsOf(phases: readonly Column[]): readonly Column[] {
  const ofToday = phases.length === 0 ? { brief: true as const } : {};
  return [
    { key: 'platform', heading: 'Platform', brief: true },
    nameInModel,
    { key: 'category', heading: 'Category', brief: true },
    { key: 'layer', heading: 'Layer', ...ofToday },
    { key: 'today', heading: 'Today', brief: true },
    { key: 'owner', heading: 'Owner today', ...ofToday },
    ...phases.map((phase) => ({ ...phase, usual: 'kept' })),
    { key: 'brought-by', heading: 'Brought by', brief: true },
  ];
}

/** The platforms of today beside those after each phase: kept, added, moved, merged, retired, and what is still open. */
export function martechGapReport(model: OrgModel): Table {
  const phases = phaseColumns(model);
  const gaps = model.byKind.plan.map((plan) => ({ plan, gap: martechGap(model, plan.id) }));
  const rows = new Map<string, { readonly gap: PlatformGap; readonly cells: { [key: string]: string } }>();
  const today = model.byKind.platform.map((platform): PlatformGap => {
    return { id: platform.id, platform, today: statusOf(platform), states: [] };
  });
  for (const gap of today) rows.set(gap.id, { gap, cells: {} });
  const brought = new Map<string, string>();
  for (const { plan, gap } of gaps) {
    const own = phases.filter((column) => column.plan === plan);
    for (const each of gap.platforms) {
      const row = rows.get(each.id) ?? { gap: each, cells: {} };
      rows.set(each.id, row);
      for (const column of own) {
        const state = each.states[column.index];
        if (state) row.cells[column.key] = cellOf(state, model, column);
      }
      if (each.broughtBy) brought.set(each.id, called(model, each.broughtBy.id));
    }
  }
  const ofToday = notesOfToday(model);
  return {
    name: 'martech-gap',
    title: `Martech gap of ${model.name}`,
    columns: columnsOf(phases),
    rows: [...rows.values()].map(({ gap, cells }) => rowOf(model, gap, cells, brought.get(gap.id))),
    none: noPlatforms,
    notes:
      phases.length === 0
        ? [...ofToday, ...withoutPlan('retire old-mailer replaced by mailer')]
        : [...ofToday, ...countsOf(phases, [...rows.values()])],
  };
}

function rowOf(
  model: OrgModel,
  { platform, today }: PlatformGap,
  cells: { readonly [key: string]: string },
  brought: string | undefined,
): Row {
  const category = categoryOf(model, platform);
  const layer = layerOf(model, platform);
  return {
    platform: called(model, platform.id),
    name: platform.path,
    category: nameOf(model, category?.id),
    layer: nameOf(model, layer?.id),
    today,
    owner: today === undefined ? undefined : nameOf(model, platform.owner?.id),
    ...cells,
    'brought-by': brought,
  };
}

function cellOf(state: PlatformState, model: OrgModel, { outcome }: PhaseColumn): string {
  const { type, status, owner, successor } = state;
  const other = nameOf(model, successor);
  const said = status === undefined || status === 'live' ? '' : `, ${status}`;
  switch (type) {
    case 'absent':
      return '';
    case 'moved':
      return `moved to ${nameOf(outcome.model, owner) ?? 'nobody'}${said}`;
    case 'merged':
      return `merged into ${other ?? 'another'}`;
    case 'retired':
      return other === undefined ? 'retired' : `retired for ${other}`;
    default:
      return `${type}${said}`;
  }
}

/** `Today: 29 platforms, 2 without owner; several of one category: Email 6, Analytics and reporting 2.` */
function notesOfToday(model: OrgModel): readonly string[] {
  const { platform: platforms } = model.byKind;
  if (platforms.length === 0) return [];
  const counts = Map.groupBy(platforms, statusOf);
  const others = [...counts].flatMap(([status, some]) =>
    status === 'live' ? [] : [`${some.length} ${status}`],
  );
  const unowned = platforms.filter(({ owner }) => !owner).length;
  const said = [
    counted(platforms.length, 'platform'),
    ...others,
    ...(unowned > 0 ? [`${unowned} without owner`] : []),
  ].join(', ');
  const kinds = Map.groupBy(platforms, (platform) => categoryOf(model, platform));
  const several = [...kinds]
    .flatMap(([category, some]) => (category && some.length > 1 ? [{ category, count: some.length }] : []))
    .sort((a, b) => b.count - a.count)
    .map(({ category, count }) => `${called(model, category.id)} ${count}`);
  const doubles = several.length === 0 ? '' : `; several of one category: ${several.join(', ')}`;
  return [`Today: ${said}${doubles}.`];
}

/** `After Phase 1: found the team: 27 platforms, 1 added, 2 retired.` */
function countsOf(
  phases: readonly PhaseColumn[],
  rows: readonly { readonly cells: { readonly [key: string]: string } }[],
): readonly string[] {
  return phases.map(({ key, heading }) => {
    const words = rows.map(({ cells }) => (cells[key] ?? '').split(/[ ,]/)[0] ?? '');
    const gone = new Set(['', 'merged', 'retired', 'removed']);
    const there = words.filter((word) => !gone.has(word)).length;
    const parts = ['added', 'changed', 'moved', 'merged', 'retired', 'removed'].flatMap((word) => {
      const times = words.filter((each) => each === word).length;
      return times === 0 ? [] : [`${times} ${word}`];
    });
    return `After ${heading}: ${[counted(there, 'platform'), ...parts].join(', ')}.`;
  });
}
