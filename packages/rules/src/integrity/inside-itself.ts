import type { OrgModel, PhaseChange } from '@mktorg/model';
import { findPlanned, label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { nameIn } from '../naming.ts';
import { outcomesOf } from '../planning.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'integrity/inside-itself',
  summary: 'A change that puts something into what stands inside it by then.',
  rationale:
    'Two teams cannot each be a part of the other. Lines that are sensible one by one go round in a circle where a line before them has moved the one team into the other, and the plan means only one of them.',
  source: 'What a plan in phases means.',
  judgement:
    'Found are moves, mergers and successors. Where the circle can be seen without carrying out the plan, the text has a problem already (`integrity/wrong-kind`). What has been moved out by then counts as outside.',
  judged: 'with phases',
  subjects: ['plan'],
  reach: 'model',
  clean: [
    `team desk "Email desk" { team letters "Letters" }
team core "Martech core"
plan rebuild "Rebuild" {
  phase found "Found" { move letters to core }
  phase scale "Scale" { merge desk into letters }
}
`,
  ],
  findings: [
    {
      source: `team desk "Email desk"
team core "Martech core"
plan rebuild "Rebuild" {
  phase found "Found" { move desk to core }
  phase scale "Scale" { merge core into ⟦desk⟧ }
}
`,
      says: '“Scale” merges “Martech core” into “Email desk”, which stands inside it by then.',
    },
  ],
  check(plan, ctx) {
    for (const { phase, idle } of outcomesOf(ctx.model, plan)) {
      for (const { how, id, type, beside = '', at } of idle) {
        if (how !== 'inside') continue;
        const [outer, inner] = [nameOf(ctx.model, id), nameOf(ctx.model, beside)];
        ctx.report({
          at,
          element: phase.id,
          property: `${id} ${beside}`,
          message: {
            what: `${quote(label(phase))} ${said(type, outer, inner)}, which stands inside it by then.`,
            why: 'Nothing can stand in itself, so the phase leaves it as it was.',
            todo: `Move ${inner} out of ${outer} first, or name another.`,
          },
        });
      }
    }
  },
});

function said(type: PhaseChange['type'] | undefined, outer: string, inner: string): string {
  if (type === 'retire') return `replaces ${outer} by ${inner}`;
  return `${type === 'merge' ? 'merges' : 'moves'} ${outer} into ${inner}`;
}

function nameOf(model: OrgModel, id: string): string {
  const element = findPlanned(model, id);
  return quote(element ? label(element) : nameIn(id));
}
