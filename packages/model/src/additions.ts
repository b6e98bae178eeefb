import { buildElement, meaningOf } from './build.ts';
import type { Element, ElementId, PhaseChange, Ref } from './elements.ts';
import type { Declaration, RawChange } from './fragment.ts';
import { LineNumbers } from './line-numbers.ts';
import { repeatedDeclaration } from './misstatements.ts';
import { lastOf } from './names.ts';
import { pathOf } from './namesakes.ts';
import type { Outline } from './outline.ts';
import type { Plan } from './plans.ts';
import { plansOf } from './plans.ts';
import { changeSlots } from './schema.ts';
import type { Work } from './work.ts';

export interface Additions {
  readonly elements: readonly Element[];
  /** By index of the phase. */
  readonly changes: ReadonlyMap<number, readonly PhaseChange[]>;
}

/** Resolves what the phases of a document change and add. Today is not changed by it. */
export function resolveAdditions(outline: Outline, work: Work): Additions {
  const elements: Element[] = [];
  const changes = new Map<number, readonly PhaseChange[]>();
  for (const plan of plansOf(outline, work.around.names)) {
    for (const phase of plan.phases) changes.set(phase, resolveChanges(outline, phase, plan, work));
    elements.push(...buildAdded(outline, plan, work));
  }
  return { elements, changes };
}

const leaves: ReadonlySet<RawChange['type']> = new Set(['move', 'merge', 'remove', 'retire']);

function resolveChanges(outline: Outline, phase: number, plan: Plan, work: Work): readonly PhaseChange[] {
  const point = {
    from: outline.ids[phase] ?? '',
    scope: outline.paths[phase] ?? '',
    names: plan.names,
    added: plan.added,
    labels: plan.labels,
  };
  const resolver = work.resolver(point);
  const resolveChange = (change: RawChange): PhaseChange => {
    const slots = changeSlots[change.type];
    const what: Ref[] = [];
    const added = change.declaration === undefined ? undefined : plan.ids.get(change.declaration);
    const declaration = outline.fragment.declarations[change.declaration ?? -1];
    if (added !== undefined && declaration) what.push({ id: added, at: declaration.nameAt });
    for (const ref of change.what) {
      const resolved = resolver.resolve(ref, 'changes', 'what', slots.what);
      if (resolved) what.push(resolved);
    }
    const target = change.target && resolver.resolve(change.target, 'changes', 'target', slots.target);
    for (const fact of change.facts ?? []) meaningOf(fact, resolver);
    if (leaves.has(change.type)) for (const { id } of what) plan.leaving.add(id);
    return {
      type: change.type,
      what,
      ...(target && { target }),
      ...(change.text && { text: change.text }),
      at: change.at,
    };
  };
  return (outline.fragment.declarations[phase]?.changes ?? []).map(resolveChange);
}

function buildAdded(outline: Outline, plan: Plan, work: Work): readonly Element[] {
  const { declarations } = outline.fragment;
  const firsts = new Map<ElementId, Declaration>();
  const elements: Element[] = [];
  const numbers = new LineNumbers(() => 0);
  const indexes = [...new Set([...plan.ids.keys(), ...plan.parents.keys()])].sort((a, b) => a - b);
  for (const index of indexes) {
    const declaration = declarations[index];
    if (declaration === undefined) continue;
    const id = plan.ids.get(index) ?? '';
    const parent = plan.parents.get(index);
    const path = pathOf(id === '' ? (parent ?? '') : id);
    const point = {
      from: id === '' ? (parent ?? '') : id,
      scope: path,
      names: plan.names,
      added: plan.added,
      labels: plan.labels,
    };
    if (declaration.kind === 'dotted-line') {
      const line = work.line(declaration, parent, point, numbers);
      if (line) elements.push(line);
      continue;
    }
    if (id === '') {
      work.discard(declaration, point);
      continue;
    }
    work.dependsOn.add(path);
    const element = buildElement(declaration, { id, path, parent }, work.resolver(point), false);
    const first = firsts.get(id);
    if (first) work.problem(repeatedDeclaration(declaration, first));
    else elements.push(element);
    firsts.set(id, first ?? declaration);
    if (!first && isTaken(id, plan)) work.issues.push({ type: 'taken', id, at: declaration.nameAt });
  }
  return elements;
}

/** Whether there is such an element today that no phase of the plan takes away or moves. */
function isTaken(id: ElementId, plan: Plan): boolean {
  return plan.today.idsOf(lastOf(pathOf(id))).includes(id) && !plan.leaving.has(id);
}
