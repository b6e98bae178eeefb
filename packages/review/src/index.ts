export * from './entries.ts';
export * from './review.ts';
export { nameIn, sayField, sayKind, sayValue } from './said.ts';
export type { Tier } from './tiers.ts';
export { tiers } from './tiers.ts';
