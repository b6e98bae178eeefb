import { isUtf8 } from 'node:buffer';

/** The text of a file, and what is wrong with its encoding. */
export interface Decoded {
  readonly text: string;
  readonly trouble?: {
    readonly message: string;
    /** Where the text starts to be in doubt, in UTF-16 units. */
    readonly offset: number;
  };
}

/**
 * Reads bytes as UTF-8, with or without a byte order mark. Other encodings are read as well as can be, so that one
 * problem is reported and not one for every name.
 */
export function decode(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes);
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes);
    const message = `This file is encoded in ${wide.toUpperCase()}; mktorg reads UTF-8. Save it as UTF-8.`;
    return { text, trouble: { message, offset: 0 } };
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  if (isUtf8(bytes)) return { text };
  const damage = firstDamage(text, bytes);
  const byte = (bytes[damage.byte] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const message = `Byte 0x${byte} is not UTF-8, so this file is damaged or in another encoding. Save it as UTF-8.`;
  // With nothing but ASCII before it, the whole file is in an encoding of one byte a character; mostly this one.
  const single = damage.byte === damage.offset;
  return {
    text: single ? new TextDecoder('windows-1252').decode(bytes) : text,
    trouble: { message, offset: damage.offset },
  };
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && fourth === 0 && first !== 0 && third !== 0 && bytes.length >= 4) return 'utf-16le';
  if (first === 0 && third === 0 && second !== 0 && fourth !== 0 && bytes.length >= 4) return 'utf-16be';
  return undefined;
}

/** The first replacement character that stands for a byte that could not be read, and not for itself. */
function firstDamage(text: string, bytes: Uint8Array): { readonly offset: number; readonly byte: number } {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let byte = mark;
  let from = 0;
  for (let offset = text.indexOf('\uFFFD'); offset >= 0; offset = text.indexOf('\uFFFD', offset + 1)) {
    byte += Buffer.byteLength(text.slice(from, offset));
    if (bytes[byte] !== 0xef || bytes[byte + 1] !== 0xbf || bytes[byte + 2] !== 0xbd) return { offset, byte };
    from = offset;
  }
  return { offset: 0, byte: 0 };
}
