import type { DottedLine, ElementId, OrgModel } from '@mktorg/model';
import { findAs, nameIn } from '@mktorg/model';
import type { Line } from '../lens/diagram.ts';
import { dottedLines, lineEnd } from '../lens/reporting/lines.ts';
import type { ChartOptions } from '../options.ts';
import type { Marks } from './marks.ts';

/** Dotted lines that are gone, or were somewhere else. */
export function linesBefore(before: OrgModel, marks: Marks): readonly DottedLine[] {
  const ids = [...marks.gone.keys(), ...marks.reEnded.keys()];
  return ids.flatMap((id) => findAs(before, id, 'dotted-line') ?? []);
}

/** Lines where they were, between the nodes of what they joined; `nodeOf` takes ids before. */
export function ghostLines(
  before: OrgModel,
  after: OrgModel,
  marks: Marks,
  nodeBefore: (id: ElementId) => string | undefined,
  nodeAfter: (id: ElementId) => string | undefined,
  options: ChartOptions,
): readonly Line[] {
  const end = lineEnd(before);
  const was = dottedLines(before, linesBefore(before, marks), (id) => nodeBefore(end(id)), options).map(
    ({ element: _, ...line }): Line => ({ ...line, id: `#was:${line.id}`, title: `${line.title}, removed` }),
  );
  const solid = [...marks.rePointed].flatMap(([id, manager]): readonly Line[] => {
    const from = nodeAfter(id);
    const to = nodeBefore(manager);
    if (from === undefined || to === undefined || from === to) return [];
    const title = `${nameIn(after, id)} reported to ${nameIn(before, manager)}`;
    return [{ id: `#was:reports:${id}`, kind: 'reports', from, to, count: 1, title }];
  });
  return [...was, ...solid];
}
