import {
  type Element,
  type ElementId,
  find,
  type Handoff,
  handoffs,
  label,
  type OrgModel,
  type Step,
} from '@mktorg/model';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Position,
  Range,
} from 'vscode-languageserver';
import { rangeOf } from '../text/place.ts';
import type { Project } from '../workspace/project.ts';
import { addressOf, detailOf } from './counts.ts';
import { elementAround, subjectAt } from './subject.ts';
import { symbolKindOf } from './symbol-kinds.ts';

// Handoffs as a hierarchy of calls: who passes work on calls, who receives it is called.

/** Whoever does the step under the cursor, or the element that is named there. */
export function prepareCallHierarchy(project: Project, uri: string, position: Position): CallHierarchyItem[] {
  const source = project.source(uri);
  if (!source) return [];
  const { model } = source;
  const element = subjectAt(source, position)?.element ?? elementAround(source, position);
  const doer = element?.kind === 'step' ? (find(model, element.by?.id) ?? element) : element;
  return doer && takesPart(model, doer.id) ? [itemOf(model, doer)] : [];
}

export function outgoingCalls(project: Project, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  return calls(project, item, 'fromBy', 'toBy').map(({ other, ranges }) => ({
    to: other,
    fromRanges: ranges,
  }));
}

export function incomingCalls(project: Project, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  return calls(project, item, 'toBy', 'fromBy').map(({ other, ranges }) => ({
    from: other,
    fromRanges: ranges,
  }));
}

/** The handoffs in which the element has one part, by who has the other. Places are those of the steps of the giver. */
function calls(
  project: Project,
  item: CallHierarchyItem,
  own: 'fromBy' | 'toBy',
  other: 'fromBy' | 'toBy',
): { readonly other: CallHierarchyItem; readonly ranges: Range[] }[] {
  const address = addressOf(item.data);
  const model = address && project.organizations.modelAt(address.root);
  if (!model || !address) return [];
  const byOther = Map.groupBy(
    allHandoffs(model).filter((handoff) => handoff[own] === address.id),
    (handoff) => handoff[other],
  );
  return [...byOther].flatMap(([id, passes]) => {
    const element = find(model, id);
    return element
      ? [{ other: itemOf(model, element), ranges: passes.map(({ from }) => stepRange(from)) }]
      : [];
  });
}

function stepRange({ nameAt }: Step): Range {
  return rangeOf(nameAt);
}

function allHandoffs(model: OrgModel): readonly Handoff[] {
  return model.byKind.process.flatMap(({ id }) => handoffs(model, id));
}

function takesPart(model: OrgModel, id: ElementId): boolean {
  return allHandoffs(model).some(({ fromBy, toBy }) => fromBy === id || toBy === id);
}

function itemOf(model: OrgModel, element: Element): CallHierarchyItem {
  return {
    name: label(element),
    kind: symbolKindOf(element.kind),
    detail: detailOf(model, element),
    uri: element.at.uri,
    range: rangeOf(element.at),
    selectionRange: rangeOf(element.nameAt),
    data: { root: model.root, id: element.id },
  };
}
