import {
  closest,
  type Element,
  type ElementKind,
  isTermKind,
  kindNoun,
  label,
  type OrgModel,
  withArticle,
} from '@mktorg/model';
import { Failure } from '../failure.ts';

/**
 * The element that a call names: by its name in the model, as short as is unique, or by its title; a name may be
 * written as a title is.
 * @throws {Failure} where there is none or more than one, with the candidates
 */
export function elementNamed(model: OrgModel, name: string, kinds: readonly ElementKind[]): Element {
  const candidates = [...model.elements.values()].filter(
    ({ kind }) => kinds.includes(kind) && !isTermKind(kind),
  );
  const found = firstThatFinds(candidates, [
    ({ id }) => id === name,
    ({ path }) => path === name,
    ({ path }) => path.endsWith(`.${name}`),
    (element) => label(element).toLowerCase() === name.toLowerCase(),
    (element) => plain(element.name) === plain(name),
  ]);
  const [element, ...others] = found;
  if (element && others.length === 0) return element;
  if (element) {
    throw new Failure(
      `“${name}” is the name of ${found.length} elements. Say which one:`,
      ...found.map((each) => `${each.path}  (${kindNoun(each.kind)} “${label(each)}”)`),
    );
  }
  throw noElement(model, name, kinds, candidates);
}

/** Candidates that are told where none is near what was written. */
const mostNames = 8;

function noElement(
  model: OrgModel,
  name: string,
  kinds: readonly ElementKind[],
  candidates: readonly Element[],
): Failure {
  const [kind, ...others] = kinds;
  const similar = closest(name, new Set(candidates.flatMap((each) => [each.name, each.path])));
  const all = candidates.map((each) => each.name).join(', ');
  const near =
    similar.length > 0
      ? [`Did you mean ${similar.join(', or ')}?`]
      : candidates.length > 0 && candidates.length <= mostNames
        ? [`There is ${all}.`]
        : [];
  if (kind !== undefined && others.length === 0) {
    const noun = kindNoun(kind);
    if (candidates.length === 0) return new Failure(`${model.name} has no ${noun}, and so no “${name}”.`);
    return new Failure(`${model.name} has no ${noun} that is called “${name}”.`, ...near);
  }
  return new Failure(
    `Nothing in ${model.name} that a chart can start from is called “${name}”.`,
    ...near,
    `It can be ${kinds.map((each) => withArticle(kindNoun(each))).join(', ')}.`,
  );
}

/** `Brand Design` as a name would have it. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_]+/g, '-');
}

function firstThatFinds(
  candidates: readonly Element[],
  tests: readonly ((element: Element) => boolean)[],
): readonly Element[] {
  for (const test of tests) {
    const found = candidates.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}
