import { type ElementKind, organizationKinds, properties, termKinds } from '@mktorg/model';

/** The words that open an element: its kinds, but for the dotted line, which is an arrow. */
export const elementKeywords: readonly ElementKind[] = [
  ...organizationKinds.filter((kind) => kind !== 'dotted-line'),
  ...termKinds,
];

/** The first words of statements and operations. */
export const statementKeywords: readonly string[] = [
  ...new Set([
    ...properties.map((property) => property.keyword.split(' ')[0] ?? property.keyword),
    ...['add', 'move', 'merge', 'remove', 'change', 'retire', 'source', 'told', 'rules', 'rate'],
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
