import { defineReportedRule } from '../define-rule.ts';

export const rule = defineReportedRule({
  id: 'integrity/wrong-kind',
  summary:
    'A name of something that cannot stand here: a platform that leads a team, a team in a place for regions.',
  rationale:
    'Every statement says what kinds of elements it may name. A name of another kind is kept as text, and means nothing to the model.',
  source: 'The language: references know the kinds that they lead to.',
  reported: {
    why: 'What the statement says is lost: it connects to nothing.',
    todo: 'Name an element of the right kind.',
  },
  clean: [`region emea "EMEA"\nteam emea-marketing "EMEA marketing" in emea\n`],
  findings: [
    {
      source: `external sales "Sales"\nteam emea-marketing "EMEA marketing" in ⟦sales⟧\n`,
      says: '`sales` is an external; a region or a business line can stand here.',
    },
  ],
  fix: {
    does: 'Writes the name of the right kind that was probably meant, where there is one.',
    safe: false,
  },
});
