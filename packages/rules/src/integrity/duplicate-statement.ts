import { defineReportedRule } from '../define-rule.ts';

export const rule = defineReportedRule({
  id: 'integrity/duplicate-statement',
  summary: 'A statement that an element can have once, made twice.',
  rationale:
    'A platform has one owner and a team has one lead. Where both lines stand, one of them is out of date, and only people know which. Statements that take a list may be repeated: their lists add up.',
  source: 'The language: one fact, one line, one place.',
  reported: {
    why: 'Only the first of the two statements counts.',
    todo: 'Keep the one that is true.',
  },
  clean: [
    `team brand "Brand"
platform library "Asset library" {
  owner brand
  used by brand for "masters"
  used by brand for "approved images"
}
`,
  ],
  findings: [
    {
      source: `team brand "Brand"
team studio "Studio"
platform library "Asset library" {
  owner brand
  ⟦owner studio⟧
  used by brand
}
`,
      says: '`owner` is stated twice, and can be stated once: the first counts. Remove one.',
    },
  ],
});
