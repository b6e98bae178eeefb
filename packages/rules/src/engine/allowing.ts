import type { Allow, Element, ElementId, OrgModel } from '@mktorg/model';
import { elementsIn, find } from '@mktorg/model';
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

/** Every `allow` of the model with the element that holds it, in source order. */
export function allowsOf(model: OrgModel): readonly Holder[] {
  return model.documents.flatMap((uri) => allowsIn(elementsIn(model, uri)));
}

const known = new WeakMap<readonly Element[], readonly Holder[]>();

/** Worked out once for as long as the document stays as it is. */
function allowsIn(elements: readonly Element[]): readonly Holder[] {
  let holders = known.get(elements);
  if (!holders) {
    holders = elements.flatMap((element) => element.allows.map((allow) => ({ element, allow })));
    known.set(elements, holders);
  }
  return holders;
}

/**
 * The `allow` that accepts a finding: one on the element that it is about, on another that it is as much about, or,
 * where the element is but a line in the body of another (a dotted line, a step), on that one.
 */
export function allowFor(model: OrgModel, finding: Omit<Finding, 'severity'>): Allow | undefined {
  const concerned = finding.element === undefined ? finding.also : [finding.element, ...finding.also];
  for (const id of concerned) {
    const allow = allowOn(model, id, finding.rule);
    if (allow) return allow;
  }
  return undefined;
}

function allowOn(model: OrgModel, id: ElementId, rule: string): Allow | undefined {
  const element = find(model, id);
  if (!element) return undefined;
  const own = element.allows.find((allow) => allow.rule === rule);
  if (own || element.parent === undefined) return own;
  const isLine = element.kind === 'dotted-line' || element.kind === 'step';
  return isLine ? allowOn(model, element.parent, rule) : undefined;
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
