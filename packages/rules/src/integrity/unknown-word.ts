import { defineReportedRule } from '../define-rule.ts';

export const rule = defineReportedRule({
  id: 'integrity/unknown-word',
  summary: 'A word outside the fixed set that a statement knows: `status alive`, `model federated`.',
  rationale:
    'Where a statement takes one of a few words (`live`, `retiring`, `retired`), rules and charts know what each of them means. They know nothing of any other word.',
  source: 'The language: values of fixed sets are checked.',
  reported: {
    why: 'Charts and checks treat the statement as if it were not there.',
    todo: 'Use one of the words that this statement knows.',
  },
  clean: [`organization harbor "Harbor Hotels" { model hybrid }\n`],
  findings: [
    {
      source: `organization harbor "Harbor Hotels" { model ⟦federated⟧ }\n`,
      says: '`model` knows no `federated`. It takes `centralized`, `decentralized` or `hybrid`.',
    },
  ],
  fix: { does: 'Writes a word that the statement knows.', safe: false },
});
