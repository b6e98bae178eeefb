import { neighborhoodsMermaid, type ReviewDocument, reviewMarkdown } from '@mktorg/review';
import { toJson } from '../output/json.ts';
import type { DiffFormat } from '../program/diff.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Comparison } from './comparison.ts';
import { svgDiff } from './picture.ts';
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
  markdown: ({ document }: ToWrite) => reviewMarkdown(document),
  json: ({ document }: ToWrite) => toJson(document),
  mermaid: ({ document }: ToWrite) => mermaidOf(document),
  html: async ({ comparison, document, terminal }: ToWrite) => {
    const { htmlDiff } = await import('./page.ts');
    return htmlDiff(comparison, document, terminal);
  },
  svg: ({ comparison, terminal }: ToWrite) => svgDiff(comparison, terminal),
} satisfies { readonly [F in DiffFormat]: (toWrite: ToWrite) => string | Promise<string> };

/** What the change touches in each organization; an empty flowchart where it touches no team and no role. */
function mermaidOf({ organizations }: ReviewDocument): string {
  const pictures = organizations.flatMap((each) =>
    each.status === 'compared' && each.neighborhood
      ? [{ name: each.name, neighborhood: each.neighborhood }]
      : [],
  );
  return pictures.length === 0 ? 'flowchart LR\n' : neighborhoodsMermaid(pictures);
}
