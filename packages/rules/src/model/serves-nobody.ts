import type { Element, OrgModel, Team } from '@mktorg/model';
import { childrenOf, findAs, label, mentionsOf } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'model/serves-nobody',
  summary: 'A center of excellence, shared service, in-house agency or core team that serves nobody.',
  rationale:
    'A central team exists for others. Where nobody is named, nobody in particular can ask, the loudest requester is served first, and the team cannot be judged by what it does for anyone.',
  source: 'Practitioners: a resource that several teams share must be clearly defined, with whom it serves.',
  judgement:
    'Judged are teams with a form that exists to serve others (`central` in the vocabulary). Whom a role or team inside it serves counts, and so does whom a process serves that the team owns.',
  subjects: ['team'],
  reach: 'neighbors',
  clean: [
    `team brand "Brand"
team studio "Studio" as in-house-agency { serves brand }
`,
    `team brand "Brand"
team studio "Studio" as in-house-agency
process briefs "Creative requests" { owner studio  serves brand }
`,
  ],
  findings: [
    {
      source: `team brand "Brand"\nteam ⟦studio⟧ "Studio" as in-house-agency\n`,
      says: '“Studio” is an in-house agency and serves nobody.',
    },
  ],
  fix: { does: 'Adds `serves` for you to complete.', safe: false },
  check(team, ctx) {
    const form = findAs(ctx.model, team.form?.id, 'form');
    if (!form?.central || isServing(ctx.model, team)) return;
    const name = label(form).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
    ctx.report({
      at: team.nameAt,
      property: 'serves',
      message: {
        what: `${quote(label(team))} is ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name} and serves nobody.`,
        why: 'A central team without customers is asked by whoever is loudest, and cannot be judged.',
        todo: 'Say whom it serves: `serves …`, teams, regions or the whole organization.',
      },
      fixes: () => [
        {
          title: `Say whom ${quote(label(team))} serves`,
          safe: false,
          edits: [addStatement(team.id, 'serves whom', 'whom')],
        },
      ],
    });
  },
});

function isServing(model: OrgModel, team: Team): boolean {
  const inside = (element: Element): boolean => {
    if (element.kind !== 'team' && element.kind !== 'role') return false;
    return element.serves.length > 0 || childrenOf(model, element.id).some(inside);
  };
  return (
    inside(team) ||
    mentionsOf(model, team.id).some(
      ({ from, field }) => field === 'owner' && (findAs(model, from, 'process')?.serves.length ?? 0) > 0,
    )
  );
}
