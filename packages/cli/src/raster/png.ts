import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fontStack } from '@mktorg/chart';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { Failure } from '../failure.ts';
import { type Fonts, ownFamily } from './fonts.ts';

/** Beyond these the rasterizer runs out of memory, and viewers refuse the picture. */
const longestSide = 20_000;
const mostPixels = 120_000_000;

export interface Picture {
  readonly png: Uint8Array;
  /** Pixels for each unit of the SVG; less than what was asked for where the picture would be too large. */
  readonly scale: number;
}

/** Draws an SVG as PNG. */
export async function rasterize(
  svg: string,
  size: { readonly width: number; readonly height: number },
  scale: number,
  fonts: Fonts,
): Promise<Picture> {
  const { width, height } = size;
  const most = Math.min(longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
  const used = Math.min(scale, most);
  if (used < 0.2) {
    throw new Failure(
      `The chart is ${Math.round(width)} × ${Math.round(height)}: as a picture that one can read it would be too large.`,
      'Draw a part of it (--of, --depth), or make an SVG or an HTML file: they have no such limit.',
    );
  }
  await initWasm(readFileSync(wasmFile()));
  const drawing = new Resvg(withFamilies(svg, fonts), {
    font: {
      fontBuffers: [...fonts.buffers],
      defaultFontFamily: ownFamily,
      sansSerifFamily: ownFamily,
    },
    fitTo: { mode: 'zoom', value: used },
  });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return { png, scale: used };
}

/**
 * The SVG with the families that are there. Without them the rasterizer takes whatever has a character, and forgets
 * the weight.
 */
function withFamilies(svg: string, fonts: Fonts): string {
  return svg
    .replaceAll(fontStack, `'${ownFamily}'`)
    .replace(
      /(<text [^>]*>)([^<]*)</g,
      (_, start: string, text: string) => `${start}${withSpans(text, fonts)}<`,
    );
}

/** Runs of other scripts in spans of their own; what is escaped in XML is ASCII, and stays as it is. */
function withSpans(text: string, fonts: Fonts): string {
  const runs: { readonly family: string | undefined; text: string }[] = [];
  for (const char of text) {
    const family = fonts.familyFor(char)?.replace(/[^\p{L}\p{N} -]/gu, '');
    const last = runs.at(-1);
    if (last && last.family === family) last.text += char;
    else runs.push({ family, text: char });
  }
  return runs
    .map((run) => (run.family ? `<tspan font-family="${run.family}">${run.text}</tspan>` : run.text))
    .join('');
}

function wasmFile(): string {
  const built = path.join(import.meta.dirname, '../resvg.wasm');
  if (existsSync(built)) return built;
  try {
    return createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  } catch {
    throw new Failure('This build of mktorg cannot make PNG files: there is no resvg.wasm beside it.');
  }
}
