import { closest } from './closest.ts';
import type { Word } from './elements.ts';
import type { Fact, Fragment, Problem } from './fragment.ts';
import { list, quoted } from './phrases.ts';
import type { Property } from './schema.ts';

/** Words that are none of the fixed set that their statement takes. */
export function unknownWords(fragment: Fragment): readonly Problem[] {
  const problems: Problem[] = [];
  const check = (facts: readonly Fact[]): void => {
    for (const fact of facts) {
      const { property } = fact;
      if (property.words === undefined) continue;
      if (fact.type === 'word') take(property, fact.value);
      if (fact.type === 'transition') {
        take(property, fact.value.from);
        take(property, fact.value.to);
      }
    }
  };
  const take = (property: Property, word: Word): void => {
    const problem = unknownWord(property, word);
    if (problem) problems.push(problem);
  };
  for (const declaration of fragment.declarations) {
    check(declaration.facts);
    for (const change of declaration.changes ?? []) check(change.facts ?? []);
  }
  return problems;
}

function unknownWord({ keyword, words = {} }: Property, { value, at }: Word): Problem | undefined {
  if (Object.hasOwn(words, value)) return undefined;
  const known = Object.keys(words);
  return {
    rule: 'integrity/unknown-word',
    message: `\`${keyword}\` knows no \`${value}\`. It takes ${list(known.map(quoted), 'or')}.`,
    at,
    data: { replacements: closest(value, known) },
  };
}
