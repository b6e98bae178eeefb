import type { ElementId, OrgModel, Phase } from '@mktorg/model';
import { contains } from '@mktorg/model';
import { type Edit, type Fix, stateFrom } from './fix.ts';

/**
 * Ways to settle in a phase what it brings: those that change its own text, and statements that it can make itself.
 * What would change the text of today is left out, for today nothing is wrong with it.
 *
 * @param model of today
 * @param named the id today, or in the plan, of an element after the phase
 */
export function fixesInPhase(
  model: OrgModel,
  phase: Phase,
  fixes: readonly Fix[],
  named: (id: ElementId) => ElementId,
): readonly Fix[] {
  return fixes.flatMap(({ title, safe, edits }): readonly Fix[] => {
    const moved = edits.map((edit) => editInPhase(model, phase, edit, named));
    const all = moved.filter((edit) => edit !== undefined);
    return all.length === edits.length ? [{ title, safe, edits: all }] : [];
  });
}

/** In a change, a value takes the place of all that a list holds: what is added to one is no statement of it. */
const lists = /^(members|used by|serves)\b/;

function editInPhase(
  model: OrgModel,
  phase: Phase,
  edit: Edit,
  named: (id: ElementId) => ElementId,
): Edit | undefined {
  switch (edit.kind) {
    case 'replace':
    case 'remove': {
      const { at } = edit;
      return at.uri === phase.at.uri && contains(phase.at, at.line, at.column) ? edit : undefined;
    }
    case 'set-title': {
      const element = named(edit.element);
      const isNew = model.added.has(element) && !model.elements.has(element);
      return isNew ? { ...edit, element } : undefined;
    }
    case 'add-statement': {
      const element = named(edit.element);
      const { statement, choose } = edit;
      const added = stateFrom(model, phase.id, element, statement, choose);
      const isToday = added.kind === 'state-in-phase';
      if (isToday && !model.elements.has(element)) return undefined;
      return isToday && lists.test(statement) && !isEmptyToday(model, element) ? undefined : added;
    }
    case 'state-in-phase':
      return edit;
  }
}

/** Whether nobody uses it, is served by it or is a member of it: then there is nothing to take the place of. */
function isEmptyToday(model: OrgModel, id: ElementId): boolean {
  const element = model.elements.get(id);
  if (!element) return true;
  return ['members', 'uses', 'serves'].every((field) => {
    const held: unknown = Reflect.get(element, field);
    return !Array.isArray(held) || held.length === 0;
  });
}
