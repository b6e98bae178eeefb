import type { ElementId, Plan, Platform } from '@mktorg/model';
import { label, statusOf } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { outcomesOf, phasesOf } from '../planning.ts';
import { quote } from '../wording.ts';

export const rule = defineModelRule({
  id: 'platform/obsolete-in-target',
  summary: 'A platform on its way out, or gone, that is still there after the last phase of a plan.',
  rationale:
    'What is retiring costs money, holds data and binds people until it is gone, and the target of the plan is drawn with it. A platform that no phase retires will still be there in five years.',
  source: 'Practitioners: obsolete platforms are kept because nobody is charged with ending them.',
  judgement:
    'Judged are organizations with a plan that has phases: a platform is obsolete by `status retiring` or `status retired`, today or as a phase states it, and it has to be gone after the last phase of one of the plans.',
  judged: 'with phases',
  clean: [
    `platform mail "Email"
platform letters "Letterpost" { status retiring }
plan rebuild "Rebuild" {
  phase found "Found" { retire letters replaced by mail }
}
`,
    `platform letters "Letterpost" { status retiring }\n`,
  ],
  findings: [
    {
      source: `platform mail "Email"
platform letters "Letterpost" { status ⟦retiring⟧ }
plan rebuild "Rebuild" {
  phase found "Found" { change mail { status retired } }
  phase scale "Scale" { retire mail because "Nobody writes any more" }
}
`,
      says: '“Letterpost” is retiring, and still there after “Scale”, the last phase of “Rebuild”.',
    },
  ],
  check(model, ctx) {
    const plans = model.byKind.plan.filter((plan) => phasesOf(model, plan).length > 0);
    const left = new Map<ElementId, Left>();
    const gone = new Set<ElementId>();
    for (const plan of plans) {
      const last = outcomesOf(model, plan).at(-1);
      if (!last) continue;
      const keys = new Map([...last.ids].map(([key, id]) => [id, key]));
      const staying = last.model.byKind.platform.filter((each) => obsolete.has(statusOf(each)));
      for (const platform of staying) {
        const key = keys.get(platform.id) ?? platform.id;
        if (!left.has(key)) left.set(key, { plan, platform, after: label(last.phase) });
      }
      const there = new Set(staying.map(({ id }) => keys.get(id) ?? id));
      for (const { id } of model.byKind.platform) if (!there.has(id)) gone.add(id);
    }
    for (const [id, { plan, platform, after }] of left) {
      if (gone.has(id)) continue;
      ctx.report({
        at: platform.status?.at ?? platform.nameAt,
        element: id,
        property: 'status',
        message: {
          what: `${quote(label(platform))} is ${statusOf(platform)}, and still there after ${quote(after)}, the last phase of ${quote(label(plan))}.`,
          why: 'What nobody is charged with ending goes on costing money and holding data.',
          todo: `Retire it in a phase: \`retire ${platform.name} replaced by …\`.`,
        },
      });
    }
  },
});

interface Left {
  readonly plan: Plan;
  readonly platform: Platform;
  readonly after: string;
}

const obsolete: ReadonlySet<string> = new Set(['retiring', 'retired']);
