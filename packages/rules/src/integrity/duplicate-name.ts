import { defineReportedRule } from '../define-rule.ts';

export const rule = defineReportedRule({
  id: 'integrity/duplicate-name',
  summary: 'Two elements of one kind with the same name in the same place.',
  rationale:
    'An element is known by its kind and its qualified name: findings, reviews and stored baselines refer to it by them. Two elements with the same one cannot be told apart. Equal names in different teams are fine, and so are equal titles.',
  source: 'The language: every element has a name of its own.',
  reported: {
    why: 'A statement that uses the name means only the first of them; the other one cannot be reached.',
    todo: 'Give one of them another name, or remove it if both are the same thing.',
  },
  clean: [`team brand "Brand"\nteam brand-emea "Brand"\n`],
  findings: [
    {
      source: `team brand "Brand"\nteam ⟦brand⟧ "Brand EMEA"\n`,
      says: 'There already is a team `brand` here, and the first counts. Rename or remove one.',
    },
  ],
});
