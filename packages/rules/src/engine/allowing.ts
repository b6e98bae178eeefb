import type { Allow, Element, ElementId, OrgModel } from '@mktorg/model';
import { elementsIn, find, grouped, perDocument } from '@mktorg/model';
import type { Allowed, Finding } from '../finding.ts';
import { stringText } from '../fix.ts';

interface Holder {
  readonly element: Element;
  readonly allow: Allow;
}

/** An `allow` as the language writes it. */
export function allowText({ rule, because }: Pick<Allow, 'rule' | 'because'>): string {
  return because === undefined ? `allow ${rule}` : `allow ${rule} because ${stringText(because)}`;
}

const allowsByDocument = perDocument((elements) =>
  elements.flatMap((element) => element.allows.map((allow): Holder => ({ element, allow }))),
);

const allowsById = grouped((elements) => {
  const holding = elements.filter(({ allows }) => allows.length > 0);
  return new Map(holding.map(({ id, allows }) => [id, allows]));
});

/** Whether an element of the document holds an `allow`. */
export function holdsAllows(model: OrgModel, uri: string): boolean {
  return elementsIn(model, uri).some(({ allows }) => allows.length > 0);
}

/** Every `allow` of the model with the element that holds it, in source order. */
export function allowsOf(model: OrgModel): readonly Holder[] {
  return allowsByDocument(model).flat();
}

/**
 * Gives the `allow` that accepts a finding: one on the element that it is about, on another that it is as much about,
 * or, where the element is but a line in the body of another (a dotted line, a step), on that one.
 */
export function allowing(model: OrgModel): (finding: Finding) => Allow | undefined {
  if (allowsByDocument(model).every((allows) => allows.length === 0)) return () => undefined;
  const allowOn = (id: ElementId, rule: string): Allow | undefined => {
    const own = allowsById(model, id).find((allow) => allow.rule === rule);
    if (own || !isLine(id)) return own;
    const around = find(model, id)?.parent;
    return around === undefined ? undefined : allowOn(around, rule);
  };
  return ({ rule, element, also }) => {
    const own = element === undefined ? undefined : allowOn(element, rule);
    if (own) return own;
    for (const id of also) {
      const allow = allowOn(id, rule);
      if (allow) return allow;
    }
    return undefined;
  };
}

/** An element that is but a line in the body of another. */
export function isLine(id: ElementId): boolean {
  return id.startsWith('dotted-line:') || id.startsWith('step:');
}

/** The allows that accept nothing, of rules that ran. */
export function unusedAllows(
  model: OrgModel,
  allowed: readonly Allowed[],
  ran: ReadonlySet<string>,
): readonly Holder[] {
  const used = new Set(allowed.map(({ allow }) => allow));
  return allowsOf(model).filter(({ allow }) => ran.has(allow.rule) && !used.has(allow));
}
