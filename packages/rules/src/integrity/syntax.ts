import { defineReportedRule } from '../define-rule.ts';

export const rule = defineReportedRule({
  id: 'integrity/syntax',
  summary: 'Text that the language cannot read.',
  rationale:
    'What cannot be read is not in the model: charts, checks and reviews go on without it. Everything before and after it is kept.',
  source: 'The grammar of the language.',
  reported: {
    why: 'What cannot be read is missing from the chart and from every check.',
    todo: 'Complete or correct the text here.',
  },
  clean: [`team brand "Brand" {\n  note "Moved in March"\n}\n`],
  findings: [
    {
      source: `team brand "Brand" {\n  note ⟦"Moved in March⟧\n}\n`,
      says: 'This text has no closing quote. A text ends on the line where it starts.',
    },
  ],
  fix: {
    does: 'Writes what seems to be meant: a brace that is missing, a name with `-`, a date year first, or the character that the language knows in the place of a look-alike.',
    safe: false,
  },
});
