export type ThemeName = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';
export type Theme = ThemeName | 'auto';

/** The colors of a chart; in SVG each is the custom property `--mk-<name>`. */
export type Color =
  | 'page'
  | 'ink'
  | 'soft'
  | 'line'
  | 'card'
  | 'edge'
  | 'central'
  | 'central-edge'
  | 'local-fill'
  | 'local-edge'
  | 'outside'
  | 'hatch'
  | 'accent'
  | 'alert'
  | 'added'
  | 'error'
  | 'warning'
  | 'info'
  | 'on-accent';

export type Palette = { readonly [color in Color]: string };

export interface ThemeValues {
  readonly colors: Palette;
  /** How strongly a container tints what is behind it; containers inside containers add up. */
  readonly tint: number;
  /** Factor for the width of lines. */
  readonly stroke: number;
}

export const themes: { readonly [name in ThemeName]: ThemeValues } = {
  light: {
    colors: {
      page: '#ffffff',
      ink: '#18212f',
      soft: '#556072',
      line: '#76839a',
      card: '#ffffff',
      edge: '#bcc5d3',
      central: '#33527e',
      'central-edge': '#bdc7d7',
      'local-fill': '#fdf5e6',
      'local-edge': '#c9a25c',
      outside: '#f3f3f4',
      hatch: '#c9ccd2',
      accent: '#0b6a73',
      alert: '#a1440b',
      added: '#1b6b35',
      error: '#b3261e',
      warning: '#8f5a00',
      info: '#2b5ea8',
      'on-accent': '#ffffff',
    },
    tint: 0.065,
    stroke: 1,
  },
  dark: {
    colors: {
      page: '#14181f',
      ink: '#e8ecf2',
      soft: '#a3aebd',
      line: '#7d8a9e',
      card: '#232a35',
      edge: '#465264',
      central: '#8fb0e6',
      'central-edge': '#3d4859',
      'local-fill': '#2f281b',
      'local-edge': '#8d6c36',
      outside: '#1c2129',
      hatch: '#3d4655',
      accent: '#55c6cf',
      alert: '#f0a26b',
      added: '#7bd08f',
      error: '#ff8a80',
      warning: '#f1c04d',
      info: '#8ab4f8',
      'on-accent': '#0d1218',
    },
    tint: 0.075,
    stroke: 1,
  },
  'high-contrast': {
    colors: {
      page: '#000000',
      ink: '#ffffff',
      soft: '#ffffff',
      line: '#ffffff',
      card: '#000000',
      edge: '#ffffff',
      central: '#000000',
      'central-edge': '#ffffff',
      'local-fill': '#000000',
      'local-edge': '#ffd700',
      outside: '#000000',
      hatch: '#8a8a8a',
      accent: '#00e5ff',
      alert: '#ffd700',
      added: '#7dff9b',
      error: '#ff8080',
      warning: '#ffd700',
      info: '#80c8ff',
      'on-accent': '#000000',
    },
    tint: 1,
    stroke: 1.5,
  },
  'high-contrast-light': {
    colors: {
      page: '#ffffff',
      ink: '#000000',
      soft: '#000000',
      line: '#000000',
      card: '#ffffff',
      edge: '#000000',
      central: '#ffffff',
      'central-edge': '#000000',
      'local-fill': '#ffffff',
      'local-edge': '#7a4300',
      outside: '#ffffff',
      hatch: '#767676',
      accent: '#00468c',
      alert: '#8a2a00',
      added: '#00521f',
      error: '#a30000',
      warning: '#6b4400',
      info: '#00468c',
      'on-accent': '#ffffff',
    },
    tint: 1,
    stroke: 1.5,
  },
};

function declarations(name: ThemeName): string {
  const { colors, ...numbers } = themes[name];
  return [...Object.entries(colors), ...Object.entries(numbers)]
    .map(([key, value]) => `--mk-${key}:${value}`)
    .join(';');
}

/** The rules that give the custom properties their values. */
export function themeRules(theme: Theme, root: string): string {
  if (theme !== 'auto') return `${root}{${declarations(theme)}}`;
  return [
    `${root}{${declarations('light')}}`,
    `@media (prefers-color-scheme:dark){${root}{${declarations('dark')}}}`,
    `@media (prefers-contrast:more){${root}{${declarations('high-contrast-light')}}}`,
    `@media (prefers-contrast:more) and (prefers-color-scheme:dark){${root}{${declarations('high-contrast')}}}`,
    `@media print{${root}{${declarations('light')}}}`,
  ].join('\n');
}

export type ThemeKey = Color | 'tint' | 'stroke';

/** How a style names a value of the theme; a `flat` picture holds the value itself. */
export function themeValue(theme: Theme, flat: boolean): (key: ThemeKey) => string {
  if (!flat) return (key) => `var(--mk-${key})`;
  const { colors, ...numbers } = themes[theme === 'auto' ? 'light' : theme];
  const values: { readonly [key in ThemeKey]: string | number } = { ...colors, ...numbers };
  return (key) => String(values[key]);
}
