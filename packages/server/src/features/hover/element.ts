import {
  directReports,
  type Element,
  type ElementId,
  enclosingTeam,
  functionOf,
  handoffs,
  headcount,
  kindNoun,
  label,
  layerOf,
  linesFrom,
  linesTo,
  localityOf,
  managerOf,
  type OrgModel,
  occupancy,
  type Platform,
  type Process,
  type Role,
  somebodyOf,
  span,
  statusOf,
  stepsOf,
  subTeams,
  type Team,
  type Term,
} from '@mktorg/model';
import type { Finding } from '@mktorg/rules';
import { code, escapeMarkdown } from '../../text/markdown.ts';
import { counted } from '../counts.ts';
import { elementOf } from '../subject.ts';

/** Markdown: what an element is and what is derived of it. Text of the model is never markup. */
export function elementHover(model: OrgModel, element: Element, findings: readonly Finding[]): string {
  const facts = factsOf(model, element).filter(([, fact]) => fact !== '');
  return [
    headline(model, element),
    ...(element.description ? [escapeMarkdown(element.description)] : []),
    ...(facts.length > 0
      ? [facts.map(([name, fact]) => `- ${name}${name === '' ? '' : ': '}${fact}`).join('\n')]
      : []),
    ...(findings.length > 0 ? [findingsText(findings)] : []),
  ].join('\n\n');
}

function headline(model: OrgModel, element: Element): string {
  const standard = 'standard' in element && element.standard ? 'standard ' : '';
  const term = elementOf(model, element.term?.id);
  const form = elementOf(model, element.form?.id);
  const what = [
    `${standard}${kindNoun(element.kind)} ${code(element.path)}`,
    ...(term ? [`is ${name(term)}`] : []),
    ...(form ? [`as ${name(form)}`] : []),
    ...(element.scope.length > 0
      ? [
          `in ${names(
            model,
            element.scope.map(({ id }) => id),
          )}`,
        ]
      : []),
  ];
  return `**${name(element)}**  \n${what.join(' · ')}`;
}

type Fact = readonly [name: string, fact: string];

/** What is derived of an element, each with its name. */
export function factsOf(model: OrgModel, element: Element): readonly Fact[] {
  switch (element.kind) {
    case 'role':
      return roleFacts(model, element);
    case 'team':
      return teamFacts(model, element);
    case 'platform':
      return platformFacts(model, element);
    case 'process':
      return processFacts(model, element);
    case 'person': {
      const seats = somebodyOf(model, { name: element.name, person: element.id })?.seats ?? [];
      return [
        [
          'Seats',
          names(
            model,
            seats.map(({ role }) => role.id),
          ),
        ],
        ['Location', escapeMarkdown(element.location?.value ?? '')],
      ];
    }
    case 'dotted-line':
      return [];
    default:
      return 'standard' in element ? termFacts(model, element) : otherFacts(model, element);
  }
}

function roleFacts(model: OrgModel, role: Role): readonly Fact[] {
  const { seats, vacant } = occupancy(model, role);
  const holders = role.holders.map(({ name: holder }) => escapeMarkdown(holder)).join(', ');
  const reports = directReports(model, role.id);
  const below = counted(reports.length, 'role');
  const manager = managerOf(model, role.id);
  const team = enclosingTeam(model, role.id);
  return [
    ['Team', team ? name(team) : ''],
    ['Reports to', manager ? name(manager) : ''],
    ['Direct reports', reports.length === 0 ? '' : `${below}, ${counted(span(model, role.id), 'seat')}`],
    ['Held by', holders],
    [
      'Seats',
      seats === 1 ? (vacant > 0 ? 'vacant' : '') : `${seats}${vacant > 0 ? `, ${vacant} vacant` : ''}`,
    ],
    [
      'Interim',
      role.interim
        ? role.interim.until
          ? `until ${escapeMarkdown(role.interim.until.text)}`
          : 'without an end'
        : '',
    ],
    ['Level', refName(model, role.level)],
    [
      'Skills',
      names(
        model,
        role.skills.map(({ id }) => id),
      ),
    ],
    ['Location', escapeMarkdown(role.location?.value ?? '')],
    ...lineFacts(model, role.id),
  ];
}

function teamFacts(model: OrgModel, team: Team): readonly Fact[] {
  const { roles, seats, vacant, fte } = headcount(model, team.id);
  const area = functionOf(model, team.id);
  const manager = managerOf(model, team.id);
  const responsible = team.responsibilities.flatMap(({ capabilities }) => capabilities.map(({ id }) => id));
  const size = `${counted(seats, 'seat')} in ${counted(roles, 'role')}, ${Math.round(fte * 100) / 100} FTE`;
  return [
    ['Lead', refName(model, team.lead)],
    ['Reports to', manager ? name(manager) : ''],
    ['Headcount', roles === 0 ? '' : `${size}${vacant > 0 ? `, ${vacant} vacant` : ''}`],
    [
      'Teams in it',
      names(
        model,
        subTeams(model, team.id).map(({ id }) => id),
      ),
    ],
    ['Function', area && !team.term ? name(area) : ''],
    ['Placement', localityOf(model, team.id)],
    ['Responsible for', names(model, [...new Set(responsible)])],
    [
      'Serves',
      names(
        model,
        team.serves.map(({ id }) => id),
      ),
    ],
    ...lineFacts(model, team.id),
  ];
}

function lineFacts(model: OrgModel, id: ElementId): readonly Fact[] {
  const purpose = (text: string | undefined): string =>
    text === undefined ? '' : ` “${escapeMarkdown(text)}”`;
  return [
    ...linesFrom(model, id).map(
      (line): Fact => ['Dotted line to', `${refName(model, line.to)}${purpose(line.purpose?.value)}`],
    ),
    ...linesTo(model, id)
      .slice(0, most)
      .map(
        (line): Fact => ['Dotted line from', `${refName(model, line.from)}${purpose(line.purpose?.value)}`],
      ),
  ];
}

function platformFacts(model: OrgModel, platform: Platform): readonly Fact[] {
  const layer = layerOf(model, platform);
  return [
    ['Status', escapeMarkdown(statusOf(platform))],
    ['Layer', layer ? name(layer) : ''],
    ['Owner', refName(model, platform.owner)],
    ['Roadmap', refName(model, platform.roadmap)],
    ['Used by', names(model, [...new Set(platform.uses.map(({ by }) => by))])],
    [
      'Integrates',
      names(
        model,
        platform.integrates.map(({ id }) => id),
      ),
    ],
    ['Renews', escapeMarkdown(platform.renews?.text ?? '')],
  ];
}

function processFacts(model: OrgModel, process: Process): readonly Fact[] {
  const passes = handoffs(model, process.id);
  const steps = stepsOf(model, process.id).length;
  return [
    ['Owner', refName(model, process.owner)],
    [
      'Serves',
      names(
        model,
        process.serves.map(({ id }) => id),
      ),
    ],
    ['Steps', steps === 0 ? '' : `${steps}, ${counted(passes.length, 'handoff')}`],
  ];
}

function termFacts(model: OrgModel, term: Term): readonly Fact[] {
  return [
    ['Part of', refName(model, term.partOf)],
    ['Usual home', namesOf(model, term.home)],
    ['Layer', refName(model, term.layer)],
    ['Above', refName(model, term.above)],
    ['Covered by', namesOf(model, term.coveredBy)],
    ['Also called', term.aliases.map(({ value }) => escapeMarkdown(value)).join(', ')],
  ];
}

/** Who answers for it, under whichever word its kind has for that. */
const answerable = [
  ['owner', 'Owner'],
  ['sponsor', 'Sponsor'],
  ['lead', 'Lead'],
  ['chair', 'Chair'],
  ['by', 'By'],
  ['via', 'Via'],
  ['budgetOwner', 'Budget owner'],
  ['workflowOwner', 'Workflow owner'],
] as const;

function otherFacts(model: OrgModel, element: Element): readonly Fact[] {
  const facts: Fact[] = answerable.flatMap(([field, word]): Fact[] => {
    const ref: unknown = Reflect.get(element, field);
    return hasId(ref) ? [[word, refName(model, ref)]] : [];
  });
  if ('members' in element)
    facts.push([
      'Members',
      names(
        model,
        element.members.map(({ who }) => who),
      ),
    ]);
  if ('until' in element && element.until) facts.push(['Until', escapeMarkdown(element.until.text)]);
  return facts;
}

function hasId(value: unknown): value is { readonly id: ElementId } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

function name(element: Element): string {
  return escapeMarkdown(label(element));
}

function refName(model: OrgModel, ref: { readonly id: ElementId } | undefined): string {
  const element = elementOf(model, ref?.id);
  return element ? name(element) : '';
}

/** Lists that only one kind of term has are missing in the others. */
function namesOf(model: OrgModel, refs: readonly { readonly id: ElementId }[] | undefined): string {
  return names(
    model,
    (refs ?? []).map(({ id }) => id),
  );
}

/** More than these are counted only. */
const most = 8;

function names(model: OrgModel, ids: readonly ElementId[]): string {
  const shown = ids.slice(0, most).map((id) => refName(model, { id }));
  const rest = ids.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].filter((each) => each !== '').join(', ');
}

/** Markdown: findings, each on a line, the first of them. */
export function findingsText(findings: readonly Finding[]): string {
  const shown = findings.slice(0, most).map(({ severity, message, rule }) => {
    return `- **${severity}** ${escapeMarkdown(message)} ${code(rule)}`;
  });
  const rest = findings.length - shown.length;
  return [...shown, ...(rest > 0 ? [`- ${rest} more`] : [])].join('\n');
}
