import type { Allow, Element } from '@mktorg/model';
import { label } from '@mktorg/model';
import { defineReportedRule } from '../define-rule.ts';
import { removeAt } from '../fix.ts';
import type { Report } from '../rule.ts';
import { quote } from '../wording.ts';

const reported = {
  why: 'A suppression that outlives its finding hides the next one, which nobody has looked at.',
  todo: 'Remove the `allow`.',
};

export const rule = defineReportedRule({
  id: 'settings/unused-allow',
  summary: 'An `allow` that accepts nothing: its rule finds nothing on that element.',
  rationale:
    'An `allow` records a decision about one finding. When the finding is gone, the decision is done with: left in place, it would silently accept the next finding of that rule on that element.',
  source: 'A convention of this project, as of most checkers.',
  judged: 'with phases',
  judgement:
    'What accepts something after a phase of a plan is used. A rule that did not run (it is off, it was not asked for, or it broke) is not judged, and neither is an unknown rule, which [settings/unknown-rule](unknown-rule.md) reports.',
  reported,
  clean: [
    `platform crm "CRM" {
  used by sales-desk
  allow platform/owner because "The council decides in March"
}
team sales-desk "Sales desk"
`,
  ],
  findings: [
    {
      source: `platform crm "CRM" {
  owner sales-desk
  used by sales-desk
  ⟦allow platform/owner because "The council decides in March"⟧
}
team sales-desk "Sales desk"
`,
      says: '“CRM” allows platform/owner, which finds nothing there.',
    },
  ],
  fix: { does: 'Removes the `allow`.', safe: true },
});

/** What the engine reports once all rules have run. */
export function unusedReport(element: Element, allow: Allow): Report {
  return {
    at: allow.at,
    property: allow.rule,
    message: {
      what: `${quote(label(element))} allows ${allow.rule}, which finds nothing there.`,
      ...reported,
    },
    fixes: () => [
      { title: `Remove the unused \`allow ${allow.rule}\``, safe: true, edits: [removeAt(allow.at)] },
    ],
  };
}
