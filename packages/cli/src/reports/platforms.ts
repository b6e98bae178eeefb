import {
  categoryOf,
  childrenOf,
  label,
  layerOf,
  type Measure,
  type Money,
  type OrgModel,
  type Platform,
  statusOf,
} from '@mktorg/model';
import { called, nameOf, namesApart, namesOf } from './names.ts';
import { type Column, nameInModel, type Row, sourceId, type Table } from './table.ts';

const columns: readonly Column[] = [
  { key: 'platform', heading: 'Platform', brief: true },
  nameInModel,
  { key: 'category', heading: 'Category', brief: true },
  { key: 'layer', heading: 'Layer', brief: true },
  { key: 'scope', heading: 'Scope' },
  { key: 'status', heading: 'Status', brief: true },
  { key: 'owner', heading: 'Owner', brief: true },
  { key: 'roadmap', heading: 'Roadmap' },
  { key: 'users', heading: 'Users', brief: true },
  { key: 'usage', heading: 'Used for' },
  { key: 'integrates', heading: 'Integrates' },
  { key: 'personal-data', heading: 'Personal data under' },
  { key: 'result', heading: 'Result', brief: true },
  { key: 'cost', heading: 'Cost' },
  { key: 'renews', heading: 'Renews' },
  { key: 'bought-by', heading: 'Bought by' },
  { key: 'ai', heading: 'AI capabilities' },
  sourceId,
];

/** Why a report of platforms is empty. */
export const noPlatforms =
  'This lists platforms, and there is none in the model. To write one: platform crm "CRM" is crm { owner growth }.';

/** The inventory: what there is, who owns and uses it, with what result. */
export function platformsReport(model: OrgModel): Table {
  const rows = model.byKind.platform.map((platform) => rowOf(model, platform));
  return {
    name: 'platforms',
    title: `Platforms of ${model.name}`,
    columns,
    rows,
    notes: [],
    none: noPlatforms,
  };
}

function rowOf(model: OrgModel, platform: Platform): Row {
  const category = categoryOf(model, platform);
  const layer = layerOf(model, platform);
  const { personalData } = platform;
  return {
    platform: called(model, platform.id),
    name: platform.path,
    category: nameOf(model, category?.id),
    layer: nameOf(model, layer?.id),
    scope: platform.scope.length === 0 ? 'global' : namesOf(model, platform.scope),
    status: statusOf(platform),
    owner: nameOf(model, platform.owner?.id),
    roadmap: nameOf(model, platform.roadmap?.id),
    users: namesApart(
      model,
      platform.uses.map(({ by }) => by),
    ),
    usage: [...new Set(platform.uses.flatMap(({ purposes }) => purposes))],
    integrates: namesOf(model, platform.integrates),
    'personal-data': personalData && (namesOf(model, personalData.under).join(', ') || 'unnamed'),
    result: platform.results.map(measureText),
    cost: platform.cost && moneyText(platform.cost),
    renews: platform.renews?.text,
    'bought-by': nameOf(model, platform.boughtBy?.id),
    ai: childrenOf(model, platform.id).flatMap((child) => (child.kind === 'ai' ? [label(child)] : [])),
    id: platform.sourceId?.value,
  };
}

function moneyText({ amount, currency, per }: Money): string {
  const number = amount.toLocaleString('en', { maximumFractionDigits: 2 });
  return per === 'once' ? `${number} ${currency} once` : `${number} ${currency} per ${per}`;
}

function measureText({ what, from, to, by }: Measure): string {
  const parts = [what];
  if (from) parts.push(`from ${from.text}`);
  if (to) parts.push(`to ${to.text}`);
  if (by) parts.push(`by ${by.text}`);
  return parts.join(' ');
}
