import type { ElementId, External, OrgModel, Role, Team } from '@mktorg/model';
import { find, holdersOf, label, managerOf, reportingChain, shortestName } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { isDepartment } from '../departments.ts';
import { addStatement } from '../fix.ts';
import { isTeamOf, teamsFrom, teamsOf } from '../functions.ts';
import { holds, isWork } from '../holding.ts';
import { quote } from '../wording.ts';

export const rule = defineModelRule({
  id: 'placement/pr-dotted-line',
  severity: 'warning',
  summary: 'Communications or public relations outside marketing, with no dotted line to it.',
  rationale:
    'Communications is often a department of its own, near the chief executive. The public does not see the border: press, campaigns and social channels tell one story or contradict each other. A strong dotted line is what keeps them together.',
  source:
    'Practitioners: where communications has its own department, give it a strong dotted line to marketing.',
  judgement: `Judged are teams that are \`communications\`, \`public-relations\` or \`corporate-communications\`, teams and roles that are responsible or accountable for the capability \`public-relations\` or \`communications\`, and external departments whose name, title or tags say so.

Marketing is found by its solid lines: its head is the lowest role that has more than half of the teams for growth, product marketing, brand, content and marketing operations below, or at least the most of them. Whoever reports to that head, directly or not, or stands inside one of those teams, is inside. A model without such teams and a head is not judged, and neither is a team of which nobody knows who leads it or to whom it reports.

A line counts in either direction, between anything in the one and anything in the other. A recorded ruling (\`placed because\`) satisfies the rule.`,
  clean: [
    `team growth-team "Growth" is growth {
  lead cmo
  role cmo "CMO"
}
team comms "Corporate communications" is communications {
  lead director
  role director "Communications Director" { ..> cmo "story alignment" { strength strong } }
}
`,
    `team brand "Brand" is brand-marketing {
  lead director
  role director "Brand Director"
  team press "Press office" is public-relations
}
`,
  ],
  findings: [
    {
      source: `team growth-team "Growth" is growth {
  lead cmo
  role cmo "CMO"
}
team ⟦comms⟧ "Corporate communications" is communications {
  lead director
  role director "Communications Director"
}
`,
      says: '“Corporate communications” is outside marketing, and no dotted line joins the two.',
    },
    {
      source: `external ⟦press-office⟧ "Press Office"
team growth-team "Growth" is growth {
  lead cmo
  role cmo "CMO"
}
`,
      says: '“Press Office” is outside marketing, and no dotted line joins the two.',
    },
  ],
  fix: { does: 'Draws a strong dotted line to the head of marketing.', safe: false },
  reads(element) {
    if (element.kind === 'team') {
      const { term, lead, reportsTo, ruling } = element;
      return [term, lead, reportsTo, ruling, pressCapabilities.map((id) => holds(element, id))];
    }
    if (element.kind === 'role') {
      const isDesk = pressCapabilities.some((id) => holds(element, id));
      return isDesk || element.reportsTo.length > 0 ? [isDesk, element.reportsTo, element.ruling] : undefined;
    }
    if (element.kind === 'external') return [element.title, element.tags];
    return element.kind === 'dotted-line' ? [element.from, element.to] : undefined;
  },
  readsLines: (model) => pressDesks(model).length > 0,
  check(model, ctx) {
    const desks = pressDesks(model);
    if (desks.length === 0) return;
    const marketing = marketingOf(model);
    if (!marketing) return;
    const outside = desks.filter((desk) => !isRuled(desk) && !marketing.has(desk.id) && hasLine(model, desk));
    const joined = outside.length > 0 ? joinedTo(model, outside, marketing) : new Set();
    for (const desk of outside) {
      if (joined.has(desk.id)) continue;
      ctx.report({
        at: desk.nameAt,
        element: desk.id,
        message: {
          what: `${quote(label(desk))} is outside marketing, and no dotted line joins the two.`,
          why: 'Press, campaigns and social channels then tell different stories to the same public.',
          todo: 'Draw a dotted line with its purpose, or record why none is needed: `placed because "…"`.',
        },
        related: [{ message: `${quote(label(marketing.head))} heads marketing.`, at: marketing.head.nameAt }],
        fixes: (latest) => {
          const head = shortestName(latest, marketing.head.id, desk.id);
          const line = `..> ${head} "story alignment" { strength strong }`;
          const title = `Draw a dotted line to ${quote(label(marketing.head))}`;
          return [{ title, safe: false, edits: [addStatement(desk.id, line, 'story alignment')] }];
        },
      });
    }
  },
});

type Desk = Team | Role | External;

const pressFunctions = [
  'function:communications',
  'function:public-relations',
  'function:corporate-communications',
];
const pressCapabilities = ['capability:public-relations', 'capability:communications'];
const coreFunctions = [
  'growth',
  'product-marketing',
  'brand-marketing',
  'content-marketing',
  'marketing-operations',
];

function isRuled(desk: Desk): boolean {
  return desk.kind !== 'external' && desk.ruling !== undefined;
}

/** Whether anybody knows who leads it or to whom it reports. */
function hasLine(model: OrgModel, desk: Desk): boolean {
  if (desk.kind === 'external') return true;
  return (desk.kind === 'team' && desk.lead !== undefined) || managerOf(model, desk.id) !== undefined;
}

/** Outermost ones only: what stands inside another one is not judged again. */
function pressDesks(model: OrgModel): readonly Desk[] {
  const desks = new Map<ElementId, Desk>();
  for (const id of pressFunctions) for (const team of teamsOf(model, id)) desks.set(team.id, team);
  for (const id of pressCapabilities) {
    for (const { holder, responsibility } of holdersOf(model, id)) {
      if (isWork(responsibility)) desks.set(holder.id, holder);
    }
  }
  for (const external of model.byKind.external) {
    if (isDepartment(external, 'communications')) desks.set(external.id, external);
  }
  return [...desks.values()].filter(
    (desk) => !teamsFrom(model, desk.id).some((team) => team.id !== desk.id && desks.has(team.id)),
  );
}

function isPressTeam({ term }: Team): boolean {
  return term !== undefined && pressFunctions.includes(term.id);
}

interface Marketing {
  readonly head: Role;
  has(id: ElementId): boolean;
}

function marketingOf(model: OrgModel): Marketing | undefined {
  const teams = model.byKind.team.filter(
    (team) => !isPressTeam(team) && isTeamOf(model, team, coreFunctions),
  );
  const head = headOf(teams.map((team) => managersOf(model, team.id)));
  if (!head) return undefined;
  const inside = new Set<ElementId>(teams.map((team) => team.id));
  return {
    head,
    has: (id) =>
      id === head.id ||
      managersOf(model, id).some((manager) => manager.id === head.id) ||
      teamsFrom(model, id).some((team) => inside.has(team.id)),
  };
}

/** The lowest manager that more than half of the lines lead to, or else the one that most of them lead to. */
function headOf(lines: readonly (readonly Role[])[]): Role | undefined {
  const below = new Map<ElementId, number>();
  let most = 0;
  for (const { id } of lines.flat()) {
    const teams = (below.get(id) ?? 0) + 1;
    below.set(id, teams);
    most = Math.max(most, teams);
  }
  const enough = Math.min(most, Math.floor(lines.length / 2) + 1);
  for (const line of lines) {
    const head = line.find(({ id }) => (below.get(id) ?? 0) >= enough);
    if (head) return head;
  }
  return undefined;
}

/** Who leads a team, or whom a role reports to, and everybody above, nearest first. */
function managersOf(model: OrgModel, id: ElementId): readonly Role[] {
  const element = find(model, id);
  const lead = element?.kind === 'team' && element.lead ? find(model, element.lead.id) : undefined;
  const first = lead?.kind === 'role' ? lead : managerOf(model, id);
  const line = first ? [first, ...reportingChain(model, first.id)] : [];
  return line.filter((manager) => manager.kind === 'role');
}

/** The desks that a dotted line joins to marketing. */
function joinedTo(model: OrgModel, desks: readonly Desk[], marketing: Marketing): ReadonlySet<ElementId> {
  const ids = new Set(desks.map((desk) => desk.id));
  const deskOf = (id: ElementId): ElementId | undefined =>
    ids.has(id) ? id : teamsFrom(model, id).find((team) => ids.has(team.id))?.id;
  const joined = new Set<ElementId>();
  for (const line of model.byKind['dotted-line']) {
    const [from, to] = [deskOf(line.from.id), deskOf(line.to.id)];
    if (from !== undefined && marketing.has(line.to.id)) joined.add(from);
    if (to !== undefined && marketing.has(line.from.id)) joined.add(to);
  }
  return joined;
}
