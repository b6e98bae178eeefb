import type { ElementId, OrgModel, Phase, PhaseChange, Place, Property } from '@mktorg/model';
import { findAs, findPlanned, shortestName } from '@mktorg/model';
import type { Edit } from './fix.ts';
import { bodyStart, lineOf, offsetOf, placeAt, type Source, sourceOf } from './source-text.ts';
import { propertyIn } from './stated-property.ts';

/**
 * Where a phase comes to state something on an element, and what is to stand there: in the place of the value that it
 * states already, in a line of the `change` of it alone that the phase has, or in a `change` at the end of the phase.
 * What the phase adds to a list or takes from it stays, and comes first. `undefined` where it cannot state that.
 */
export function statedInPhase(
  model: OrgModel,
  { phase: phaseId, element, statement }: Edit & { readonly kind: 'state-in-phase' },
  textOf: (uri: string) => string | undefined,
): { readonly at: Place; readonly text: string } | undefined {
  const phase = findAs(model, phaseId, 'phase');
  const source = phase && sourceOf(textOf, phase.at.uri);
  if (!phase || !source) return undefined;
  const property = propertyOf(model, element, statement);
  const said = property && saidInPhase(phase, element, property, statement);
  if (said === 'for good') return undefined;
  if (said) return property && inPlaceOf(source, said, property, statement);
  const changes = phase.changes.filter((each) => isOf(each, element));
  const isSaid =
    property?.field !== 'allows' &&
    changes.some(({ states }) => states.some(({ field }) => field === property?.field));
  const change = isSaid ? undefined : changes[0];
  const body = change && bodyOf(source, change.at, change.what[0]?.at ?? change.at);
  if (body) return atEnd(source, phase, body, statement);
  const name = shortestName(model, element);
  const own = bodyOf(source, phase.at, phase.nameAt);
  return own && atEnd(source, phase, own, `change ${name} { ${statement} }`);
}

/**
 * What a phase states already of what a statement is to say, and has to say once: the place of the one value that can
 * be another, or `for good` where there is none, as in a list, in a change of several or before a merger. `undefined`
 * where the phase says no such thing, so that it is free to.
 */
export function saidInPhase(
  { changes }: Phase,
  element: ElementId,
  { field, keyword, many }: Property,
  statement: string,
): Place | 'for good' | undefined {
  if (field === 'allows' || /^\s*[+-]/.test(statement.slice(keyword.length))) return undefined;
  const about = changes.filter(
    ({ type, what }) => type === 'change' && what.some(({ id }) => id === element),
  );
  const all = about.flatMap((change) =>
    change.states.filter((state) => state.field === field).map((state) => ({ change, state })),
  );
  if (all.every(({ state }) => state.sign)) return undefined;
  const [first, ...more] = all;
  if (!first || more.length > 0 || many !== 'one' || !isOf(first.change, element)) return 'for good';
  // Seats and money that a merger adds later in the phase come on top of what is stated.
  const after = changes.slice(changes.indexOf(first.change));
  const grows = after.some(({ type, target }) => type === 'merge' && target?.id === element);
  return grows ? 'for good' : first.state.at;
}

/** What a statement on an element of today, or of what a plan adds, is about. */
export function propertyOf(model: OrgModel, element: ElementId, statement: string): Property | undefined {
  const kind = findPlanned(model, element)?.kind;
  return kind && propertyIn(kind, statement);
}

function inPlaceOf(source: Source, at: Place, { keyword }: Property, statement: string) {
  const start = offsetOf(source, at.line, at.column);
  // A header says some things without the word for them.
  return source.text.startsWith(keyword, start) ? { at, text: statement } : undefined;
}

function isOf({ type, what }: PhaseChange, element: ElementId): boolean {
  return type === 'change' && what.length === 1 && what[0]?.id === element;
}

/** Offsets of the braces around a body. */
interface Body {
  readonly open: number;
  readonly close: number;
}

/** `after`: what stands before the body and may look like one. */
function bodyOf(source: Source, at: Place, after: Place): Body | undefined {
  const close = offsetOf(source, at.endLine, at.endColumn) - 1;
  const open = bodyStart(source.text, offsetOf(source, after.endLine, after.endColumn), close);
  return open !== undefined && source.text[close] === '}' ? { open, close } : undefined;
}

/** On a line of its own, unless the body is one line. */
function atEnd(source: Source, { at: { uri } }: Phase, { open, close }: Body, statement: string) {
  const { text, starts } = source;
  const before = text.slice(open + 1, close);
  const last = open + 1 + before.trimEnd().length;
  if (!/[\r\n]/.test(before)) {
    return { at: placeAt(source, uri, last, close), text: ` ${statement} ` };
  }
  const line = starts[lineOf(starts, close)] ?? 0;
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? '';
  return { at: placeAt(source, uri, last, last), text: `\n${indent}  ${statement}` };
}
