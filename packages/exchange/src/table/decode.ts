import type { TableProblem } from './problem.ts';

// A web standard that Node and every browser has, and TypeScript declares only with the DOM or with Node.
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

export interface DecodeOptions {
  /** What the user says: any label of the encoding standard, for instance `windows-1256` or `gb18030`. */
  readonly encoding?: string;
  /** Asked for an encoding where the bytes are no Unicode; a detector is too large to live here. */
  readonly guess?: (bytes: Uint8Array) => string | undefined;
}

export interface Decoded {
  /** Undefined where the bytes are no text. */
  readonly text?: string;
  readonly encoding: string;
  readonly problems: readonly TableProblem[];
}

/** Text out of bytes: a byte order mark decides, then valid UTF-8, then the guess, then windows-1252. */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const foreign = formatOf(bytes);
  if (foreign) return { encoding: 'none', problems: [notText(foreign)] };
  if (options.encoding) return decodeAs(bytes, options.encoding);
  const unicode = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (unicode) return decodeAs(bytes, unicode);
  if (bytes.includes(0)) return { encoding: 'none', problems: [notText('a file with NUL bytes')] };
  const text = attempt(bytes, 'utf-8', true);
  if (text !== undefined) return { text, encoding: 'utf-8', problems: [] };
  return decodeByGuess(bytes, options);
}

function decodeByGuess(bytes: Uint8Array, options: DecodeOptions): Decoded {
  const guessed = options.guess?.(bytes)?.toLowerCase();
  const encoding =
    guessed && guessed !== 'utf-8' && attempt(bytes, guessed, true) !== undefined ? guessed : 'windows-1252';
  return {
    text: attempt(bytes, encoding, false) ?? '',
    encoding,
    problems: [
      {
        code: 'guessed-encoding',
        severity: 'warning',
        what: 'The file is not UTF-8.',
        done: `It was read as ${encoding}: look at the letters with accents and at other scripts.`,
        wayOut: 'Export it as "CSV UTF-8", or say what it is with --encoding.',
        lines: [],
      },
    ],
  };
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const text = attempt(bytes, encoding, false);
  if (text !== undefined) return { text, encoding: encoding.toLowerCase(), problems: [] };
  return {
    encoding,
    problems: [
      {
        code: 'unknown-encoding',
        severity: 'error',
        what: `"${encoding}" is no encoding that is known here.`,
        done: 'The file was not read.',
        wayOut: 'Say for instance utf-8, utf-16le, windows-1252, windows-1256, gb18030, big5 or shift_jis.',
        lines: [],
      },
    ],
  };
}

function attempt(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: the headings of a table are mostly Latin, so every other byte of its start is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 512);
  let even = 0;
  let odd = 0;
  start.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  const many = start.length / 5;
  if (odd > many && even < many / 10) return 'utf-16le';
  if (even > many && odd < many / 10) return 'utf-16be';
  return undefined;
}

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an .xlsx or .ods workbook (a zip archive)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old .xls workbook'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
];

function formatOf(bytes: Uint8Array): string | undefined {
  return signatures.find(([signature]) => signature.every((byte, i) => bytes[i] === byte))?.[1];
}

function notText(format: string): TableProblem {
  return {
    code: 'not-text',
    severity: 'error',
    what: `This is no text: it looks like ${format}.`,
    done: 'Nothing was read.',
    wayOut: 'Open it in the spreadsheet program, choose "Save as" or "Download", and take CSV (UTF-8).',
    lines: [],
  };
}
