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
    if (!findAs(model, id, 'person')) return id;
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

/** Dotted lines between nodes; those that end in the same closed teams become one. */
export function dottedLines(
  model: OrgModel,
  lines: readonly DottedLine[],
  nodeOf: NodeOf,
  options: ChartOptions,
): readonly Line[] {
  const merged = new Map<string, Line>();
  const end = lineEnd(model);
  for (const line of lines) {
    const from = nodeOf(end(line.from.id));
    const to = nodeOf(end(line.to.id));
    if (from === undefined || to === undefined || from === to) continue;
    const purpose = line.purpose?.value;
    const title = inWords(model, line, options);
    const key = `${from}..>${to}`;
    const known = merged.get(key);
    if (known) {
      merged.set(key, {
        ...known,
        ...both(known, purpose),
        count: known.count + 1,
        title: `${known.title}; ${title}`,
      });
      continue;
    }
    const strength = line.strength?.value;
    merged.set(key, {
      id: line.id,
      element: line.id,
      kind: 'dotted',
      from,
      to,
      count: 1,
      title,
      source: line.at,
      ...(purpose !== undefined && { purpose }),
      ...((strength === 'strong' || strength === 'weak') && { strength }),
    });
  }
  return [...merged.values()];
}

function both(line: Line, purpose: string | undefined): { readonly purpose?: string } {
  const parts = [line.purpose, purpose].filter((part) => part !== undefined);
  return parts.length > 0 ? { purpose: [...new Set(parts)].join('; ') } : {};
}

function inWords(model: OrgModel, line: DottedLine, options: ChartOptions): string {
  const end = lineEnd(model);
  const name = (id: ElementId): string =>
    options.redactPeople && findAs(model, end(id), 'person') ? 'a person' : nameOf(model, end(id));
  const what = line.purpose ? `: ${line.purpose.value}` : '';
  const strength = line.strength ? ` (${line.strength.value})` : '';
  return `${name(line.from.id)} has a dotted line to ${name(line.to.id)}${what}${strength}`;
}
