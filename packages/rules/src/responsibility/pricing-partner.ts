import type { OrgModel, Ref, Role, Team } from '@mktorg/model';
import { enclosingTeam, find, findAs, label, shortestName } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { isDepartment } from '../departments.ts';
import { insertAfter } from '../fix.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'responsibility/pricing-partner',
  severity: 'info',
  summary: 'Pricing without Revenue or Finance.',
  rationale:
    'Product marketing knows what the market will pay; Revenue or Finance knows what the price does to the margin and the plan. A price that only one of them stands behind is argued about after the launch.',
  source: 'Practitioners place pricing in product marketing *with* Revenue or Finance.',
  judgement:
    'Every team or role that is responsible or accountable for the standard capability `pricing` is judged, unless it is Finance or Revenue itself. A department counts as Revenue or Finance by the words in its name, title or tags, in several languages; `tags finance` settles it in any other case. A `because` on the statement records another arrangement and is respected.',
  subjects: ['team', 'role'],
  reach: 'neighbors',
  clean: [
    `external finance "Finance"
team product-marketing-team "Product marketing" { responsible for pricing with finance }
`,
    `team pmm "Product marketing" { responsible for pricing because "The board sets prices; we only publish them" }
`,
  ],
  findings: [
    {
      source: `external finance "Finance"
team pmm "Product marketing" { responsible for ⟦pricing⟧ }
`,
      says: '“Product marketing” is responsible for pricing with neither Revenue nor Finance.',
    },
  ],
  fix: { does: 'Adds `with` and the department for Revenue or Finance.', safe: false },
  check(holder, ctx) {
    for (const responsibility of holder.responsibilities) {
      const { involvement, because, activities, capabilities } = responsibility;
      if (involvement !== 'responsible' && involvement !== 'accountable') continue;
      const ref = capabilities.find(({ id }) => id === 'capability:pricing');
      if (!ref || because) continue;
      if (isMoney(ctx.model, { id: holder.id }) || isSharedWithMoney(ctx.model, holder)) continue;
      ctx.report({
        at: ref.at,
        property: 'pricing',
        message: {
          what: `${quote(label(holder))} is ${involvement} for pricing with neither Revenue nor Finance.`,
          why: 'Whoever knows the market and whoever answers for the margin have to stand behind one price.',
          todo: 'Say who shares it: `with finance`, or record why nobody does: `because "…"`.',
        },
        fixes: (model) => {
          const last = [...capabilities, ...activities, ...responsibility.with].at(-1) ?? ref;
          const partner = model.byKind.external.find((external) => isMoney(model, external));
          const name = partner ? shortestName(model, partner.id, holder.id) : 'finance';
          const text = responsibility.with.length > 0 ? `, ${name}` : ` with ${name}`;
          const title = `Share pricing with ${quote(partner ? label(partner) : 'finance')}`;
          return [{ title, safe: false, edits: [insertAfter(last.at, text, name)] }];
        },
      });
      return;
    }
  },
});

function isSharedWithMoney(model: OrgModel, holder: Team | Role): boolean {
  return holder.responsibilities.some(
    ({ capabilities, with: partners }) =>
      capabilities.some(({ id }) => id === 'capability:pricing') &&
      partners.some((ref) => isMoney(model, ref)),
  );
}

/** Finance or Revenue, or a part of it. */
function isMoney(model: OrgModel, ref: Pick<Ref, 'id'>): boolean {
  const element = find(model, ref.id);
  if (!element) return false;
  if (isDepartment(element, 'finance') || isDepartment(element, 'revenue')) return true;
  const team = findAs(model, ref.id, 'team') ?? enclosingTeam(model, ref.id);
  return team?.term?.id === 'function:finance' || team?.term?.id === 'function:revenue';
}
