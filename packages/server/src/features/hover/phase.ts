import {
  type AfterPhase,
  afterPhase,
  type Element,
  type ElementId,
  type Gone,
  label,
  type OrgModel,
  type Phase,
} from '@mktorg/model';
import { escapeMarkdown } from '../../text/markdown.ts';
import { elementOf } from '../subject.ts';
import { factsOf } from './element.ts';

/** Markdown: what is different of an element after a phase; nothing where nothing is. */
export function phaseHover(model: OrgModel, element: Element, phase: Phase): string | undefined {
  const outcome = afterPhase(model, phase.id);
  if (!outcome) return undefined;
  const after = elementAfter(outcome, element.id);
  if (!after) {
    const gone = outcome.gone.get(element.id);
    return gone && `${headline(gone.phase)} ${goneText(model, gone)}`;
  }
  const today = model.elements.get(element.id);
  const known = new Set(today ? factsOf(model, today).map(textOf) : []);
  const facts = factsOf(outcome.model, after).filter((fact) => fact[1] !== '' && !known.has(textOf(fact)));
  if (facts.length === 0) return today ? undefined : headline(phase);
  return `${headline(phase)}\n${facts.map((fact) => `- ${textOf(fact)}`).join('\n')}`;
}

function headline(phase: Phase): string {
  return `After **${escapeMarkdown(label(phase))}**:`;
}

function textOf([name, fact]: readonly [name: string, fact: string]): string {
  return name === '' ? fact : `${name}: ${fact}`;
}

function elementAfter({ model, ids }: AfterPhase, id: ElementId): Element | undefined {
  const now = ids.get(id);
  return now === undefined ? undefined : model.elements.get(now);
}

const how: { readonly [how in Gone['how']]: readonly [alone: string, into: string] } = {
  removed: ['removed', 'removed for'],
  retired: ['retired', 'replaced by'],
  merged: ['merged away', 'merged into'],
};

function goneText(model: OrgModel, gone: Gone): string {
  const successor = elementOf(model, gone.successor);
  const [alone, into] = how[gone.how];
  return successor ? `${into} ${escapeMarkdown(label(successor))}` : alone;
}

/** The phase around an element of today, or the one that brings what a plan adds. */
export function phaseAround(model: OrgModel, around: Element | undefined): Phase | undefined {
  if (!around) return undefined;
  if (around.kind === 'phase') return around;
  if (model.elements.get(around.id) === around) {
    return around.parent === undefined ? undefined : phaseAround(model, model.elements.get(around.parent));
  }
  const phases = model.byKind.phase;
  return phases.find(({ changes }) => changes.some(({ adds }) => adds.some(({ id }) => id === around.id)));
}
