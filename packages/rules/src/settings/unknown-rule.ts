import { closest, label, type OrgModel, type Place } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { allowsOf, allowText } from '../engine/allowing.ts';
import { type Fix, replaceAt } from '../fix.ts';
import type { Report } from '../rule.ts';
import { quote } from '../wording.ts';

export const rule = defineModelRule({
  id: 'settings/unknown-rule',
  summary: 'A rule that does not exist, in `rules { … }` or in an `allow`.',
  rationale:
    'A setting or an `allow` for a rule that does not exist does nothing: usually a slip in the id. What it was meant for goes on being reported, or worse, goes on being switched on by default.',
  source: 'A convention of this project, as of most checkers.',
  clean: [
    `rules { reporting/span-of-control info }\n`,
    `team web "Web" {
  allow reporting/team-has-lead because "The lead starts in March"
  role developer "Web developer"
}
`,
  ],
  findings: [
    {
      source: `rules { ⟦reporting/span-of-controll⟧ info }\n`,
      says: 'There is no rule reporting/span-of-controll. Did you mean reporting/span-of-control?',
    },
    {
      source: `team web "Web" {\n  ⟦allow reporting/lead because "The lead starts in March"⟧\n}\n`,
      says: '“Web” allows reporting/lead, and there is no such rule.',
    },
  ],
  fix: { does: 'Writes the rule that was probably meant.', safe: false },
  check(model, ctx) {
    const ids = [...ctx.rules.keys()];
    for (const { rule: id, at } of model.settings) {
      if (ctx.rules.has(id)) continue;
      const near = closest(id, ids, 3);
      ctx.report({
        at: { ...at, endLine: at.line, endColumn: at.column + id.length },
        property: id,
        message: {
          what: `There is no rule ${id}.${near[0] ? ` Did you mean ${near[0]}?` : ''}`,
          ...advice,
        },
        fixes: () =>
          near.map((right) =>
            fixTo(right, { ...at, endLine: at.line, endColumn: at.column + id.length }, right),
          ),
      });
    }
    for (const report of unknownAllows(model, ids)) ctx.report(report);
  },
});

const advice = {
  why: 'A setting for a rule that does not exist does nothing.',
  todo: 'Correct the id; `mktorg rules` lists them all.',
};

function* unknownAllows(model: OrgModel, ids: readonly string[]): Iterable<Report> {
  const known = new Set(ids);
  for (const { element, allow } of allowsOf(model)) {
    if (known.has(allow.rule)) continue;
    yield {
      at: allow.at,
      element: element.id,
      property: allow.rule,
      message: {
        what: `${quote(label(element))} allows ${allow.rule}, and there is no such rule.`,
        ...advice,
      },
      fixes: () =>
        closest(allow.rule, ids, 3).map((right) =>
          fixTo(right, allow.at, allowText({ ...allow, rule: right })),
        ),
    };
  }
}

function fixTo(right: string, at: Place, text: string): Fix {
  return { title: `Write ${right}`, safe: false, edits: [replaceAt(at, text)] };
}
