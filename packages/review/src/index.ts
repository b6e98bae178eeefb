export * from './document.ts';
export * from './entries.ts';
export { mergeFacts } from './facts-merge.ts';
export type { ListedFact } from './listing.ts';
export { listingOf } from './listing.ts';
export * from './review.ts';
export { nameIn, sayField, sayKind, sayValue } from './said.ts';
export type { Tier } from './tiers.ts';
export { tiers } from './tiers.ts';
