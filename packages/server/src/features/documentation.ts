import { type ElementKind, find, type OrgModel, type Property } from '@mktorg/model';
import { code, escapeMarkdown } from '../text/markdown.ts';

/** What the vocabulary says about a word of the field. */
export function conceptOf(model: OrgModel, word: string): string | undefined {
  return find(model, `concept:${word}`)?.description;
}

const conceptNames: { readonly [kind in ElementKind]?: string } = { ai: 'ai-capability', layer: 'layer' };

/** Markdown. */
export function kindDoc(model: OrgModel, kind: ElementKind): string {
  return escapeMarkdown(conceptOf(model, conceptNames[kind] ?? kind) ?? '');
}

/** Markdown: what a statement means, how it is written, and what the field calls it. */
export function propertyDoc(model: OrgModel, property: Property): string {
  const concept = conceptOf(model, property.keyword.split(' ')[0] ?? '');
  const words = Object.entries(property.words ?? {}).map(
    ([word, doc]) => `- ${code(word)} ${escapeMarkdown(doc)}`,
  );
  return [
    escapeMarkdown(property.doc),
    code(property.example),
    ...(words.length > 0 ? [words.join('\n')] : []),
    ...(concept === undefined ? [] : [`*${escapeMarkdown(concept)}*`]),
  ].join('\n\n');
}

/** Words that open a further part of a statement. */
export const partDocs: { readonly [word: string]: string } = {
  is: 'The standard term for it: the function of a team, the category of a platform.',
  as: 'Its form, such as a center of excellence.',
  in: 'The regions and business lines that it is for.',
  with: 'Who shares it.',
  because: 'Why: the recorded ruling.',
  for: 'For what.',
  per: 'Year, quarter or month.',
  within: 'The time that it may take.',
  via: 'The platform that it is done with.',
  approval: 'Somebody approves here.',
};
