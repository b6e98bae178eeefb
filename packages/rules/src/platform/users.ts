import { label, statusOf } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { keyOf, silence, silenceOption } from '../inventory.ts';
import { count, quote } from '../wording.ts';

const unanswered = silence(
  (element) => element.kind === 'platform' && isThere(statusOf(element)),
  (element) => element.kind === 'platform' && element.uses.length > 0,
);

export const rule = defineRule({
  id: 'platform/users',
  summary: 'A platform that nobody is said to use.',
  rationale:
    'A platform is worth what its users do with it. Where nobody knows who uses it, nobody can say what it may cost, who has to be trained, or who is hurt when it goes.',
  source: 'Practitioners: nobody knows what there is, who uses it, and with what result.',
  judgement:
    'Planned and retired platforms are not judged. Of an inventory that names no users at all, one finding says so, rather than one for each platform.',
  subjects: ['platform'],
  reach: 'neighbors',
  basis: (model) => keyOf(unanswered(model, 0)),
  options: { many: silenceOption },
  clean: [
    `team sales-desk "Sales desk"\nplatform crm "CRM" { owner sales-desk  used by sales-desk for "leads" }\n`,
    `team sales-desk "Sales desk"\nplatform crm "CRM" { owner sales-desk  status planned }\n`,
  ],
  findings: [
    {
      source: `team sales-desk "Sales desk"\nplatform ⟦crm⟧ "CRM" { owner sales-desk }\n`,
      says: '“CRM” has no users.',
    },
  ],
  fix: { does: 'Adds `used by` for you to complete.', safe: false },
  check(platform, ctx) {
    if (platform.uses.length > 0 || !isThere(statusOf(platform))) return;
    const all = unanswered(ctx.model, ctx.options.many);
    if (all && all.first !== platform.id) return;
    ctx.report({
      at: platform.nameAt,
      property: 'uses',
      message: {
        what: all
          ? `None of the ${count(all.elements, 'platform')} has users; this is the first.`
          : `${quote(label(platform))} has no users.`,
        why: 'A platform is worth what its users do with it; this one is a cost.',
        todo: 'Say who uses it and for what: `used by … for "…"`. If nobody does: `status retiring`.',
      },
      fixes: () => {
        const edit = addStatement(platform.id, 'used by team for "what for"', 'team for "what for"');
        return [{ title: `Say who uses ${quote(label(platform))}`, safe: false, edits: [edit] }];
      },
    });
  },
});

function isThere(status: string): boolean {
  return status !== 'planned' && status !== 'retired';
}
