import type { ElementId, OrgModel, Place, Role } from '@mktorg/model';
import { findAs, label, managerOf, reportingChain, reportingCycles, teamsLedBy } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { named } from '../naming.ts';
import type { Message } from '../rule.ts';
import { count, quote } from '../wording.ts';

export const rule = defineModelRule({
  id: 'integrity/reporting-cycle',
  summary: 'Roles that report to each other in a circle.',
  rationale:
    'Solid lines form a tree: whoever follows them upward arrives at the top. In a circle everybody is the manager of everybody, nobody decides, and the roles have no place in the chart.',
  source: 'What a reporting line is.',
  clean: [
    `team brand "Brand" {
  lead director
  role director "Brand Director"
  role designer "Designer"
}
`,
  ],
  findings: [
    {
      source: `role editor "Managing Editor" { reports to ⟦writer⟧ }
role writer "Writer" { reports to designer }
role designer "Designer" { reports to editor }
`,
      says: '3 roles report to each other in a circle: “Managing Editor” → “Writer” → “Designer” → “Managing Editor”.',
    },
  ],
  reads: () => undefined,
  readsLines: (model, { above, found }) =>
    above.length > 0 && (found || above.some((id) => isInCircle(model, id))),
  check(model, ctx) {
    for (const cycle of reportingCycles(model)) {
      const [first, ...others] = startingWhereItCanBreak(cycle);
      if (!first) continue;
      const names = [first, ...others, first].map((role) => quote(label(role)));
      ctx.report({
        at: lineOf(model, first),
        element: first.id,
        also: others.map((role) => role.id),
        message: {
          ...(others.length === 0 ? alone(quote(label(first))) : circle(names)),
        },
        related: others.map((role) => ({
          message: `${quote(label(role))} reports to ${nextAfter(model, cycle, role)}.`,
          at: lineOf(model, role),
        })),
      });
    }
  },
});

function circle(names: readonly string[]): Message {
  return {
    what: `${count(names.length - 1, 'role')} report to each other in a circle: ${names.join(' → ')}.`,
    why: 'Nobody in the circle has a way to the top, so none of them has a place in the chart.',
    todo: 'Let one of them report to a role outside the circle.',
  };
}

function alone(name: string): Message {
  return {
    what: `${name} reports to itself.`,
    why: 'It has no way to the top, and so no place in the chart.',
    todo: 'Say which role it reports to, or remove the statement: then the lead of its team is its manager.',
  };
}

/** A circle that was not there before goes through a role whose line has changed. */
function isInCircle(model: OrgModel, roleId: ElementId): boolean {
  const last = reportingChain(model, roleId).at(-1)?.id ?? roleId;
  return managerOf(model, last) !== undefined;
}

/** The circle turned so that it starts at a role that says to whom it reports. */
function startingWhereItCanBreak(cycle: readonly Role[]): readonly Role[] {
  const start = Math.max(
    0,
    cycle.findIndex((role) => role.reportsTo.length > 0),
  );
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}

/** The statement that makes the line: the role's own, or the lead of a team. */
function lineOf(model: OrgModel, role: Role): Place {
  const own = role.reportsTo[0];
  if (own) return own.at;
  const team = findAs(model, role.parent, 'team');
  const leads = teamsLedBy(model, role.id).some((each) => each.id === team?.id);
  return (leads ? undefined : team?.lead?.at) ?? role.nameAt;
}

function nextAfter(model: OrgModel, cycle: readonly Role[], role: Role): string {
  const next = cycle[(cycle.indexOf(role) + 1) % cycle.length];
  return next ? named(model, next.id) : '';
}
