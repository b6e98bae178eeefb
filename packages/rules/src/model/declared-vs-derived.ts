import type { OrgModel } from '@mktorg/model';
import { label, operatingModel } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { replaceAt } from '../fix.ts';
import { percent, quote, several } from '../wording.ts';

export const rule = defineModelRule({
  id: 'model/declared-vs-derived',
  summary: 'The operating model that is declared is not the one that the placements add up to.',
  rationale:
    'An operating model is a choice of trade-offs: central brings efficiency and consistency, local brings speed and closeness. Whoever believes in one and lives the other pays the price of both. The placements of capabilities say what is lived.',
  source:
    "The debate over centralized, decentralized and hybrid marketing; that the model is derived from the share of placements is this project's own.",
  judgement:
    'Every pair of a capability and an activity that somebody is responsible or accountable for is placed centrally, locally or both, by whether the team has a region or business line. All central makes `centralized`, all local `decentralized`, anything between `hybrid`. A few exceptions do not contradict a declaration of `centralized` or `decentralized`: up to `tolerance` percent of what is placed may stand elsewhere. A model that places nothing is not judged.',
  options: {
    tolerance: {
      default: 10,
      doc: 'Percent of what is placed that may be elsewhere in a centralized or decentralized model.',
    },
  },
  clean: [
    `organization harbor "Harbor Hotels" { model hybrid }
region emea "EMEA"
team brand "Brand" { responsible for content-production to produce }
team emea-marketing "EMEA marketing" in emea { responsible for content-production to deliver }
`,
    `organization harbor "Harbor Hotels" { model decentralized }
team brand "Brand"
`,
  ],
  findings: [
    {
      source: `organization harbor "Harbor Hotels" { model ⟦centralized⟧ }
region emea "EMEA"
team brand "Brand" { responsible for content-production to produce }
team emea-marketing "EMEA marketing" in emea { responsible for content-production to deliver }
`,
      says: '“Harbor Hotels” declares itself centralized and is hybrid: 50% of what is placed is central. Against it speaks “Content production” (deliver).',
    },
  ],
  fix: { does: 'Declares what the placements say.', safe: false },
  reads(element) {
    if (element.kind === 'organization') return [element.title, element.model];
    if (element.kind !== 'team' && element.kind !== 'role') return undefined;
    const { responsibilities, scope } = element;
    return responsibilities.length > 0 || scope.length > 0 ? [responsibilities, scope] : undefined;
  },
  check(model, ctx) {
    const { organization } = model;
    const declared = organization?.model;
    if (!declared) return;
    const { derived, centralShare } = operatingModel(model);
    if (!derived || declared.value === derived) return;
    const elsewhere = { centralized: 1 - centralShare, decentralized: centralShare }[declared.value];
    if (elsewhere !== undefined && elsewhere * 100 <= ctx.options.tolerance) return;
    const against = contradictions(model, declared.value);
    const capabilities = several(against, 6);
    ctx.report({
      at: declared.at,
      element: organization.id,
      property: 'model',
      message: {
        what: [
          `${quote(label(organization))} declares itself ${declared.value} and is ${derived}:`,
          `${percent(centralShare)} of what is placed is central.`,
          ...(against.length > 0
            ? [`Against it ${against.length === 1 ? 'speaks' : 'speak'} ${capabilities}.`]
            : ['No capability is placed both centrally and locally.']),
        ].join(' '),
        why: 'Who believes in one model and lives the other pays the price of both.',
        todo: `Declare \`model ${derived}\`, or place the work where the model says it belongs.`,
      },
      fixes: () => [
        { title: `Declare \`model ${derived}\``, safe: false, edits: [replaceAt(declared.at, derived)] },
      ],
    });
  },
});

/** What is placed where the declared model does not want it. Of a hybrid nothing is. */
function contradictions(model: OrgModel, declared: string): readonly string[] {
  if (declared === 'hybrid') return [];
  const wanted = declared === 'centralized' ? 'central' : 'local';
  const byCapability = new Map<string, string[]>();
  for (const { capability, activity, placement } of operatingModel(model).pairs) {
    if (placement === wanted) continue;
    const name = quote(label(capability));
    const activities = byCapability.get(name) ?? [];
    if (activity) activities.push(label(activity).toLowerCase());
    byCapability.set(name, activities);
  }
  return [...byCapability].map(([name, activities]) =>
    activities.length > 0 ? `${name} (${activities.join(', ')})` : name,
  );
}
