import { type DottedLine, type ElementId, findAs, label, type OrgModel, people } from '@mktorg/model';
import type { ChartOptions } from '../../options.ts';
import type { Line } from '../diagram.ts';
import { nameOf } from '../words.ts';
import type { Structure } from './structure.ts';

/** Where an element shows; undefined where it does not show at all. */
export type NodeOf = (id: ElementId) => string | undefined;

/** Solid lines that the tree does not show, from card to card. */
export function strayLines(structure: Structure, nodeOf: NodeOf): readonly Line[] {
  const lines: Line[] = [];
  for (const { role, manager } of structure.astray) {
    const from = nodeOf(role.id);
    const to = nodeOf(manager.id);
    if (from === undefined || to === undefined || from === to) continue;
    lines.push({
      id: `reports:${role.id}`,
      kind: 'reports',
      from,
      to,
      count: 1,
      title: `${label(role)} reports to ${label(manager)}`,
      source: role.reportsTo[0]?.at ?? role.nameAt,
    });
  }
  return lines;
}

/** What a dotted line starts from or leads to in this picture: for a person, the seat that they hold. */
export function lineEnd(model: OrgModel): (id: ElementId) => ElementId {
  let seats: Map<ElementId, ElementId> | undefined;
  return (id) => {
    // There may be ten thousand lines, and next to none of them ends at a person.
    if (!id.startsWith('person:') || !findAs(model, id, 'person')) return id;
    if (!seats) {
      seats = new Map();
      for (const each of people(model)) {
        const role = each.seats[0]?.role.id;
        if (each.person && role !== undefined) seats.set(each.person.id, role);
      }
    }
    return seats.get(id) ?? id;
  };
}

/** Dotted lines between two nodes: one, or several that end in the same closed teams. */
export interface Joined {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly [DottedLine, ...DottedLine[]];
}

/** Which dotted lines run between the same nodes, in the order of the first of each. */
export function joinedLines(
  model: OrgModel,
  lines: readonly DottedLine[],
  nodeOf: NodeOf,
): readonly Joined[] {
  const joined = new Map<string, { from: string; to: string; lines: [DottedLine, ...DottedLine[]] }>();
  const end = lineEnd(model);
  for (const line of lines) {
    const from = nodeOf(end(line.from.id));
    const to = nodeOf(end(line.to.id));
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${from}..>${to}`;
    const known = joined.get(key);
    if (known) known.lines.push(line);
    else joined.set(key, { from, to, lines: [line] });
  }
  return [...joined.values()];
}

/** Dotted lines between nodes; those that end in the same closed teams become one. */
export function dottedLines(
  model: OrgModel,
  lines: readonly DottedLine[],
  nodeOf: NodeOf,
  options: ChartOptions,
): readonly Line[] {
  return linesOf(model, joinedLines(model, lines, nodeOf), options);
}

export function linesOf(model: OrgModel, joined: readonly Joined[], options: ChartOptions): readonly Line[] {
  const end = lineEnd(model);
  return joined.map(({ from, to, lines }): Line => {
    const [first] = lines;
    const strength = first.strength?.value;
    const purpose = purposeOf(lines);
    return {
      id: first.id,
      element: first.id,
      kind: 'dotted',
      from,
      to,
      count: lines.length,
      title: lines.map((line) => inWords(model, line, end, options)).join('; '),
      source: first.at,
      ...(purpose !== undefined && { purpose }),
      ...((strength === 'strong' || strength === 'weak') && { strength }),
    };
  });
}

/** What lines are for, each purpose once. */
function purposeOf(lines: readonly DottedLine[]): string | undefined {
  const purposes = new Set(lines.flatMap(({ purpose }) => purpose?.value ?? []));
  return purposes.size === 0 ? undefined : [...purposes].join('; ');
}

function inWords(
  model: OrgModel,
  line: DottedLine,
  end: (id: ElementId) => ElementId,
  options: ChartOptions,
): string {
  const name = (id: ElementId): string =>
    options.redactPeople && findAs(model, end(id), 'person') ? 'a person' : nameOf(model, end(id));
  const what = line.purpose ? `: ${line.purpose.value}` : '';
  const strength = line.strength ? ` (${line.strength.value})` : '';
  return `${name(line.from.id)} has a dotted line to ${name(line.to.id)}${what}${strength}`;
}
