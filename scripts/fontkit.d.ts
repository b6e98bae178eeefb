/** The part of fontkit, which ships no types, that the scripts use. */
declare module 'fontkit' {
  export interface Glyph {
    readonly codePoints: readonly number[];
    readonly advanceWidth: number;
  }
  export interface Font {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(code: number): boolean;
    layout(text: string): { readonly glyphs: readonly Glyph[] };
  }
  export interface FontCollection {
    readonly fonts: readonly Font[];
  }
  export function create(data: Uint8Array): Font | FontCollection;
}
