import type { ElementId } from './elements.ts';
import { label } from './elements.ts';
import type { Declaration, Fact, Problem, RawRef } from './fragment.ts';
import { kindNoun, termOfKind, withArticle } from './kinds.ts';
import { anyOfThese, list, nounOf } from './phrases.ts';
import { lineEnds } from './schema.ts';

/** `is` on a kind of element that has no terms. */
export function pointlessTerm({ name, at }: RawRef): Problem {
  const kinds = Object.keys(termOfKind).map((kind) => withArticle(kind));
  return {
    rule: 'integrity/misplaced-statement',
    message: `\`is ${name}\` says of ${list(kinds, 'or')} which it is; nothing else has kinds. Remove it.`,
    at,
  };
}

/** A dotted line in the body of what can have none. */
export function wrongStart({ at }: Declaration, source: ElementId): Problem {
  return {
    rule: 'integrity/wrong-kind',
    message: `A dotted line starts at ${anyOfThese(lineEnds)}, not at ${withArticle(nounOf(source))}.`,
    at,
  };
}

/** A statement that can be made once, made again. */
export function repeatedStatement(fact: Fact, first: Fact): Problem {
  const { keyword } = fact.property;
  return {
    rule: 'integrity/duplicate-statement',
    message: `\`${keyword}\` is stated twice, and can be stated once: the first counts. Remove one.`,
    at: fact.at,
    related: [{ message: `\`${keyword}\` is stated here first`, at: first.at }],
  };
}

/** A later declaration of what the first declares already. */
export function repeatedDeclaration(
  declaration: Pick<Declaration, 'kind' | 'name' | 'nameAt'>,
  first: Pick<Declaration, 'name' | 'title' | 'nameAt'>,
): Problem {
  const { kind, name, nameAt } = declaration;
  return {
    rule: 'integrity/duplicate-name',
    message:
      kind === 'organization'
        ? `This folder already is the organization \`${first.name}\`, and the first counts. Move one to a folder of its own.`
        : `There already is a ${kindNoun(kind)} \`${name}\` here, and the first counts. Rename or remove one.`,
    at: nameAt,
    related: [{ message: `${label(first)} is declared here first`, at: first.nameAt }],
  };
}
