import type { ElementId, OrgModel, Platform } from '@mktorg/model';
import { find, findAs, label, layerOf, localityOf, stackLayers, statusOf } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { teamsFrom } from '../functions.ts';
import { named } from '../naming.ts';
import type { Context } from '../rule.ts';
import { quote } from '../wording.ts';

const options = {
  lowest: {
    default: 2,
    doc: "How many layers, counted from the foundation up, should be owned centrally; this project's own. By default foundation and data.",
  },
  highest: {
    default: 2,
    doc: "How many layers, counted from the top down, should have local users where there are regions; this project's own. By default engagement and channel. 0 switches that half of the rule off.",
  },
};

export const rule = defineRule({
  id: 'platform/layer-scope',
  summary:
    'A foundational platform that a local team owns, or a platform near the customer without local users.',
  rationale:
    'The more foundational a platform is, the more everything depends on it, and the more it has to be one for all: customer data that each region keeps for itself is no customer data. The nearer to the customer, the more the local teams have to work in it themselves: centralized platforms, local expression.',
  source:
    "A reference model of the martech stack in ordered layers: the foundation global, the customer's side local. The sources name no layers: their names and order, and how many count as foundational, are this project's own.",
  judgement:
    'A platform stands in the layer of its category. Local is whoever sits in, or is, a team with a region or business line. That a platform near the customer has no local users is reported as info, and only in organizations that have regions; a platform without any users is a matter for [platform/users](users.md). Retiring and retired platforms are not judged.',
  options,
  subjects: ['platform'],
  reach: 'neighbors',
  basis: (model) => model.byKind.region.length > 0,
  clean: [
    `region emea "EMEA"
team core "Martech core"
team emea-marketing "EMEA marketing" in emea
platform cdp "Customer data platform" is customer-data-platform { owner core  used by emea-marketing }
platform mail "Email" is email { owner emea-marketing  used by emea-marketing }
`,
  ],
  findings: [
    {
      source: `region emea "EMEA"
team emea-marketing "EMEA marketing" in emea
platform cdp "Customer data platform" is customer-data-platform {
  owner ⟦emea-marketing⟧
  used by emea-marketing
}
`,
      says: '“Customer data platform” stands in the layer Data and is owned by “EMEA marketing”, which is local.',
    },
    {
      source: `region emea "EMEA"
team core "Martech core"
platform ⟦mail⟧ "Email" is email { owner core  used by core }
`,
      says: '“Email” stands in the layer Channel and has no local users.',
    },
  ],
  check(platform, ctx) {
    const status = statusOf(platform);
    if (status === 'retiring' || status === 'retired') return;
    const layer = layerOf(ctx.model, platform);
    if (!layer) return;
    const layers = stackLayers(ctx.model);
    const height = layers.findIndex(({ id }) => id === layer.id);
    if (height < 0) return;
    if (height < ctx.options.lowest) judgeFoundation(platform, label(layer), ctx);
    else if (height >= layers.length - ctx.options.highest) judgeSurface(platform, label(layer), ctx);
  },
});

function judgeFoundation(platform: Platform, layer: string, ctx: Context<typeof options>): void {
  const { owner } = platform;
  if (!owner || !isLocal(ctx.model, owner.id)) return;
  ctx.report({
    at: owner.at,
    property: 'owner',
    message: {
      what: `${quote(label(platform))} stands in the layer ${layer} and is owned by ${named(ctx.model, owner.id)}, which is local.`,
      why: 'What everything else is built on should be one for all; a local owner builds it for one market.',
      todo: 'Give it a central owner, or say why it is local: `allow platform/layer-scope because "…"`.',
    },
  });
}

function judgeSurface(platform: Platform, layer: string, ctx: Context<typeof options>): void {
  const { model } = ctx;
  if (platform.uses.length === 0 || model.byKind.region.length === 0) return;
  if (platform.uses.some(({ by }) => isLocal(model, by))) return;
  ctx.report({
    at: platform.nameAt,
    severity: 'info',
    property: 'uses',
    message: {
      what: `${quote(label(platform))} stands in the layer ${layer} and has no local users.`,
      why: 'So near to the customer, local teams either work in it themselves or buy one of their own.',
      todo: 'Add the local teams that use it, or ask them what they use instead.',
    },
  });
}

function isLocal(model: OrgModel, id: ElementId): boolean {
  const element = find(model, id);
  if (element?.kind === 'region' || element?.kind === 'business-line' || element?.kind === 'organization')
    return true;
  if (element?.kind === 'role' && element.scope.length > 0) return true;
  const team = findAs(model, id, 'team') ?? teamsFrom(model, id)[0];
  if (!team) return false;
  return localityOf(model, team.id) === 'local';
}
