import type { ElementId, OrgModel, Phase, PhaseChange, Property } from '@mktorg/model';
import { find, isWithin } from '@mktorg/model';
import { type Edit, type Fix, stateFrom } from './fix.ts';
import { propertyOf, saidInPhase } from './phase-text.ts';
import { phasesOf } from './planning.ts';
import { propertyIn } from './stated-property.ts';

/**
 * Ways to settle in a phase what it brings: those that change its own text, and statements that it can make itself.
 * What would change the text of today is left out, for today nothing is wrong with it.
 *
 * @param model of today
 * @param after the organization after the phase
 * @param named the id today, or in the plan, of an element after the phase
 */
export function fixesInPhase(
  model: OrgModel,
  after: OrgModel,
  phase: Phase,
  fixes: readonly Fix[],
  named: (id: ElementId) => ElementId,
): readonly Fix[] {
  return fixes.flatMap(({ title, safe, edits }): readonly Fix[] => {
    const moved = edits.map((edit) => editInPhase(model, after, phase, edit, named));
    const all = moved.filter((edit) => edit !== undefined);
    return all.length === edits.length ? [{ title, safe, edits: all }] : [];
  });
}

function editInPhase(
  model: OrgModel,
  after: OrgModel,
  phase: Phase,
  edit: Edit,
  named: (id: ElementId) => ElementId,
): Edit | undefined {
  switch (edit.kind) {
    case 'replace':
    case 'remove':
      return isWithin(edit.at, phase.at) ? edit : undefined;
    case 'set-title': {
      const element = named(edit.element);
      const isNew = model.added.has(element) && !model.elements.has(element);
      const isAnother = changesBy(model, phase).some((change) => states(change, element, 'title'));
      return isNew && !isAnother ? { ...edit, element } : undefined;
    }
    case 'add-statement': {
      const element = named(edit.element);
      const { statement, choose } = edit;
      const stated = stateFrom(model, phase.id, element, statement, choose);
      const property = propertyOf(model, element, statement);
      const said = property && saidInPhase(phase, element, property, statement);
      if (said === 'for good') return undefined;
      if (said) return { ...edit, kind: 'state-in-phase', phase: phase.id, element };
      if (stated.kind === 'add-statement')
        return property && isOverridden(model, phase, element, property) ? undefined : stated;
      if (!model.elements.has(element)) return undefined;
      return takesPlace(after, edit.element, statement) ? undefined : stated;
    }
    case 'state-in-phase':
      return edit;
  }
}

/** Whether a declaration in a plan does not have the last word: a phase up to this one says or takes back the same. */
function isOverridden(model: OrgModel, phase: Phase, element: ElementId, { field, many }: Property): boolean {
  if (field === 'allows') return false;
  return changesBy(model, phase).some((change) =>
    states(change, element, field, many === 'list' ? 'plain' : 'any'),
  );
}

/** What the plan has changed by the end of a phase. */
function changesBy(model: OrgModel, phase: Phase): readonly PhaseChange[] {
  const phases = phasesOf(model, { id: phase.parent ?? '' });
  const last = phases.findIndex(({ id }) => id === phase.id);
  return phases.slice(0, last + 1).flatMap(({ changes }) => changes);
}

function states(
  { type, what, states: stated }: PhaseChange,
  element: ElementId,
  field: string,
  how: 'plain' | 'any' = 'any',
): boolean {
  return (
    type === 'change' &&
    what.some(({ id }) => id === element) &&
    stated.some((each) => each.field === field && (how === 'any' || each.sign === undefined))
  );
}

/**
 * Whether a value would take the place of what a list holds after the phase: what is added to one is no statement of
 * it. What is accepted always adds.
 */
function takesPlace(after: OrgModel, id: ElementId, statement: string): boolean {
  const element = find(after, id);
  const property = element && propertyIn(element.kind, statement);
  if (!element || property?.many !== 'list' || property.field === 'allows') return false;
  const held: unknown = Reflect.get(element, property.field);
  return Array.isArray(held) && held.length > 0;
}
