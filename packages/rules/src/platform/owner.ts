import { label, shortestName, statusOf } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { keyOf, silence, silenceOption } from '../inventory.ts';
import { count, quote } from '../wording.ts';

const unanswered = silence(
  (element) => element.kind === 'platform' && isThere(statusOf(element)),
  (element) => element.kind === 'platform' && element.owner !== undefined,
);

export const rule = defineRule({
  id: 'platform/owner',
  summary: 'A platform without an owner.',
  rationale:
    'The first question about any platform is whose it is: who answers for the cost, the data in it and the result. Platforms that nobody owns are renewed by nobody in particular, year after year.',
  source: 'Practitioners: silo purchases end in a mishmash of platforms that nobody owns.',
  judgement:
    'Retired platforms are not judged. Of an inventory that names no owners at all, one finding says so, rather than one for each platform.',
  subjects: ['platform'],
  reach: 'neighbors',
  basis: (model) => keyOf(unanswered(model, 0)),
  options: { many: silenceOption },
  clean: [
    `team sales-desk "Sales desk"\nplatform crm "CRM" { owner sales-desk  used by sales-desk }\n`,
    `platform old-mail "Old email tool" { status retired }\n`,
  ],
  findings: [
    {
      source: `team sales-desk "Sales desk"\nplatform ⟦crm⟧ "CRM" { used by sales-desk }\n`,
      says: '“CRM” has no owner.',
    },
  ],
  fix: { does: 'Adds `owner` for you to complete.', safe: false },
  check(platform, ctx) {
    if (platform.owner || statusOf(platform) === 'retired') return;
    const all = unanswered(ctx.model, ctx.options.many);
    if (all && all.first !== platform.id) return;
    ctx.report({
      at: platform.nameAt,
      property: 'owner',
      message: {
        what: all
          ? `None of the ${count(all.elements, 'platform')} has an owner; this is the first.`
          : `${quote(label(platform))} has no owner.`,
        why: 'Nobody answers for its cost, its data and its result.',
        todo: 'Say who owns it: `owner …`.',
      },
      fixes: (model) => {
        const user = platform.uses[0]?.by;
        const candidate = user?.startsWith('team:') ? shortestName(model, user, platform.id) : 'team';
        const title = `Say who owns ${quote(label(platform))}`;
        return [{ title, safe: false, edits: [addStatement(platform.id, `owner ${candidate}`, candidate)] }];
      },
    });
  },
});

function isThere(status: string): boolean {
  return status !== 'planned' && status !== 'retired';
}
