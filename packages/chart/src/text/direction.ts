export type Direction = 'ltr' | 'rtl';

const strong = /\p{L}/u;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Hanifi_Rohingya}\p{Script=Mende_Kikakui}]/u;
const mayBeRtl = /[\u0590-\u08ff\ufb1d-\ufefc\ud802\ud803\ud83a]/;

/** The direction of a text is that of its first letter, as the Unicode bidirectional algorithm has it (P2, P3). */
export function directionOf(text: string): Direction {
  if (!mayBeRtl.test(text)) return 'ltr';
  const letter = strong.exec(text)?.[0];
  return letter !== undefined && rightToLeft.test(letter) ? 'rtl' : 'ltr';
}

/** Whether any part of the text runs from right to left. */
export function hasRtl(text: string): boolean {
  return mayBeRtl.test(text) && rightToLeft.test(text);
}

/** Wraps text that runs from right to left, so that its direction leaves its surroundings alone. */
export function isolate(text: string): string {
  return hasRtl(text) ? `\u2068${text}\u2069` : text;
}

export function isIsolated(text: string): boolean {
  return text.includes('\u2068');
}

/** Names in a row. None is broken where it can be helped, and none changes the order of the others. */
export function listed(names: readonly string[]): string {
  if (names.length === 1) return names[0] ?? '';
  return names
    .map((name) => (unspacedOrRtl.test(name) ? `\u2068${name}\u2069` : name.replaceAll(' ', '\u00a0')))
    .join(', ');
}

const unspacedOrRtl =
  /[\u0590-\u08ff\u0e00-\u109f\u1780-\u17ff\u2e80-\ufefc]|[\ud802\ud803\ud83a\ud840-\ud8bf]/;
