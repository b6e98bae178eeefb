import type { DottedLine } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { type Edit, insertAfter, replaceAt } from '../fix.ts';
import { named } from '../naming.ts';
import { count } from '../wording.ts';

const options = {
  many: {
    default: 10,
    doc: "From how many dotted lines on, where none at all has a purpose, one finding stands for all; this project's own.",
  },
};

export const rule = defineModelRule({
  id: 'dotted/purpose',
  summary: 'A dotted line that does not say what it is for.',
  rationale:
    'A dotted line formalizes collaboration beside the solid line: the designer reports to the creative director and works with demand generation on campaign creative. The purpose is what makes it an agreement; without one it is a line on a slide that everybody reads in their own way.',
  source: 'Practitioners recommend dotted lines that formalize collaboration, each for a stated reason.',
  judgement:
    'Imported charts often have lines and no purposes at all. Then one finding, at the first line, says so, rather than one for each.',
  options,
  clean: [
    `team demand-gen "Demand generation"
role designer "Designer" {
  ..> demand-gen "campaign creative"
}
`,
  ],
  findings: [
    {
      source: `team demand-gen "Demand generation"
role designer "Designer" {
  ..> ⟦demand-gen⟧
}
`,
      says: 'The dotted line from “Designer” to “Demand generation” has no purpose.',
    },
  ],
  fix: { does: 'Adds a purpose for you to write.', safe: false },
  check(model, ctx) {
    const lines = model.byKind['dotted-line'];
    const bare = lines.filter((line) => (line.purpose?.value ?? '').trim() === '');
    const [first] = bare;
    if (!first) return;
    const all = bare.length === lines.length && bare.length >= ctx.options.many;
    for (const line of all ? [first] : bare) {
      ctx.report({
        at: line.to.at,
        element: line.id,
        property: 'purpose',
        message: {
          what: all
            ? `None of the ${count(bare.length, 'dotted line')} has a purpose; this is the first.`
            : `The dotted line from ${named(model, line.from.id)} to ${named(model, line.to.id)} has no purpose.`,
          why: 'Without one it is no agreement: each side reads it in its own way.',
          todo: 'Say what it is for, in a few words behind the line: `..> demand-gen "campaign creative"`.',
        },
        fixes: () => [
          {
            title: 'Say what the dotted line is for',
            safe: false,
            edits: [purposeOf(line)],
          },
        ],
      });
    }
  },
});

function purposeOf(line: DottedLine): Edit {
  if (line.purpose) return replaceAt(line.purpose.at, '"what for"', 'what for');
  return insertAfter(line.to.at, ' "what for"', 'what for');
}
