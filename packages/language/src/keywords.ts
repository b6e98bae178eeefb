import {
  changeSlots,
  type ElementKind,
  organizationKinds,
  properties,
  type RawChange,
  termKinds,
} from '@mktorg/model';

/** The words that open an element: its kinds, but for the dotted line, which is an arrow. */
export const elementKeywords: readonly ElementKind[] = [
  ...organizationKinds.filter((kind) => kind !== 'dotted-line'),
  ...termKinds,
];

/** The words that open the changes of a phase. */
const changeKeywords: readonly string[] = Object.keys(changeSlots);

export function isChangeKeyword(word: string): word is RawChange['type'] {
  return Object.hasOwn(changeSlots, word);
}

/** The first words of statements and changes. */
export const statementKeywords: readonly string[] = [
  ...new Set([
    ...properties.map((property) => property.keyword.split(' ')[0] ?? property.keyword),
    ...changeKeywords,
    ...['rules', 'rate'],
  ]),
];

/** The words that open what can be said of an element, in its body or its header: `owner`, `reports to`, `is`. */
export const statementPhrases: readonly string[] = [
  ...new Set([...properties.map(({ keyword }) => keyword), 'is', 'as', 'in', 'within', 'approval']),
];

/** All of them; some words open both. */
export const keywords: readonly string[] = [...new Set<string>([...elementKeywords, ...statementKeywords])];

const elements: ReadonlySet<string> = new Set(elementKeywords);

export function isElementKeyword(word: string): word is ElementKind {
  return elements.has(word);
}
