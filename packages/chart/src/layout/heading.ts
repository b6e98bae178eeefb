import type { TextLine } from '../scene.ts';
import { textBlock } from './text-block.ts';

/** The title of a picture and what it shows. */
export function headingOf(
  {
    title,
    subtitle,
    notes,
  }: { readonly title: string; readonly subtitle: string; readonly notes: readonly string[] },
  x: number,
  y: number,
  width: number,
): { readonly lines: readonly TextLine[]; readonly height: number } {
  const facts = [subtitle, ...notes].map((text) => ({ text, style: 'subheading' as const, most: 2 }));
  return textBlock({ x, y, width }, { text: title, style: 'heading' }, facts, []);
}
