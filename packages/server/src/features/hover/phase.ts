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
import { type Finding, findingKey, rulesOfPhases } from '@mktorg/rules';
import { code, escapeMarkdown } from '../../text/markdown.ts';
import { elementOf } from '../subject.ts';
import { factsOf, findingsText } from './element.ts';

/** What is found of an element today; and of all elements after a phase, once that is known. */
interface Found {
  readonly today: readonly Finding[];
  readonly after: readonly Finding[] | undefined;
}

/** Markdown: what is different of an element after a phase, and what is found of it; nothing where nothing is. */
export function phaseHover(
  model: OrgModel,
  element: Element,
  phase: Phase,
  found: Found,
): string | undefined {
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
  const lines = [...facts.map((fact) => `- ${textOf(fact)}`), ...findingsLines(element.id, found)];
  if (lines.length === 0) return today ? undefined : headline(phase);
  return `${headline(phase)}\n${lines.join('\n')}`;
}

/** What a phase or one before it has brought, and what is found today and is no more by then. */
function findingsLines(id: ElementId, { today, after }: Found): readonly string[] {
  if (!after) return [];
  const then = after.filter(({ element }) => element === id);
  const keys = new Set(then.map(findingKey));
  const solved = today.filter((finding) => isOfPhases(finding) && !keys.has(findingKey(finding)));
  const fresh = then.filter((finding) => finding.phase !== undefined);
  return [
    ...(fresh.length > 0 ? [findingsText(fresh)] : []),
    ...solved.map(({ message, rule }) => `- resolved: ${escapeMarkdown(message)} ${code(rule)}`),
  ];
}

/** What is about the plan or the text itself is judged once. */
function isOfPhases({ rule }: Finding): boolean {
  return rulesOfPhases.includes(rule);
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
