import type { ElementId, Phase, PhaseChange } from '@mktorg/model';
import { label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { quote, several } from '../wording.ts';

export const rule = defineRule({
  id: 'plan/four-parts',
  summary:
    'A phase without one of the four parts: martech, skills sourcing, roles and responsibilities, organization structure.',
  rationale:
    'Every phase of a transformation has four parts. A platform without the skills to run it stands idle, a team without a platform works by hand, a new structure without new responsibilities is a new chart for the old quarrels. A phase that leaves one part out has usually forgotten it.',
  source:
    'Practitioners of transformation: every phase has a martech gap analysis, skills sourcing, roles and responsibilities, and organization structure.',
  judgement: `Martech is any change of a platform, an AI capability or a dataset. Skills are \`source\`. Roles and responsibilities are a role that comes, goes or changes, and any change of who is responsible for, owns or decides something. Structure is a team, committee, initiative or dotted line that comes or goes, whatever moves or merges among them, and any change of leads, members, solid lines or of whom a team serves. One change may count for several. A phase in which nothing is to be done for one of them says so: \`allow plan/four-parts because "…"\`. A phase without any change is for [plan/unchanged](unchanged.md).`,
  judged: 'once',
  subjects: ['phase'],
  reach: 'element',
  clean: [
    `skill martech-architecture "Martech architecture"
team desk "Email desk" { role writer "Writer" }
platform mail "Email"
plan rebuild "Rebuild" {
  phase found "Found" from 2027-01 to 2027-06 {
    add team operations "Marketing operations" { lead head  role head "Head" }
    change mail { owner operations }
    source martech-architecture by hire
  }
}
`,
  ],
  findings: [
    {
      source: `team desk "Email desk" { role writer "Writer" }
plan rebuild "Rebuild" {
  phase ⟦found⟧ "Found" from 2027-01 to 2027-06 {
    add team operations "Marketing operations"
    move desk.writer to operations
  }
}
`,
      says: 'The phase “Found” says nothing of martech and skills sourcing.',
    },
  ],
  check(phase, ctx) {
    const missing = parts.filter(({ isPart }) => !phase.changes.some((change) => isPart(change)));
    if (missing.length === 0 || !changesSomething(phase)) return;
    ctx.report({
      at: phase.nameAt,
      property: 'parts',
      message: {
        what: `The phase ${quote(label(phase))} says nothing of ${several(missing.map(({ name }) => name))}.`,
        why: 'People, skills, responsibilities and platforms change together: what is left out comes back as a gap.',
        todo: `Add what belongs to it (${missing.map(({ hint }) => hint).join('; ')}), or say why there is none: \`allow plan/four-parts because "…"\`.`,
      },
    });
  },
});

function changesSomething({ changes }: Phase): boolean {
  return changes.some(({ type }) => type !== 'told' && type !== 'source');
}

interface Part {
  readonly name: string;
  readonly hint: string;
  readonly isPart: (change: PhaseChange) => boolean;
}

const parts: readonly Part[] = [
  {
    name: 'martech',
    hint: '`add platform …`, `retire …`, `change … { … }`',
    isPart: (change) => isAbout(change, ['platform', 'ai', 'dataset']),
  },
  {
    name: 'skills sourcing',
    hint: '`source … by hire`',
    isPart: ({ type }) => type === 'source',
  },
  {
    name: 'roles and responsibilities',
    hint: '`add role …`, `change … { responsible for … }`',
    isPart: (change) => isAbout(change, ['role']) || states(change, dutyFields),
  },
  {
    name: 'organization structure',
    hint: '`add team …`, `move …`, `merge …`',
    isPart: (change) =>
      ((change.type !== 'change' || change.adds.length > 0) &&
        isAbout(change, ['team', 'committee', 'initiative', 'dotted-line'])) ||
      (change.type === 'move' && isAbout(change, ['role'])) ||
      states(change, structureFields),
  },
];

const dutyFields = [
  'responsibilities',
  'decides',
  'coordinates',
  'owner',
  'roadmap',
  'workflowOwner',
  'budgetOwner',
  'holders',
  'needs',
  'by',
];
const structureFields = [
  'lead',
  'reportsTo',
  'chair',
  'members',
  'governs',
  'serves',
  'embeds',
  'partnersWith',
  'drawsOn',
];

function isAbout({ type, what, adds }: PhaseChange, kinds: readonly string[]): boolean {
  if (type === 'told' || type === 'source') return false;
  const ids = [...what.map(({ id }) => id), ...adds.map(({ id }) => id)];
  return ids.some((id) => kinds.includes(kindIn(id)));
}

function states({ type, states }: PhaseChange, fields: readonly string[]): boolean {
  return type === 'change' && states.some(({ field }) => fields.includes(field));
}

function kindIn(id: ElementId): string {
  return id.slice(0, id.indexOf(':'));
}
