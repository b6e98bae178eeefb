import type { ElementId, OrgModel, Place } from '@mktorg/model';

/**
 * A way to settle a finding, as changes that name elements and places and know nothing of layout: `textEditsOf` turns
 * them into changes of text.
 */
export interface Fix {
  /** In the imperative: `Say who owns “CRM”`. */
  readonly title: string;
  /**
   * The model that results is the same, or gains only what the title says, so that it may be applied unseen. A fix
   * that needs a choice is never safe.
   */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

export type Edit =
  /** One more statement in the body of an element, which gets a body where it has none. */
  | {
      readonly kind: 'add-statement';
      readonly element: ElementId;
      readonly statement: string;
      readonly choose?: string;
    }
  /** Other text at a place; an empty place inserts. */
  | { readonly kind: 'replace'; readonly at: Place; readonly text: string; readonly choose?: string }
  /** Another title, in the place of the one in the header. */
  | { readonly kind: 'set-title'; readonly element: ElementId; readonly title: string }
  /** One more statement on an element from a phase of a plan on, in the text of the phase. */
  | {
      readonly kind: 'state-in-phase';
      readonly phase: ElementId;
      readonly element: ElementId;
      readonly statement: string;
      readonly choose?: string;
    }
  /** A statement or an element goes, and with it the line that it leaves empty. */
  | { readonly kind: 'remove'; readonly at: Place };

/** States something on an element. `choose` is the part of the statement that the reader has to replace. */
export function addStatement(element: ElementId, statement: string, choose?: string): Edit {
  return { kind: 'add-statement', element, statement, ...(choose !== undefined && { choose }) };
}

/** Writes other text at a place. `choose` is the part of it that the reader has to replace. */
export function replaceAt(at: Place, text: string, choose?: string): Edit {
  return { kind: 'replace', at, text, ...(choose !== undefined && { choose }) };
}

/** Inserts text behind a place. `choose` is the part of the text that the reader has to replace. */
export function insertAfter(place: Place, text: string, choose?: string): Edit {
  return replaceAt({ ...place, line: place.endLine, column: place.endColumn }, text, choose);
}

/**
 * States something on an element from a phase on. What the plan itself adds has a declaration in it, where it is
 * stated; of what there is today, the phase says that it changes.
 */
export function stateFrom(
  model: OrgModel,
  phase: ElementId,
  element: ElementId,
  statement: string,
  choose?: string,
): Edit {
  if (model.added.has(element) && !model.elements.has(element))
    return addStatement(element, statement, choose);
  return { kind: 'state-in-phase', phase, element, statement, ...(choose !== undefined && { choose }) };
}

export function removeAt(at: Place): Edit {
  return { kind: 'remove', at };
}

/** A text as the language writes it, in quotation marks. */
export function stringText(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
