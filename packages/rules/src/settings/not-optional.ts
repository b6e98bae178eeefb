import { label } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { allowsOf } from '../engine/allowing.ts';
import { isOptional } from '../engine/configuration.ts';
import { removeAt } from '../fix.ts';
import { quote } from '../wording.ts';

export const rule = defineModelRule({
  id: 'settings/not-optional',
  summary:
    'An integrity rule or a rule about settings that an element allows, or an integrity rule that the model sets.',
  rationale:
    'What the integrity rules find is no matter of taste: a name that means nothing, a circle in the reporting line. Charts and sums are wrong until it is put right, so it can be neither allowed nor switched off. A rule about settings can be switched off as a whole, and not be allowed on one element.',
  source: 'A decision of this project.',
  clean: [`rules { settings/unused-allow off because "We clean up once a year" }\n`],
  findings: [
    {
      source: `rules { ⟦integrity/reporting-cycle off⟧ }\n`,
      says: 'integrity/reporting-cycle is an integrity rule; its severity cannot be set.',
    },
    {
      source: `team web "Web" {\n  ⟦allow integrity/lead-outside-team because "An exception"⟧\n}\n`,
      says: '“Web” allows integrity/lead-outside-team, which cannot be allowed.',
    },
  ],
  fix: { does: 'Removes the line.', safe: true },
  check(model, ctx) {
    for (const { rule: id, at } of model.settings) {
      if (!ctx.rules.has(id) || !id.startsWith('integrity/')) continue;
      ctx.report({
        at,
        property: id,
        message: { what: `${id} is an integrity rule; its severity cannot be set.`, ...advice },
        fixes: () => [{ title: 'Remove the setting', safe: true, edits: [removeAt(at)] }],
      });
    }
    for (const { element, allow } of allowsOf(model)) {
      if (!ctx.rules.has(allow.rule) || isOptional({ id: allow.rule })) continue;
      ctx.report({
        at: allow.at,
        element: element.id,
        property: allow.rule,
        message: {
          what: `${quote(label(element))} allows ${allow.rule}, which cannot be allowed.`,
          ...advice,
        },
        fixes: () => [{ title: 'Remove the `allow`', safe: true, edits: [removeAt(allow.at)] }],
      });
    }
  },
});

const advice = {
  why: 'The line does nothing, and pretends that the matter is settled.',
  todo: 'Remove it, and put right what the rule finds.',
};
