import { defineReportedRule } from '../define-rule.ts';

export const rule = defineReportedRule({
  id: 'integrity/misplaced-statement',
  summary:
    'A statement or an element that cannot stand here: a lead in a platform, a step outside a process.',
  rationale:
    'What can be said depends on the kind of element. A statement in the wrong body often means that a brace is missing or that another kind was meant.',
  source: 'The language: the table of statements by kind.',
  reported: {
    why: 'It means nothing here and is left out of the model.',
    todo: 'Move it to an element that can have it, or use the statement that this kind has.',
  },
  clean: [`team brand "Brand" {\n  lead director\n  role director "Brand Director"\n}\n`],
  findings: [
    {
      source: `team brand "Brand"\nplatform library "Asset library" {\n  ⟦seats 2⟧\n  owner brand\n  used by brand\n}\n`,
      says: '`seats` does not apply to a platform. It belongs to: role. A platform can say: cost, owner, roadmap, used by, integrates, personal data, result, renews, bought by, status.',
    },
  ],
});
