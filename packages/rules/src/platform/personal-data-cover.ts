import type { Dataset, ElementId, OrgModel, Place, Platform, Term } from '@mktorg/model';
import { find, label, scopeOf, statusOf } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { teamsFrom } from '../functions.ts';
import { named } from '../naming.ts';
import { count, quote, several } from '../wording.ts';

export const rule = defineModelRule({
  id: 'platform/personal-data-cover',
  severity: 'error',
  summary: 'Personal data under a regulation that nobody covers.',
  rationale:
    'Privacy law differs by region and binds whoever holds the data. Somebody has to know what it asks for in this organization: keep the records, answer the requests, judge the new tool. Where nobody is named, it is nobody.',
  source:
    'Practitioners name weak privacy compliance among the challenges that, ignored, starve the strategy.',
  judgement:
    'A regulation counts where a platform or dataset states it (`personal data under gdpr`), and where personal data is held in a region in which the model says that the regulation binds (`regulation gdpr in emea`). A platform is in the regions of its scope, of the teams that use it, and of those that it is used by directly; a dataset in the regions of whoever shares it. Regulations of the vocabulary that the model does not mention do not count. Retired platforms are not judged. There is one finding for each regulation.',
  clean: [
    `region emea "EMEA"
external legal "Legal"
regulation gdpr in emea { covered by legal }
team desk "Email desk" in emea
platform mail "Email" is email { owner desk  used by desk  personal data under gdpr }
`,
  ],
  findings: [
    {
      source: `team desk "Email desk"
platform mail "Email" is email { owner desk  used by desk  personal data under ⟦gdpr⟧ }
`,
      says: 'Nobody covers “GDPR”, and 1 element holds personal data under it: “Email”.',
    },
    {
      source: `region emea "EMEA"
regulation gdpr in emea
team desk "Email desk" in emea
platform mail "Email" is email { owner desk  used by desk  ⟦personal data⟧ }
`,
      says: 'Nobody covers “GDPR”, which binds in “EMEA”, and 1 element holds personal data under it: “Email”.',
    },
  ],
  fix: { does: 'Adds `covered by` for you to complete, where the model states the regulation.', safe: false },
  reads(element) {
    if (element.kind === 'region' || element.kind === 'business-line') return element.title;
    if (element.kind === 'team' || element.kind === 'role') {
      return element.scope.length > 0 ? element.scope : undefined;
    }
    if (element.kind !== 'platform' && element.kind !== 'dataset') return undefined;
    if (!element.personalData) return undefined;
    const { personalData, scope } = element;
    const users = element.kind === 'platform' ? [element.status, element.uses] : element.sharedWith;
    return [personalData, scope, users];
  },
  check(model, ctx) {
    const binding = bindingByRegion(model);
    const open = new Map<ElementId, Holding[]>();
    for (const holder of [...model.byKind.platform, ...model.byKind.dataset]) {
      if (!holder.personalData || (holder.kind === 'platform' && statusOf(holder) === 'retired')) continue;
      for (const [regulation, at] of regulationsOf(model, holder, binding)) {
        const list = open.get(regulation);
        if (list) list.push({ holder, at });
        else open.set(regulation, [{ holder, at }]);
      }
    }
    for (const [id, holdings] of open) {
      const regulation = find(model, id);
      const [first, ...more] = holdings;
      if (!first || regulation?.kind !== 'regulation' || regulation.coveredBy.length > 0) continue;
      const where = regulation.scope.map((ref) => named(model, ref.id));
      const names = several(holdings.map(({ holder }) => quote(label(holder))));
      ctx.report({
        at: first.at,
        element: regulation.id,
        also: holdings.map(({ holder }) => holder.id),
        property: 'coveredBy',
        message: {
          what: [
            `Nobody covers ${quote(label(regulation))}`,
            ...(where.length > 0 ? [`which binds in ${several(where)}`] : []),
            `and ${count(holdings.length, 'element holds', 'elements hold')} personal data under it: ${names}.`,
          ].join(', '),
          why: 'The law asks for somebody who keeps records and answers requests; where nobody is named, it is nobody.',
          todo: `Say who sees to it: \`regulation ${regulation.name} { covered by … }\`.`,
        },
        related: more.slice(0, 20).map(({ holder, at }) => ({
          message: `${quote(label(holder))} holds personal data under it.`,
          at,
        })),
        fixes: () => (regulation.standard ? [] : [coverFix(regulation)]),
      });
    }
  },
});

interface Holding {
  readonly holder: Platform | Dataset;
  readonly at: Place;
}

function coverFix(regulation: Term) {
  return {
    title: `Say who covers ${quote(label(regulation))}`,
    safe: false,
    edits: [addStatement(regulation.id, 'covered by whom', 'whom')],
  };
}

/** The regulations that the model says bind somewhere, by region and business line. */
function bindingByRegion(model: OrgModel): ReadonlyMap<ElementId, readonly ElementId[]> {
  const byRegion = new Map<ElementId, ElementId[]>();
  for (const regulation of model.byKind.regulation) {
    for (const { id } of regulation.scope) byRegion.set(id, [...(byRegion.get(id) ?? []), regulation.id]);
  }
  return byRegion;
}

/** The regulations that some personal data is under, with the place that says so. */
function regulationsOf(
  model: OrgModel,
  holder: Platform | Dataset,
  binding: ReadonlyMap<ElementId, readonly ElementId[]>,
): ReadonlyMap<ElementId, Place> {
  const found = new Map<ElementId, Place>();
  const { personalData } = holder;
  if (!personalData) return found;
  for (const { id, at } of personalData.under) found.set(id, at);
  if (binding.size === 0) return found;
  const users =
    holder.kind === 'platform' ? holder.uses.map(({ by }) => by) : holder.sharedWith.map(({ id }) => id);
  for (const region of [
    ...holder.scope.map(({ id }) => id),
    ...users.flatMap((id) => regionsOf(model, id)),
  ]) {
    for (const regulation of binding.get(region) ?? []) {
      if (!found.has(regulation)) found.set(regulation, personalData.at);
    }
  }
  return found;
}

function regionsOf(model: OrgModel, id: ElementId): readonly ElementId[] {
  const element = find(model, id);
  if (element?.kind === 'region' || element?.kind === 'business-line') return [id];
  if (element && element.scope.length > 0) return element.scope.map((ref) => ref.id);
  const [team] = teamsFrom(model, id);
  return team ? scopeOf(model, team.id) : [];
}
