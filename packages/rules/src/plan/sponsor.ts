import type { OrgModel, Plan, Team } from '@mktorg/model';
import { childrenOf, label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'plan/sponsor',
  summary: 'A plan or a core team without an executive sponsor.',
  rationale:
    'A transformation takes something from somebody: a tool, a budget, a decision. Only an executive who stands behind it can settle that, and without one the first objection stops the plan.',
  source: 'Practitioners of transformation: a charter names its executive sponsor.',
  judgement:
    'A plan has one with `sponsor`, or with that of its charter. A core team has one in its charter; where it has no charter, [plan/charter](charter.md) says so.',
  subjects: ['plan', 'team'],
  reach: 'neighbors',
  clean: [
    `role cmo "CMO"\nplan rebuild "Rebuild" { sponsor cmo }\n`,
    `role cmo "CMO"\nplan rebuild "Rebuild" { charter { mission "One stack."  sponsor cmo } }\n`,
    `role cmo "CMO"\nteam core "Core" as core-team { charter { mission "One stack."  sponsor cmo } }\n`,
  ],
  findings: [
    {
      source: `plan ⟦rebuild⟧ "Rebuild" { charter { mission "One stack." } }\n`,
      says: 'The plan “Rebuild” has no sponsor.',
    },
    {
      source: `team ⟦core⟧ "Core" as core-team { charter { mission "One stack." } }\n`,
      says: 'The core team “Core” has no sponsor.',
    },
  ],
  fix: { does: 'Adds `sponsor` for you to complete.', safe: false },
  check(subject, ctx) {
    const charters = chartersOf(ctx.model, subject);
    const [charter] = charters;
    if (subject.kind === 'team' && (!charter || subject.form?.id !== 'form:core-team')) return;
    if ((subject.kind === 'plan' && subject.sponsor) || charters.some(({ sponsor }) => sponsor)) return;
    const name = quote(label(subject));
    const element = subject.kind === 'team' && charter ? charter.id : subject.id;
    ctx.report({
      at: subject.nameAt,
      property: 'sponsor',
      message: {
        what: `The ${subject.kind === 'plan' ? 'plan' : 'core team'} ${name} has no sponsor.`,
        why: 'Without an executive behind it, the first objection stops it.',
        todo:
          subject.kind === 'plan'
            ? 'Say who stands behind it: `sponsor …`.'
            : 'Say in its charter who stands behind it: `sponsor …`.',
      },
      fixes: () => [
        {
          title: `Say who sponsors ${name}`,
          safe: false,
          edits: [addStatement(element, 'sponsor whom', 'whom')],
        },
      ],
    });
  },
});

function chartersOf(model: OrgModel, subject: Plan | Team) {
  return childrenOf(model, subject.id).flatMap((child) => (child.kind === 'charter' ? [child] : []));
}
