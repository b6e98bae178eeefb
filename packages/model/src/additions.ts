import { buildElement } from './build.ts';
import { withValues } from './change/apply.ts';
import type { Element, ElementId, LineEnds, PhaseChange, Ref, StepOrder } from './elements.ts';
import type { Declaration, RawChange } from './fragment.ts';
import { belongingTo, holds, impossibleAddition } from './homes.ts';
import { inheritFrom, isTerm } from './inherit.ts';
import { LineNumbers } from './line-numbers.ts';
import { orderless, repeatedDeclaration } from './misstatements.ts';
import { impossibleChange, leavingChanges } from './moves.ts';
import { lastOf } from './names.ts';
import { kindOf, organizationKindOf, pathOf } from './namesakes.ts';
import type { Outline } from './outline.ts';
import type { Plan } from './plans.ts';
import { changeAround, plansOf } from './plans.ts';
import { changeSlots, containersOf, lineEnds } from './schema.ts';
import { resolveStated, statedAgain } from './stated.ts';
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
    const stated = plan.phases.map((phase) => resolveChanges(outline, phase, plan, work));
    // Whether a name is taken depends on what the phases take away, so they are resolved first.
    const added = buildAdded(outline, plan, work);
    for (const [index, phase] of plan.phases.entries()) {
      const roots = rootsIn(outline, phase);
      const bringing = (stated[index] ?? []).map(({ raw, change }): PhaseChange => {
        settle(change, roots.get(raw) ?? [], added, work);
        return { ...change, adds: addedBy(raw, roots, outline, added) };
      });
      changes.set(phase, bringing);
    }
    elements.push(...added.values());
  }
  return { elements, changes };
}

interface Resolved {
  readonly raw: RawChange;
  readonly change: Omit<PhaseChange, 'adds'>;
}

function resolveChanges(outline: Outline, phase: number, plan: Plan, work: Work): readonly Resolved[] {
  const point = {
    from: outline.ids[phase] ?? '',
    scope: outline.paths[phase] ?? '',
    names: plan.names,
    added: plan.added,
    labels: plan.labels,
  };
  const resolver = work.resolver(point);
  const resolveChange = (raw: RawChange): Resolved => {
    const slots = changeSlots[raw.type];
    const what: Ref[] = [];
    const added = raw.declaration === undefined ? undefined : plan.ids.get(raw.declaration);
    const declaration = outline.fragment.declarations[raw.declaration ?? -1];
    if (added !== undefined && declaration) what.push({ id: added, at: declaration.nameAt });
    for (const ref of raw.what) {
      const resolved = resolver.resolve(ref, 'changes', 'what', slots.what);
      if (resolved) what.push(resolved);
    }
    const target = raw.target && resolver.resolve(raw.target, 'changes', 'target', slots.target);
    if (target) {
      for (const { id } of what) {
        const problem = impossibleChange(raw.type, id, target.id, target.at, plan.leaving);
        if (problem) work.problem(problem);
      }
    }
    const lines = (raw.lines ?? []).flatMap(({ from, to, at }): readonly LineEnds[] => {
      const ends = [from, to].map((end) => resolver.resolve(end, 'changes', 'line', lineEnds));
      const [start, end] = ends;
      return start && end ? [{ from: start, to: end, at }] : [];
    });
    const order = raw.order && resolveOrder(raw.order, what, target);
    const states = resolveStated(raw, what, resolver, (problem) => work.problem(problem));
    if (leavingChanges.has(raw.type))
      for (const { id } of what) if (!plan.leaving.has(id)) plan.leaving.set(id, phase);
    const change = {
      type: raw.type,
      what,
      ...(lines.length > 0 && { lines }),
      ...(target && { target }),
      ...(order && { order }),
      ...(raw.text && { text: raw.text }),
      states,
      at: raw.at,
    };
    return { raw, change };
  };
  /** A step beside which another goes is one of the same process, so that its name alone will do. */
  const resolveOrder = (
    { where, step: ref }: NonNullable<RawChange['order']>,
    what: readonly Ref[],
    target: Ref | undefined,
  ): StepOrder | undefined => {
    if (what.some(({ id }) => kindOf(id) !== 'step')) {
      work.problem(orderless(where, ref));
      return undefined;
    }
    const inside = target ? work.resolver({ ...point, scope: pathOf(target.id) }) : resolver;
    const step = inside.resolve(ref, 'changes', 'order', ['step']);
    return step && { where, step };
  };
  const resolved = (outline.fragment.declarations[phase]?.changes ?? []).map(resolveChange);
  for (const problem of statedAgain(resolved.map(({ change }) => change))) work.problem(problem);
  return resolved;
}

/** By index of the declaration. */
type Added = ReadonlyMap<number, Element>;

/** What a change brings: what it adds, or what stands in its braces. */
function addedBy(raw: RawChange, roots: Roots, { fragment }: Outline, added: Added): readonly Element[] {
  const { declarations } = fragment;
  const found: Element[] = [];
  for (const root of roots.get(raw) ?? []) {
    for (let index = root; index === root || (declarations[index]?.parent ?? -1) >= root; index++) {
      const element = added.get(index);
      if (element) found.push(element);
    }
  }
  return found;
}

/** By change, the indexes of the declarations that it brings, without those inside them. */
type Roots = ReadonlyMap<RawChange, readonly number[]>;

function rootsIn(outline: Outline, phase: number): Roots {
  const { declarations } = outline.fragment;
  const changes = declarations[phase]?.changes ?? [];
  const around = changeAround(changes.filter(({ type }) => type === 'change'));
  const roots = new Map<RawChange, number[]>();
  for (const change of changes) {
    if (change.declaration !== undefined) roots.set(change, [change.declaration]);
  }
  for (const index of outline.added) {
    const declaration = declarations[index];
    const change = declaration?.parent === phase ? around(declaration.at) : undefined;
    if (!change) continue;
    const known = roots.get(change);
    if (known) known.push(index);
    else roots.set(change, [index]);
  }
  return roots;
}

/** What is added to an element stands inside it, or is its own: says so, or why it cannot be. */
function settle(
  { type, what, target }: Resolved['change'],
  roots: readonly number[],
  added: Map<number, Element>,
  work: Work,
): void {
  const home = type === 'add' ? target : what[0];
  if (!home) return;
  for (const root of roots) {
    const element = added.get(root);
    if (!element || element.kind === 'dotted-line') continue;
    if (holds(home.id, element.kind)) continue;
    const inside = type !== 'add';
    const field = inside ? undefined : belongingTo(home.id, element.kind);
    if (!field)
      work.problem(impossibleAddition(element.kind, home.id, inside, inside ? element.nameAt : home.at));
    else if (Reflect.get(element, field.name) === undefined || field.many === 'list')
      added.set(root, withValues(element, field, [{ id: home.id, at: home.at }]));
  }
}

function buildAdded(outline: Outline, plan: Plan, work: Work): Map<number, Element> {
  const { declarations } = outline.fragment;
  const firsts = new Map<ElementId, Declaration>();
  const elements = new Map<number, Element>();
  // Each phase counts for itself: a line that is there already is said anew, and not said twice.
  const numbers = new Map(plan.phases.map((phase) => [phase, new LineNumbers(() => 0)]));
  // A dotted line has no name, and by itself it stands in nothing.
  const lines = [...outline.added].filter((index) => {
    const declaration = declarations[index];
    return declaration?.kind === 'dotted-line' && plan.phases.includes(declaration.parent);
  });
  const indexes = [...new Set([...plan.ids.keys(), ...plan.parents.keys(), ...lines])].sort((a, b) => a - b);
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
      const line = work.line(declaration, parent, point, numbers.get(phaseOf(index, plan)));
      if (line) elements.set(index, line);
      continue;
    }
    if (id === '') {
      work.discard(declaration, point);
      continue;
    }
    work.dependsOn.add(path);
    const built = buildElement(declaration, { id, path, parent }, work.resolver(point), false);
    const element = isTerm(built) ? inheritFrom(built, work.around.standardTerm(id)) : built;
    const first = firsts.get(id);
    if (first) work.problem(repeatedDeclaration(declaration, first));
    else elements.set(index, element);
    firsts.set(id, first ?? declaration);
    if (!first && isTaken(id, index, plan)) work.issues.push({ type: 'taken', id, at: declaration.nameAt });
  }
  return elements;
}

/** The phase in which an added declaration stands: the last one before it. */
function phaseOf(index: number, { phases }: Plan): number {
  return phases.findLast((phase) => phase < index) ?? -1;
}

/** Whether there is such an element today that no phase of the plan takes away or moves by then, by itself or around it. */
function isTaken(id: ElementId, index: number, plan: Plan): boolean {
  return isToday(id, plan) && !hasLeft(id, phaseOf(index, plan), plan);
}

function hasLeft(id: ElementId, phase: number, plan: Plan): boolean {
  if ((plan.leaving.get(id) ?? Number.POSITIVE_INFINITY) <= phase) return true;
  const path = pathOf(id);
  const end = path.lastIndexOf('.');
  const kind = organizationKindOf(id);
  if (end < 0 || !kind) return false;
  return containersOf(kind).some((around) => {
    const outer = `${around}:${path.slice(0, end)}`;
    return isToday(outer, plan) && hasLeft(outer, phase, plan);
  });
}

function isToday(id: ElementId, { today }: Plan): boolean {
  return today.idsOf(lastOf(pathOf(id))).includes(id);
}
