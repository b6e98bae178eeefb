import { fontStack, typography } from '../typography.ts';
import { type Theme, type ThemeKey, themeRules, themeValue } from './theme.ts';

const colorScheme: { readonly [theme in Theme]: string } = {
  light: 'light',
  dark: 'dark',
  'high-contrast': 'dark',
  'high-contrast-light': 'light',
  auto: 'light dark',
};

export interface StyleOptions {
  readonly theme: Theme;
  readonly flat: boolean;
  /** Before every id in the picture, so that two pictures can stand in one page. */
  readonly prefix: string;
  /** Something in the picture has a mark. */
  readonly marks: boolean;
  /** There are phases in it. */
  readonly timeline: boolean;
}

function timelineRules(
  v: (key: ThemeKey) => string,
  box: (fill: string, stroke: string, px: number, rest?: string) => string,
): readonly Rule[] {
  const tint = `;fill-opacity:${v('tint')}`;
  return [
    ['.mk-part', box(v('central'), v('central-edge'), 0.5, tint)],
    ['.mk-phase', box(v('central'), v('line'), 1.2, tint)],
    ['.mk-measure', box(v('card'), v('accent'), 1.4)],
    ['.mk-span', box(v('card'), v('accent'), 1.4)],
    ['.mk-tick', `fill:none;stroke:${v('line')};stroke-width:1`],
  ];
}

/** A mark tells by sign and line style; the color comes on top. */
function markRules(v: (key: ThemeKey) => string, width: (px: number) => string): readonly Rule[] {
  const colors = { added: v('added'), removed: v('error'), moved: v('info'), changed: v('warning') } as const;
  const dashes = { added: 'none', removed: '5 4', moved: '9 4', changed: '2 3' } as const;
  const rules: Rule[] = [];
  for (const type of ['added', 'removed', 'moved', 'changed'] as const) {
    const stroke = `stroke:${colors[type]};stroke-width:${width(type === 'removed' ? 1.3 : 2.2)}`;
    rules.push([`.mk-ring-${type}`, `fill:none;${stroke};stroke-dasharray:${dashes[type]}`]);
    rules.push([`.mk-sign-${type}`, `fill:${colors[type]}`]);
    rules.push([
      `.mk-edge-${type},.mk-dotted.mk-edge-${type}`,
      type === 'removed' ? `${stroke};stroke-dasharray:5 4` : stroke,
    ]);
  }
  const ghost = `fill:none;stroke-width:${width(1)};stroke-dasharray:4 3`;
  return [
    ...rules,
    ['.mk-edge-ghost', `stroke:${v('line')};stroke-width:${width(1)};stroke-dasharray:4 4`],
    ['.mk-sign', `stroke:${v('page')};stroke-width:1`],
    [
      '.mk-sign-glyph',
      `fill:none;stroke:${v('on-accent')};stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round`,
    ],
    ['.mk-gone .mk-box,.mk-gone .mk-team', `${ghost};stroke:${colors.removed}`],
    ['.mk-former .mk-box,.mk-former .mk-team', `${ghost};stroke:${colors.moved}`],
    ['.mk-gone .mk-t-title,.mk-gone .mk-t-team', `text-decoration:line-through;fill:${v('soft')}`],
    ['.mk-former .mk-t-title,.mk-former .mk-t-team', `fill:${v('soft')}`],
    ['.mk-same .mk-t-title,.mk-same .mk-t-team,.mk-same .mk-t-detail', `fill:${v('soft')}`],
  ];
}

/** Selectors, and what they declare. */
type Rule = readonly [selectors: string, declarations: string];

/** The one style sheet of a picture. Every rule is confined to it. */
export function styleSheet({ theme, flat, prefix, marks, timeline }: StyleOptions): string {
  const v = themeValue(theme, flat);
  const width = (px: number): string =>
    flat ? String(px * Number(v('stroke'))) : `calc(${px}px*${v('stroke')})`;
  const line = (color: string, px: number, rest = ''): string =>
    `fill:none;stroke:${color};stroke-width:${width(px)}${rest}`;
  const box = (fill: string, stroke: string, px: number, rest = ''): string =>
    `fill:${fill};stroke:${stroke};stroke-width:${width(px)}${rest}`;
  const colorOf: { readonly [style: string]: string } = {
    meta: v('soft'),
    quiet: v('soft'),
    subheading: v('soft'),
    alert: v('alert'),
    struck: v('soft'),
    'line-label': v('accent'),
    mark: v('accent'),
  };
  const texts = Object.entries(typography).map(([style, { size, weight }]): Rule => {
    const parts = [`font-size:${size}px`];
    if (weight === 'bold') parts.push(`font-weight:${style === 'heading' ? 700 : 600}`);
    parts.push(`fill:${colorOf[style] ?? v('ink')}`);
    return [`.mk-t-${style}`, parts.join(';')];
  });
  const rules: readonly Rule[] = [
    ...texts,
    ['.mk-t-alert,.mk-t-line-label', 'font-style:italic'],
    ['.mk-t-struck', 'text-decoration:line-through'],
    ['.mk-label', `fill:${v('page')}`],
    ['.mk-page', `fill:${v('page')}`],
    ['.mk-team', box(v('central'), v('central-edge'), 1, `;fill-opacity:${v('tint')}`)],
    ['.mk-team.mk-local', box(v('local-fill'), v('local-edge'), 1, ';fill-opacity:1')],
    ['.mk-stripe', `fill:url(#${prefix}local)`],
    ['.mk-box', box(v('card'), v('edge'), 1)],
    ['.mk-lead .mk-box', `stroke:${v('soft')};stroke-width:${width(1.25)}`],
    ['.mk-bar', `fill:${v('soft')}`],
    ['.mk-vacant .mk-box', `stroke:${v('alert')};stroke-dasharray:4 3;stroke-width:${width(1.25)}`],
    ['.mk-planned .mk-box', 'stroke-dasharray:4 3'],
    ['.mk-elsewhere .mk-box,.mk-elsewhere .mk-team', 'stroke-dasharray:1 3;stroke-linecap:round'],
    ['.mk-outside .mk-box', `fill:${v('outside')};stroke:${v('line')}`],
    ['.mk-local .mk-box', `stroke:${v('local-edge')};stroke-width:${width(1.25)}`],
    ['.mk-hatch', `fill:url(#${prefix}hatch)`],
    ['.mk-ink-hatch', `fill:none;stroke:${v('hatch')}`],
    ['.mk-ink-local', `fill:none;stroke:${v('local-edge')}`],
    ['.mk-mark', line(v('soft'), 1)],
    ['.mk-band', box(v('central'), v('central-edge'), 1, `;fill-opacity:${v('tint')}`)],
    ['.mk-local .mk-band', box(v('local-fill'), v('local-edge'), 1, ';fill-opacity:1')],
    ['.mk-group', box('none', v('line'), 1, ';stroke-dasharray:2 3')],
    ...(timeline ? timelineRules(v, box) : []),
    ['.mk-reports', line(v('line'), 1.4)],
    [
      '.mk-dotted',
      line(v('accent'), 1.9, ';stroke-linecap:round;stroke-linejoin:round;stroke-dasharray:.1 5'),
    ],
    ['.mk-dotted.mk-strong', `stroke-width:${width(3)};stroke-dasharray:.1 6`],
    ['.mk-dotted.mk-weak', `stroke-width:${width(1.5)};stroke-dasharray:.1 7`],
    ['.mk-end', box(v('page'), v('accent'), 1.4)],
    ['.mk-owns', line(v('line'), 1.2)],
    ['.mk-diamond', `fill:${v('line')}`],
    ['.mk-works-with', line(v('line'), 1.2, ';stroke-dasharray:6 3')],
    ['.mk-integrates', line(v('accent'), 1)],
    ['.mk-pill', box('none', v('edge'), 1)],
    ['.mk-pill-count', `fill:${v('soft')};stroke:none`],
    ['.mk-pill-count+.mk-t-badge', `fill:${v('card')}`],
    ['.mk-pill-scope', box(v('card'), v('local-edge'), 1)],
    ['.mk-pill-hidden', box(v('card'), v('line'), 1)],
    ['.mk-pill-personal-data,.mk-pill-ai', box(v('card'), v('line'), 1)],
    ['.mk-glyph', line(v('soft'), 1.2, ';stroke-linecap:round;stroke-linejoin:round')],
    ...(marks ? markRules(v, width) : []),
    ['.mk-find-error', `fill:${v('error')}`],
    ['.mk-find-warning', `fill:${v('warning')}`],
    ['.mk-find-info', `fill:${v('info')}`],
    ['.mk-find', `font-size:9px;font-weight:700;fill:${v('on-accent')}`],
  ];
  const root = '.mktorg-chart';
  const base = `${root}{font-family:${fontStack};color-scheme:${colorScheme[theme]}}`;
  return [
    flat ? `${root}{font-family:${fontStack}}` : `${themeRules(theme, root)}\n${base}`,
    ...rules.map(([selectors, declarations]) => {
      const confined = selectors.split(',').map((selector) => `${root} ${selector}`);
      return `${confined.join(',')}{${declarations}}`;
    }),
  ].join('\n');
}
