import { defineModelRule } from '../define-rule.ts';
import { quote, several } from '../wording.ts';

export const rule = defineModelRule({
  id: 'settings/unknown-option',
  summary: 'An option that a rule does not have, or a value that it cannot take.',
  rationale:
    'An option with a slip in its name leaves the default in place, and nobody sees that the threshold is not the one that was agreed.',
  source: 'A convention of this project, as of most checkers.',
  clean: [`rules { reporting/span-of-control warning { max 8 } }\n`],
  findings: [
    {
      source: `rules { ⟦reporting/span-of-control warning { most 8 }⟧ }\n`,
      says: 'reporting/span-of-control has no option “most”; it has “max”.',
    },
    {
      source: `rules { ⟦reporting/span-of-control warning { max "eight" }⟧ }\n`,
      says: 'The option “max” of reporting/span-of-control is a number, and “eight” is none.',
    },
  ],
  check(model, ctx) {
    for (const { rule: id, options, at } of model.settings) {
      const known = ctx.rules.get(id)?.options;
      if (!known) continue;
      for (const [name, value] of Object.entries(options)) {
        const option = known[name];
        if (typeof option?.default === typeof value) continue;
        const names = Object.keys(known).map(quote);
        ctx.report({
          at,
          property: `${id} ${name}`,
          message: {
            what: option
              ? `The option ${quote(name)} of ${id} is a ${typeof option.default === 'number' ? 'number' : 'text'}, and ${quote(String(value))} is none.`
              : `${id} has no option ${quote(name)}; it has ${names.length > 0 ? several(names) : 'none'}.`,
            why: 'The default goes on counting, and nobody sees that it is not what was agreed.',
            todo: `Correct it; \`mktorg explain ${id}\` lists the options.`,
          },
        });
      }
    }
  },
});
