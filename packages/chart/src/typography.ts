import type { TextStyle } from './scene.ts';
import type { Weight } from './text/measure.ts';

export interface Type {
  /** Pixels. */
  readonly size: number;
  readonly weight: Weight;
  /** From base line to base line. */
  readonly leading: number;
}

export const typography: { readonly [style in TextStyle]: Type } = {
  heading: { size: 22, weight: 'bold', leading: 28 },
  subheading: { size: 12, weight: 'regular', leading: 17 },
  team: { size: 13, weight: 'bold', leading: 17 },
  meta: { size: 10.5, weight: 'regular', leading: 14 },
  title: { size: 11.5, weight: 'bold', leading: 14 },
  detail: { size: 10.5, weight: 'regular', leading: 14 },
  quiet: { size: 10, weight: 'regular', leading: 14 },
  alert: { size: 10.5, weight: 'regular', leading: 14 },
  struck: { size: 11.5, weight: 'bold', leading: 14 },
  mark: { size: 10.5, weight: 'bold', leading: 14 },
  badge: { size: 10, weight: 'bold', leading: 14 },
  'line-label': { size: 10, weight: 'regular', leading: 12 },
};

/**
 * Fonts that viewers have, in order of preference; none is wider than the table that texts are measured with, which
 * is that of DejaVu Sans.
 */
export const fontStack =
  "Inter, 'Segoe UI', 'SF Pro Text', 'Helvetica Neue', 'Noto Sans', Roboto, 'Liberation Sans', Arial, 'DejaVu Sans', sans-serif";
