import type { ReviewDocument } from '@mktorg/review';
import { toJson } from '../output/json.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Comparison } from './comparison.ts';
import { prettyDiff } from './pretty.ts';

/** What every format is written from. */
export interface ToWrite {
  /** The two models and all that is known of them. */
  readonly comparison: Comparison;
  /** What of it leaves the program. */
  readonly document: ReviewDocument;
  readonly terminal: Terminal;
  /** Nothing is folded. */
  readonly all: boolean;
}

/** How each format is written. */
export const formats = {
  pretty: ({ document, terminal, all }: ToWrite) => prettyDiff(document, terminal.out, { all }),
  json: ({ document }: ToWrite) => toJson(document),
} satisfies { readonly [format: string]: (toWrite: ToWrite) => string | Promise<string> };

export type DiffFormat = keyof typeof formats;
