import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** One font of a file, which may hold several. */
export interface FontFace {
  readonly file: string;
  /** In a collection; 0 otherwise. */
  readonly index: number;
  readonly collection: boolean;
  /** As style sheets name it; empty where the font does not say. */
  readonly family: string;
  has(codePoint: number): boolean;
}

/** The fonts of a file: only what is needed to know their characters is read. None where it is no font. */
export function facesOf(file: string): readonly FontFace[] {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const read = reader(handle);
    const starts = directoriesOf(read);
    const collection = isCollection(read);
    return starts.map((start, index) => ({
      file,
      index,
      collection,
      family: familyIn(tableOf(read, start, 'name')),
      has: charactersIn(tableOf(read, start, 'cmap')),
    }));
  } catch {
    return [];
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/**
 * The bytes of one font. Out of a collection it is made to stand alone, so that no other member of it is taken by
 * mistake: its directory is put where a single font has it, over those of the others.
 */
export function bytesOf({ file, index, collection }: FontFace): Uint8Array {
  const bytes = readFileSync(file);
  if (!collection) return bytes;
  const start = bytes.readUInt32BE(12 + 4 * index);
  const length = 12 + 16 * bytes.readUInt16BE(start + 4);
  bytes.copyWithin(0, start, start + length);
  return bytes;
}

type Read = (offset: number, length: number) => Buffer;

function reader(handle: number): Read {
  return (offset, length) => {
    const bytes = Buffer.alloc(length);
    const count = readSync(handle, bytes, 0, length, offset);
    if (count < length) throw new Error('The font file ends too early.');
    return bytes;
  };
}

const mostFaces = 64;

function isCollection(read: Read): boolean {
  return read(0, 4).toString('latin1') === 'ttcf';
}

function directoriesOf(read: Read): readonly number[] {
  const kind = read(0, 4);
  if (isCollection(read)) {
    const count = Math.min(mostFaces, read(8, 4).readUInt32BE());
    const offsets = read(12, 4 * count);
    return Array.from({ length: count }, (_, index) => offsets.readUInt32BE(4 * index));
  }
  const tag = kind.toString('latin1');
  return tag === 'OTTO' || tag === 'true' || kind.readUInt32BE() === 0x00010000 ? [0] : [];
}

function tableOf(read: Read, start: number, tag: string): Buffer | undefined {
  const count = read(start + 4, 2).readUInt16BE();
  const directory = read(start + 12, 16 * count);
  for (let entry = 0; entry < 16 * count; entry += 16) {
    if (directory.toString('latin1', entry, entry + 4) !== tag) continue;
    return read(directory.readUInt32BE(entry + 8), directory.readUInt32BE(entry + 12));
  }
  return undefined;
}

const windows = 3;
const english = 0x409;
/** The family of all weights, or else that of the four that old programs know. */
const familyNames = [16, 1];

function familyIn(names: Buffer | undefined): string {
  if (!names) return '';
  const found = new Map<number, string>();
  const texts = names.readUInt16BE(4);
  for (let record = 6; record < 6 + 12 * names.readUInt16BE(2); record += 12) {
    if (names.readUInt16BE(record) !== windows || names.readUInt16BE(record + 4) !== english) continue;
    const from = texts + names.readUInt16BE(record + 10);
    const bytes = names.subarray(from, from + names.readUInt16BE(record + 8));
    found.set(names.readUInt16BE(record + 6), new TextDecoder('utf-16be').decode(bytes));
  }
  return familyNames.map((id) => found.get(id)).find((name) => name !== undefined) ?? '';
}

/** Reads the table that says which characters a font has. */
function charactersIn(map: Buffer | undefined): (codePoint: number) => boolean {
  if (!map) return () => false;
  let best: { readonly rank: number; readonly at: number } | undefined;
  for (let entry = 0; entry < map.readUInt16BE(2); entry += 1) {
    const at = map.readUInt32BE(4 + 8 * entry + 4);
    const rank = { 4: 1, 12: 2 }[map.readUInt16BE(at)] ?? 0;
    if (rank > (best?.rank ?? 0)) best = { rank, at };
  }
  if (!best) return () => false;
  const ranges = best.rank === 2 ? groups(map, best.at) : segments(map, best.at);
  return (codePoint) => {
    let low = 0;
    let high = ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const [from = 0, to = 0] = ranges[middle] ?? [];
      if (codePoint < from) high = middle - 1;
      else if (codePoint > to) low = middle + 1;
      else return true;
    }
    return false;
  };
}

type Ranges = readonly (readonly [from: number, to: number])[];

/** Format 12: groups of code points. */
function groups(map: Buffer, at: number): Ranges {
  const count = map.readUInt32BE(at + 12);
  return Array.from({ length: count }, (_, index) => [
    map.readUInt32BE(at + 16 + 12 * index),
    map.readUInt32BE(at + 20 + 12 * index),
  ]);
}

/** Format 4: segments of the basic plane. A segment may map some of its characters to nothing; that is rare enough. */
function segments(map: Buffer, at: number): Ranges {
  const count = map.readUInt16BE(at + 6) / 2;
  return Array.from({ length: count }, (_, index): readonly [number, number] => [
    map.readUInt16BE(at + 16 + 2 * count + 2 * index),
    map.readUInt16BE(at + 14 + 2 * index),
  ]).filter(([from]) => from !== 0xffff);
}
