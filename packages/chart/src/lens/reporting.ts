import {
  type DottedLine,
  type ElementId,
  find,
  findAs,
  type OrgModel,
  type Role,
  reportingChain,
} from '@mktorg/model';
import type { ChartOptions } from '../options.ts';
import type { Box, Line, TreeDiagram } from './diagram.ts';
import { aroundBox, belongings } from './reporting/around.ts';
import { boxesOf } from './reporting/boxes.ts';
import { joinedLines, lineEnd, linesOf, strayLines } from './reporting/lines.ts';
import { openTeams } from './reporting/open.ts';
import { type Branch, type Structure, structureOf } from './reporting/structure.ts';
import { counted, nameOf, seatsInWords } from './words.ts';

/** Beyond so many, lines from one closed team to another are left out: nobody could follow them. */
const mostLines = 150;

/** The org chart: who reports to whom in which team, with dotted lines over it. */
export function reportingLens(model: OrgModel, options: ChartOptions): TreeDiagram {
  const structure = structureOf(model);
  const roots = focus(model, structure, options.of);
  const open = openTeams(roots, options);
  const drawn = boxesOf(model, structure.branches, roots, open, belongings(model, options), options);
  const around = new Map<string, Box>();
  const nodeOf = (id: ElementId): string | undefined => {
    return drawn.nodeOf(id) ?? around.get(id)?.id;
  };
  const bring = (id: ElementId): void => {
    if (nodeOf(id) !== undefined) return;
    const box = aroundBox(model, id, options);
    if (box) around.set(id, box);
  };
  for (const id of invited(model, options)) bring(id);

  const end = lineEnd(model);
  const dotted = options.show?.dottedLines === false ? [] : model.byKind['dotted-line'];
  const near: DottedLine[] = [];
  for (const line of dotted) {
    const [from, to] = [end(line.from.id), end(line.to.id)];
    if (drawn.nodeOf(from) === undefined && drawn.nodeOf(to) === undefined) continue;
    near.push(line);
    bring(from);
    bring(to);
  }
  for (const { role, manager } of structure.astray) {
    if (drawn.nodeOf(role.id) !== undefined) bring(manager.id);
  }

  const all = joinedLines(model, near, nodeOf);
  const readable =
    all.length <= mostLines
      ? all
      : all.filter(({ from, to }) => !drawn.closed.has(from) || !drawn.closed.has(to));
  const lines: Line[] = [...strayLines(structure, nodeOf), ...linesOf(model, readable, options)];
  const reportedTo = new Set(lines.filter(({ kind }) => kind === 'reports').map(({ to }) => to));
  const isReportedTo = ({ id, shape }: Box): boolean => shape === 'external' && reportedTo.has(id);
  const title = options.title ?? model.name;
  const { subtitle, said } = summary(model, options.of, roots);
  const notes: string[] = [];
  if (drawn.closed.size > 0 && drawn.hiddenSeats > 0) {
    notes.push(
      `${counted(drawn.closed.size, 'team')} closed; ${counted(drawn.hiddenSeats, 'seat')} not drawn`,
    );
  }
  if (readable.length < all.length) {
    notes.push(`${counted(all.length - readable.length, 'dotted line')} between closed teams not drawn`);
  }
  return {
    policy: 'tree',
    lens: 'reporting',
    title,
    subtitle,
    description: [said, dottedInWords(lines), ...notes].filter((part) => part !== '').join('. '),
    roots: drawn.roots,
    above: [...around.values()].filter(isReportedTo),
    below: [...around.values()].filter((box) => !isReportedTo(box)),
    lines,
    notes,
  };
}

/** What is asked for beyond what lines lead to. */
function invited(model: OrgModel, options: ChartOptions): readonly ElementId[] {
  const { externals, governance } = options.show ?? {};
  return [
    ...(externals ? model.byKind.external : []),
    ...(governance ? model.byKind.committee : []),
    ...(governance ? model.byKind.initiative : []),
  ].map(({ id }) => id);
}

/** The branches from which the picture starts. */
function focus(model: OrgModel, structure: Structure, of: ElementId | undefined): readonly Branch[] {
  const branch = of === undefined ? undefined : structure.branches.get(of);
  if (branch?.element.kind === 'team') return [without(branch)];
  if (branch?.element.kind === 'role') return [focusOnRole(model, structure, branch, branch.element)];
  if (of !== undefined && (findAs(model, of, 'region') || findAs(model, of, 'business-line'))) {
    return inScope(structure, of);
  }
  return structure.roots;
}

/** The topmost teams and roles of a region or business line. */
function inScope(structure: Structure, of: ElementId): readonly Branch[] {
  const found: Branch[] = [];
  const rest = structure.roots.toReversed();
  for (let branch = rest.pop(); branch; branch = rest.pop()) {
    if (branch.element.scope.some(({ id }) => id === of)) found.push(without(branch));
    else {
      for (const each of branch.under.toReversed()) rest.push(each);
      for (const each of branch.inside.toReversed()) rest.push(each);
    }
  }
  return found;
}

/** A root has no line above it. */
function without(branch: Branch): Branch {
  const { element, inside, under, seats, vacant, teams } = branch;
  return { element, inside, under, manager: undefined, fromFrame: false, seats, vacant, teams };
}

/** A lead is drawn with the team; another role with its reports, in whatever team they stand. */
function focusOnRole(model: OrgModel, structure: Structure, branch: Branch, role: Role): Branch {
  const home = findAs(model, role.parent, 'team');
  const team = home && home.lead?.id === role.id ? structure.branches.get(home.id) : undefined;
  if (team) return without(team);
  const below: Branch[] = [];
  let frame = home;
  while (frame) {
    for (const each of structure.branches.get(frame.id)?.under ?? []) {
      const { manager } = each;
      const reports = manager?.kind === 'role' ? [manager, ...reportingChain(model, manager.id)] : undefined;
      if (reports?.some(({ id }) => id === role.id)) below.push(each);
    }
    frame = findAs(model, frame.parent, 'team');
  }
  return {
    ...without(branch),
    ...sumOf([branch, ...below]),
    under: [...branch.under, ...below],
  };
}

function sumOf(branches: readonly Branch[]): Pick<Branch, 'seats' | 'vacant' | 'teams'> {
  const sum = { seats: 0, vacant: 0, teams: 0 };
  for (const { seats, vacant, teams } of branches) {
    sum.seats += seats;
    sum.vacant += vacant;
    sum.teams += teams;
  }
  return sum;
}

/** What the picture is of, and how many seats and teams that is, drawn or not. */
function summary(
  model: OrgModel,
  of: ElementId | undefined,
  roots: readonly Branch[],
): { readonly subtitle: string; readonly said: string } {
  const { seats, vacant, teams } = sumOf(roots);
  const place = nameOf(model, of);
  const around = nameOf(model, findAs(model, find(model, of)?.parent, 'team')?.id);
  const counts = [seatsInWords(seats, vacant), ...(teams > 0 ? [counted(teams, 'team')] : [])];
  const where = [place, ...counts, around === '' ? '' : `part of ${around}`].filter((part) => part !== '');
  return {
    subtitle: ['Reporting lines', ...where].join(' · '),
    said: `Reporting lines of ${place === '' ? model.name : place}: ${counts.join(' in ')}`,
  };
}

function dottedInWords(lines: readonly Line[]): string {
  const dotted = lines.filter(({ kind }) => kind === 'dotted').length;
  return dotted === 0 ? '' : counted(dotted, 'dotted line');
}
