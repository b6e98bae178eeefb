/**
 * Which forms of Chinese characters a text wants: the same characters are drawn differently in Japan, Korea, mainland
 * China and Taiwan, and one font collection has them all, in this order.
 */
export type HanForm = 'japanese' | 'korean' | 'simplified' | 'traditional';

export const hanForms: readonly HanForm[] = ['japanese', 'korean', 'simplified', 'traditional'];

export function hanFormOf(text: string): HanForm {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'japanese';
  if (/\p{Script=Hangul}/u.test(text)) return 'korean';
  let traditional = 0;
  let simplified = 0;
  for (const [char] of text.matchAll(/\p{Script=Han}/gu)) {
    const inBig5 = big5().has(char);
    const inGb = gb2312().has(char);
    if (inBig5 && !inGb) traditional += 1;
    if (inGb && !inBig5) simplified += 1;
  }
  return traditional > simplified ? 'traditional' : 'simplified';
}

/** Characters of the encodings that were made for either script: what only one of them has tells which it is. */
const big5 = once(() => charactersOf('big5', 0xa4, 0xf9, 0x40));
const gb2312 = once(() => charactersOf('gbk', 0xb0, 0xf7, 0xa1));

function charactersOf(encoding: string, first: number, last: number, from: number): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead += 1) {
    for (let trail = from; trail <= 0xfe; trail += 1) {
      if (trail < 0x7f || trail > 0xa0) bytes.push(lead, trail);
    }
  }
  return new Set(new TextDecoder(encoding).decode(Uint8Array.from(bytes)));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
