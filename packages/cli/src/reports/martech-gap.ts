import {
  categoryOf,
  label,
  layerOf,
  martechGap,
  type OrgModel,
  type PlatformGap,
  type PlatformState,
  statusOf,
} from '@mktorg/model';
import { nameOf } from './names.ts';
import { noPlan, type PhaseColumn, phaseColumns, plannedName } from './phases.ts';
import type { Column, Row, Table } from './table.ts';

const columns: readonly Column[] = [
  { key: 'platform', heading: 'Platform', brief: true },
  { key: 'name', heading: 'Name in the model' },
  { key: 'category', heading: 'Category', brief: true },
  { key: 'layer', heading: 'Layer' },
  { key: 'today', heading: 'Today', brief: true },
  { key: 'owner', heading: 'Owner today' },
];

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
      if (each.broughtBy) brought.set(each.id, label(each.broughtBy));
    }
  }
  return {
    name: 'martech-gap',
    title: `Martech gap of ${model.name}`,
    columns: [...columns, ...phases, { key: 'brought-by', heading: 'Brought by' }],
    rows: [...rows.values()].map(({ gap, cells }) => rowOf(model, gap, cells, brought.get(gap.id))),
    notes: phases.length === 0 ? [noPlan] : countsOf(phases, [...rows.values()]),
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
    platform: label(platform),
    name: platform.path,
    category: category && label(category),
    layer: layer && label(layer),
    today,
    owner: today === undefined ? undefined : nameOf(model, platform.owner?.id),
    ...cells,
    'brought-by': brought,
  };
}

function cellOf(state: PlatformState, model: OrgModel, { outcome }: PhaseColumn): string {
  const { type, status, owner, successor } = state;
  const other = plannedName(model, successor);
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
    return `After ${heading}: ${[`${there} platforms`, ...parts].join(', ')}.`;
  });
}
