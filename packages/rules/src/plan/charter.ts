import type { OrgModel, Plan, Team } from '@mktorg/model';
import { childrenOf, label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'plan/charter',
  summary: 'A plan or a core team without a charter.',
  rationale:
    'The charter comes first: a mission as the north star, goals, and objectives that can be measured. Without it a plan is a list of moves, and a core team is judged by whatever its loudest customer expects.',
  source: 'Practitioners of transformation: step one is a charter.',
  judgement:
    'A plan has one where it, or a team that it adds or changes, holds a `charter`. A core team (`as core-team`) holds its own.',
  subjects: ['plan', 'team'],
  reach: 'neighbors',
  clean: [
    `team core "Martech core" as core-team {
  charter { mission "One stack, local expression." }
}
`,
    `plan rebuild "Rebuild" {
  charter { mission "One stack, local expression." }
}
`,
    `plan rebuild "Rebuild" {
  phase found "Found" {
    add team core "Martech core" as core-team { charter { mission "One stack, local expression." } }
  }
}
`,
  ],
  findings: [
    {
      source: `team ⟦core⟧ "Martech core" as core-team\n`,
      says: 'The core team “Martech core” has no charter.',
    },
    { source: `plan ⟦rebuild⟧ "Rebuild"\n`, says: 'The plan “Rebuild” has no charter.' },
  ],
  fix: { does: 'Adds a `charter` with a mission for you to complete.', safe: false },
  check(subject, ctx) {
    if (isChartered(ctx.model, subject)) return;
    const name = quote(label(subject));
    const kind = subject.kind === 'plan' ? 'plan' : 'core team';
    ctx.report({
      at: subject.nameAt,
      property: 'charter',
      message: {
        what: `The ${kind} ${name} has no charter.`,
        why:
          kind === 'plan'
            ? 'Without a mission and goals nobody can say whether the plan arrived.'
            : 'Without a mission and goals the team is judged by whatever others expect of it.',
        todo: 'Write one: `charter { mission "…" }`, with its goals and objectives.',
      },
      fixes: () => [
        {
          title: `Write a charter for ${name}`,
          safe: false,
          edits: [addStatement(subject.id, 'charter { mission "what for" }', 'what for')],
        },
      ],
    });
  },
});

function isChartered(model: OrgModel, subject: Plan | Team): boolean {
  if (subject.kind === 'team' && subject.form?.id !== 'form:core-team') return true;
  const children = childrenOf(model, subject.id);
  if (children.some(({ kind }) => kind === 'charter')) return true;
  return children.some(
    (child) =>
      child.kind === 'phase' &&
      child.changes.some(
        ({ adds, type, what }) =>
          adds.some(({ kind }) => kind === 'charter') ||
          (type === 'change' &&
            what.some(({ id }) => childrenOf(model, id).some(({ kind }) => kind === 'charter'))),
      ),
  );
}
