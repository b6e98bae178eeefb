import type { DottedLine } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { type Edit, insertAfter, replaceAt } from '../fix.ts';
import { keyOf, silence, silenceOption } from '../inventory.ts';
import { named } from '../naming.ts';
import { count } from '../wording.ts';

const purposeless = silence(
  (element) => element.kind === 'dotted-line',
  (element) => element.kind === 'dotted-line' && !isBare(element),
);

export const rule = defineRule({
  id: 'dotted/purpose',
  summary: 'A dotted line that does not say what it is for.',
  rationale:
    'A dotted line formalizes collaboration beside the solid line: the designer reports to the creative director and works with demand generation on campaign creative. The purpose is what makes it an agreement; without one it is a line on a slide that everybody reads in their own way.',
  source: 'Practitioners recommend dotted lines that formalize collaboration, each for a stated reason.',
  judgement:
    'Imported charts often have lines and no purposes at all. Then one finding, at the first line, says so, rather than one for each.',
  subjects: ['dotted-line'],
  reach: 'neighbors',
  basis: (model) => keyOf(purposeless(model, 0)),
  options: { many: silenceOption },
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
  check(line, ctx) {
    if (!isBare(line)) return;
    const all = purposeless(ctx.model, ctx.options.many);
    if (all && all.first !== line.id) return;
    const [from, to] = [line.from, line.to].map(({ id }) => named(ctx.model, id));
    ctx.report({
      at: line.to.at,
      property: 'purpose',
      message: {
        what: all
          ? `None of the ${count(all.elements, 'dotted line')} has a purpose; this is the first.`
          : `The dotted line from ${from} to ${to} has no purpose.`,
        why: 'Without one it is no agreement: each side reads it in its own way.',
        todo: 'Say what it is for, in a few words behind the line: `..> demand-gen "campaign creative"`.',
      },
      fixes: () => [{ title: 'Say what the dotted line is for', safe: false, edits: [purposeOf(line)] }],
    });
  },
});

function isBare(line: DottedLine): boolean {
  return (line.purpose?.value ?? '').trim() === '';
}

function purposeOf(line: DottedLine): Edit {
  if (line.purpose) return replaceAt(line.purpose.at, '"what for"', 'what for');
  return insertAfter(line.to.at, ' "what for"', 'what for');
}
