import type { Phrase, Word } from '@mktorg/review';
import { clean } from '../terminal/clean.ts';
import { segments, width } from '../terminal/fit.ts';

/** Breaks a phrase into lines of at most so many cells, at spaces; what is longer than a line is broken anywhere. */
export function flow(phrase: Phrase, cells: number): readonly Phrase[] {
  const lines: Word[][] = [[]];
  let used = 0;
  const put = (text: string, of: Word): void => {
    const line = lines.at(-1);
    const last = line?.at(-1);
    // What is set apart in the same way stays one.
    if (typeof last === 'string' && typeof of === 'string') line?.splice(-1, 1, last + text);
    else if (typeof last === 'object' && typeof of === 'object' && last.as === of.as)
      line?.splice(-1, 1, { ...last, text: last.text + text });
    else line?.push(typeof of === 'string' ? text : { ...of, text });
    used += width(text);
  };
  const next = (): void => {
    lines.push([]);
    used = 0;
  };
  for (const word of phrase) {
    const text = clean(typeof word === 'string' ? word : word.text);
    for (const part of text.split(/(?<= )/)) {
      if (used > 0 && used + width(part.trimEnd()) > cells) next();
      if (used === 0 && part.trim() === '') continue;
      if (width(part.trimEnd()) <= cells) put(part, word);
      else
        for (const { segment } of segments(part)) {
          if (used > 0 && used + width(segment) > cells) next();
          put(segment, word);
        }
    }
  }
  return lines.map(trimmed);
}

/** Without the space at the end that the line was broken at. */
function trimmed(line: readonly Word[]): Phrase {
  const last = line.at(-1);
  if (last === undefined) return line;
  const end = typeof last === 'string' ? last.trimEnd() : { ...last, text: last.text.trimEnd() };
  return [...line.slice(0, -1), end];
}
