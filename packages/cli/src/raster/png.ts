import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { Failure } from '../failure.ts';
import type { Fonts } from './fonts.ts';

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
  const drawing = new Resvg(svg, {
    font: {
      fontBuffers: [...fonts.buffers],
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
    fitTo: { mode: 'zoom', value: used },
  });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return { png, scale: used };
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
