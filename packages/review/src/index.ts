export type {
  ComparedChanges,
  ComparedFinding,
  ComparedPhrase,
  ComparedRow,
  ComparedSource,
  ComparedTarget,
} from './compared.ts';
export * from './document.ts';
export { drawReview } from './drawn.ts';
export * from './entries.ts';
export { bytesOf, escapeMarkdown } from './escape.ts';
export { mergeFacts } from './facts-merge.ts';
export type { Consequences } from './follows.ts';
export { consequencesOf } from './follows.ts';
export type { Guards, Refusal } from './guards.ts';
export { refusalsOf } from './guards.ts';
export type { ListedFact } from './listing.ts';
export { listingOf } from './listing.ts';
export type { MarkdownOptions } from './markdown.ts';
export { commentMarker, reviewMarkdown } from './markdown.ts';
export { neighborhoodMermaid } from './mermaid.ts';
export type { Marked, Phrase, Word } from './phrase.ts';
export { textOf } from './phrase.ts';
export type { ReadReview } from './reading/read.ts';
export { readReview } from './reading/read.ts';
export * from './review.ts';
export type { Glyph, Row } from './rows.ts';
export { rowsOf } from './rows.ts';
export { nameIn, sayField, sayKind, sayValue } from './said.ts';
export type { Tier } from './tiers.ts';
export { tiers } from './tiers.ts';
export type { Total } from './totals.ts';
export { totalsOf } from './totals.ts';
