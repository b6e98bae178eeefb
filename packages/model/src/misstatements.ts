import { fieldsOf } from './change/fields.ts';
import type { ElementId, Text } from './elements.ts';
import { label } from './elements.ts';
import type { Declaration, Fact, Problem, RawRef } from './fragment.ts';
import type { ElementKind } from './kinds.ts';
import { kindNoun, organizationKinds, termOfKind, withArticle } from './kinds.ts';
import { organizationKindOf } from './namesakes.ts';
import { anyOfThese, capital, list, nounAndPath, nounOf } from './phrases.ts';
import type { Place } from './place.ts';
import { lineEnds, propertiesOf } from './schema.ts';

/** `is` on a kind of element that has no terms. */
export function pointlessTerm({ name, at }: RawRef): Problem {
  const kinds = Object.keys(termOfKind).map((kind) => withArticle(kind));
  return {
    rule: 'integrity/misplaced-statement',
    message: `\`is ${name}\` says of ${list(kinds, 'or')} which it is; nothing else has kinds. Remove it.`,
    at,
  };
}

/** A statement about an element of a kind that cannot say it. */
export function misplacedStatement(phrase: string, kind: ElementKind, at: Place): Problem {
  const own = [...propertiesOf(kind).values()].filter(({ on }) => on.length < 20).map((each) => each.keyword);
  const could = own.length > 0 ? ` ${capital(withArticle(kindNoun(kind)))} can say: ${own.join(', ')}.` : '';
  const homes = organizationKinds.filter((each) => canSay(each, phrase)).map(kindNoun);
  const belongs = homes.length > 0 && homes.length < 8 ? ` It belongs to: ${homes.join(', ')}.` : '';
  return {
    rule: 'integrity/misplaced-statement',
    message: `\`${phrase}\` does not apply to ${withArticle(kindNoun(kind))}.${belongs}${could}`,
    at,
  };
}

function canSay(kind: ElementKind, phrase: string): boolean {
  return propertiesOf(kind).has(phrase) || fieldsOf(kind).some(({ keyword }) => keyword === phrase);
}

/** One change states something, and takes it back. */
export function contradiction(phrase: string, at: Place): Problem {
  return {
    rule: 'integrity/duplicate-statement',
    message: `This change states \`${phrase}\` itself, and takes it back here. Remove one.`,
    at,
  };
}

/** A phase states something of an element in two changes, of which the later takes the place of the earlier. */
export function repeatedInPhase(id: ElementId, field: string, at: Place, first: Place): Problem {
  const kind = organizationKindOf(id);
  const stated = kind && fieldsOf(kind).find(({ name }) => name === field);
  const phrase = stated && stated.keyword !== field ? `\`${stated.keyword}\`` : `the ${field}`;
  const otherwise = stated?.many === 'list' ? ', or add to the list with `+`' : '';
  return {
    rule: 'integrity/duplicate-statement',
    message: `This phase states ${phrase} of the ${nounAndPath(id)} on line ${first.line + 1} already. Keep one${otherwise}.`,
    at,
    related: [{ message: 'Stated first', at: first }],
  };
}

/** A place among others, of what has none. */
export function orderless(where: 'after' | 'before', { at }: RawRef): Problem {
  return {
    rule: 'integrity/misplaced-statement',
    message: `\`${where}\` says where a step goes among the steps of a process; nothing else stands in an order.`,
    at,
  };
}

/** Responsibilities are taken back one by one. */
export function takenByName(phrase: string, at: Place): Problem {
  return {
    rule: 'integrity/misplaced-statement',
    message: `Say of what: \`${phrase} -name\` takes one back, and the others stay.`,
    at,
  };
}

/** A change gives one title to several elements. */
export function titleOfSeveral({ at }: Text): Problem {
  return {
    rule: 'integrity/misplaced-statement',
    message: 'A title belongs to one element: change the others in lines of their own.',
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
