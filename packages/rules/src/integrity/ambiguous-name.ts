import { defineReportedRule } from '../define-rule.ts';

export const rule = defineReportedRule({
  id: 'integrity/ambiguous-name',
  summary: 'A name that two or more elements have.',
  rationale:
    'A reference is the shortest name that only one element has. Two teams may each have a `designer`; whoever means one of them says `brand.designer`. A name that is declared in an element around the statement wins over one farther away.',
  source: 'The language: references by the shortest unique name.',
  reported: {
    why: 'What the statement says is lost until it is clear which of them is meant.',
    todo: 'Put the name of the team, or of what else stands around it, and a dot before the name.',
  },
  clean: [
    `team brand "Brand" {
  role designer "Designer"
}
team product "Product" {
  role designer "Product designer"
}
brand.designer ..> product "launch pages"
`,
  ],
  findings: [
    {
      source: `team brand "Brand" {
  role designer "Designer"
}
team product "Product" {
  role designer "Product designer"
}
⟦designer⟧ ..> product "launch pages"
`,
      says: '`designer` may mean `brand.designer` or `product.designer`. Write which.',
    },
  ],
  fix: { does: 'Writes one of the names that tell them apart.', safe: false },
});
