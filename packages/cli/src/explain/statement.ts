import { kindNoun, type Property, properties } from '@mktorg/model';

/** What can be stated with these words, one entry for each meaning. */
export function statementsCalled(words: string): readonly Property[] {
  const wanted = words.trim().toLowerCase();
  return properties.filter(({ keyword }) => keyword === wanted);
}

/** A statement of the language as Markdown: what it means, where it stands, how it is written. */
export function statementMarkdown({ keyword, doc, on, example, words }: Property): string {
  const where = on.length > 20 ? 'everything' : on.map(kindNoun).join(', ');
  const parts = [`# ${keyword}`, `A statement on: ${where}.`, doc];
  const values = Object.entries(words ?? {});
  if (values.length > 0) {
    parts.push(
      values.map(([word, meaning]) => `- \`${word}\`${meaning === '' ? '' : ` ${meaning}`}`).join('\n'),
    );
  }
  parts.push(`\`\`\`mktorg\n${example}\n\`\`\``);
  return `${parts.join('\n\n')}\n`;
}
