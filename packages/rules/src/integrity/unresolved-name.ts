import { defineReportedRule } from '../define-rule.ts';

export const rule = defineReportedRule({
  id: 'integrity/unresolved-name',
  summary: 'A name that nothing in the organization and no term of the vocabulary has.',
  rationale:
    'A statement that names something unknown connects to nothing: the platform has no owner, the line leads nowhere. Usually it is a slip of the pen, or something that was renamed or removed elsewhere.',
  source: 'The language: names are resolved over all files of an organization.',
  reported: {
    why: 'What the statement says is lost until the name means something.',
    todo: 'Correct the name, or declare what it names.',
  },
  clean: [`team brand "Brand"\nplatform library "Asset library" { owner brand  used by brand }\n`],
  findings: [
    {
      source: `team brand "Brand"\nplatform library "Asset library" { owner ⟦bran⟧  used by brand }\n`,
      says: 'No team, role, person, external, committee or partner is called `bran`.',
    },
  ],
  fix: { does: 'Writes the name that was probably meant.', safe: false },
});
