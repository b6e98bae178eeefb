import type { ElementId, OrgModel, Phase, PhaseChange, Place } from '@mktorg/model';
import { find, findAs, shortestName } from '@mktorg/model';
import type { Edit } from './fix.ts';
import { bodyStart, lineOf, offsetOf, placeAt, type Source, sourceOf } from './source-text.ts';
import { propertyIn } from './stated-property.ts';

/**
 * Where a phase comes to state something on an element, and what is to stand there: a line in the `change` of it alone
 * that the phase has, or a `change` at the end of the phase. What the phase says of the same thing already stays, and
 * comes first.
 */
export function statedInPhase(
  model: OrgModel,
  { phase: phaseId, element, statement }: Edit & { readonly kind: 'state-in-phase' },
  textOf: (uri: string) => string | undefined,
): { readonly at: Place; readonly text: string } | undefined {
  const phase = findAs(model, phaseId, 'phase');
  const source = phase && sourceOf(textOf, phase.at.uri);
  if (!phase || !source) return undefined;
  const changes = phase.changes.filter((each) => isOf(each, element));
  const kind = find(model, element)?.kind;
  const property = kind && propertyIn(kind, statement);
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
