import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Terminal } from '../terminal/terminal.ts';
import { bytesOf, type FontFace, facesOf } from './font-file.ts';
import { hanFormOf, hanForms } from './han.ts';
import { systemFontFiles } from './system-fonts.ts';

export interface Fonts {
  readonly buffers: readonly Uint8Array[];
  /** Characters that no font has. */
  readonly missing: readonly string[];
  /** The family that a character is to be drawn in, where it is not that of the fonts that mktorg brings. */
  familyFor(char: string): string | undefined;
}

/** The family of the fonts that mktorg brings. */
export const ownFamily = 'DejaVu Sans';

/**
 * Fonts that have the characters of a text: those that mktorg brings, so that a picture is the same on every machine,
 * and for what they lack the fewest that this machine has.
 */
export function fontsFor(text: string, env: Terminal['env']): Fonts {
  const own = ownFontFiles().flatMap((file) => facesOf(file).slice(0, 1));
  let missing = charactersOf(text).filter((char) => !own.some((face) => face.has(codeOf(char))));
  const others: FontFace[] = [];
  if (missing.length > 0) {
    const form = hanForms.indexOf(hanFormOf(text));
    for (const file of systemFontFiles(env)) {
      const faces = facesOf(file);
      const face = faces[form] ?? faces[0];
      if (!face) continue;
      const left = missing.filter((char) => !face.has(codeOf(char)));
      if (left.length === missing.length) continue;
      missing = left;
      others.push(face, ...boldOf(face));
      if (missing.length === 0) break;
    }
  }
  return {
    buffers: [...own, ...others].map(bytesOf),
    missing,
    familyFor(char) {
      const code = codeOf(char);
      if (code < 0x250 || own.some((face) => face.has(code))) return undefined;
      return others.find((face) => face.has(code))?.family || undefined;
    },
  };
}

/** Everything that is drawn: no spaces, no marks that only steer the layout. */
function charactersOf(text: string): readonly string[] {
  return [...new Set(text)].filter((char) => !/[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/u.test(char)).sort();
}

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

function boldOf(face: FontFace): readonly FontFace[] {
  const file = face.file.replace(/Regular(?=[^/\\]*$)/, 'Bold');
  return file !== face.file && existsSync(file) ? facesOf(file).slice(face.index, face.index + 1) : [];
}

/** Beside the program in a build, in a development dependency in the sources. */
function ownFontFiles(): readonly string[] {
  const names = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];
  const built = names.map((name) => path.join(import.meta.dirname, '../fonts', name));
  if (built.every((file) => existsSync(file))) return built;
  try {
    const require = createRequire(import.meta.url);
    return names.map((name) => require.resolve(`dejavu-fonts-ttf/ttf/${name}`));
  } catch {
    return [];
  }
}
