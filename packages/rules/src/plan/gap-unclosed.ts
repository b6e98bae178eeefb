import type { OrgModel, Plan, SkillGap } from '@mktorg/model';
import { findPlanned, label, martechGap, skillsGap, statusOf } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { phaseName, phasesOf } from '../planning.ts';
import type { Context, Options } from '../rule.ts';
import { quote } from '../wording.ts';

export const rule = defineModelRule({
  id: 'plan/gap-unclosed',
  summary: 'A planned platform that no phase brings, or a needed skill that nobody has and no phase sources.',
  rationale:
    'A gap is today beside the future, and a plan closes it in phases. What is planned or needed and in no phase is a wish: everybody counts on it, and nobody will have done it.',
  source: 'Practitioners of transformation: gap analysis of martech and of skills, closed in phases.',
  judgement:
    'Judged are organizations with a plan that has phases; of several plans, one that closes a gap is enough. A platform is planned by `status planned`, and brought by a phase that states another status, retires it, or merges it into another. A skill is needed by `needs`. The gap is closed as soon as somebody has it, by `skills` of a person or of a role that somebody holds, whether they need it themselves or not. `source … by …` does not close it, and says that it is to come: that is enough here. A platform or skill that a phase itself plans or needs counts too.',
  judged: 'with phases',
  clean: [
    `skill wiring "Wiring"
team desk "Email desk" { needs wiring }
platform cdp "CDP" { status planned }
plan rebuild "Rebuild" {
  phase found "Found" {
    change cdp { status live }
    source wiring by hire
  }
}
`,
    `platform cdp "CDP" { status planned }\n`,
  ],
  findings: [
    {
      source: `team desk "Email desk"
platform cdp "CDP" { status ⟦planned⟧ }
plan rebuild "Rebuild" {
  phase found "Found" { add role architect "Architect" to desk }
}
`,
      says: '“CDP” is planned, and no phase brings it.',
    },
    {
      source: `skill wiring "Wiring"
team desk "Email desk" { needs ⟦wiring⟧ }
plan rebuild "Rebuild" {
  phase found "Found" { add role architect "Architect" to desk }
}
`,
      says: '“Email desk” needs “Wiring”, nobody has it, and no phase sources it.',
    },
  ],
  check(model, ctx) {
    const plans = model.byKind.plan.filter((plan) => phasesOf(model, plan).length > 0);
    if (plans.length === 0) return;
    reportPlatforms(model, plans, ctx);
    reportSkills(model, plans, ctx);
  },
});

function reportPlatforms(model: OrgModel, plans: readonly Plan[], ctx: Context<Options>): void {
  const gaps = plans.map((plan) => martechGap(model, plan.id));
  const closed = new Set<string>();
  for (const { platforms } of gaps) {
    for (const { id, states } of platforms) if (states.at(-1)?.status !== 'planned') closed.add(id);
  }
  const said = new Set<string>();
  for (const { platform, id } of gaps.flatMap(({ platforms }) => platforms)) {
    if (closed.has(id) || said.has(id) || statusOf(platform) !== 'planned') continue;
    said.add(id);
    ctx.report({
      at: platform.status?.at ?? platform.nameAt,
      element: id,
      property: 'status',
      message: {
        what: `${quote(label(platform))} is planned, and no phase brings it.`,
        why: 'Everybody counts on it, and it is nobody’s next step.',
        todo: `Bring it in a phase, \`change ${platform.name} { status live }\`, or drop it.`,
      },
    });
  }
}

function reportSkills(model: OrgModel, plans: readonly Plan[], ctx: Context<Options>): void {
  const gaps = plans.map((plan) => skillsGap(model, plan.id));
  const sourced = new Set<string>();
  for (const { skills } of gaps) for (const { skill, open } of skills) if (!open) sourced.add(skill.id);
  const said = new Set<string>();
  for (const gap of gaps.flatMap(({ skills }) => skills)) {
    const { skill, open } = gap;
    if (!open || sourced.has(skill.id) || said.has(skill.id)) continue;
    said.add(skill.id);
    const { by, ref, phase } = gap.neededAt;
    const needing = findPlanned(model, by);
    ctx.report({
      at: ref.at,
      element: needing && !phase ? by : (phase?.id ?? by),
      property: skill.id,
      message: {
        what: `${whoNeeds(gap, model)} needs ${quote(label(skill))}, nobody has it, and no phase sources it.`,
        why: 'A plan that needs a skill and does not say where it comes from waits for it.',
        todo: `Say how it is sourced: \`source ${skill.name} by hire\`, \`train\` or \`partner\`.`,
      },
    });
  }
}

/** After a phase, elements may be called otherwise than today. */
function whoNeeds({ neededAt: { by, phase }, skill }: SkillGap, model: OrgModel): string {
  const element = findPlanned(model, by);
  if (element) return quote(label(element));
  return phase ? `After ${phaseName(phase)} somebody` : `Whoever uses ${quote(label(skill))}`;
}
