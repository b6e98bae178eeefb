export { drawChart } from './draw.ts';
export type { ChartOptions, Show } from './options.ts';
export type { SvgOptions } from './output/svg.ts';
export { toSvg } from './output/svg.ts';
export type { Theme, ThemeName } from './output/theme.ts';
export * from './scene.ts';
