/**
 * A comparison as it is shown beside a chart: what crosses from the server to the preview, in words and places, with
 * nothing left to work out.
 */
export interface ComparedChanges {
  readonly from: string;
  readonly to: string;
  /** For whoever reads no further: what happens, what follows from it, what it risks. */
  readonly headline: readonly ComparedPhrase[];
  /** Without those in which nothing changes; the gravest first. */
  readonly tiers: readonly {
    readonly tier: 'structural' | 'commitment' | 'descriptive';
    /** How many changes all of its lines tell. */
    readonly changes: number;
    readonly rows: readonly ComparedRow[];
    /** Changes in lines that were left out, because there are too many. */
    readonly more: number;
  }[];
  readonly totals: readonly {
    readonly label: string;
    readonly before: string;
    readonly after: string;
    readonly difference: string;
  }[];
  /** What follows from the changes and stands in no line. */
  readonly effects: readonly { readonly title: string; readonly lines: readonly ComparedLine[] }[];
  readonly findings: {
    readonly new: readonly ComparedFinding[];
    readonly fixed: readonly ComparedFinding[];
    /** What is wrong as before, and told no more or taken less seriously. */
    readonly accepted: readonly (ComparedFinding & {
      /** `allowed because “no time”`. */
      readonly how: string;
    })[];
    /** How many there are in all. */
    readonly before: number;
    readonly after: number;
  };
  /** Texts that could not be read, and so not be compared; of what `both` sides have, the place after. */
  readonly unread: readonly {
    readonly message: string;
    readonly at: ComparedSource;
    readonly both?: true;
  }[];
}

export interface ComparedRow {
  readonly glyph: '+' | '−' | '→' | '~';
  readonly phrase: ComparedPhrase;
  readonly details: readonly ComparedPhrase[];
  readonly targets: readonly ComparedTarget[];
}

export interface ComparedLine {
  readonly phrase: ComparedPhrase;
  /** The elements that it speaks of. */
  readonly targets: readonly ComparedTarget[];
}

export interface ComparedTarget {
  readonly id: string;
  readonly name: string;
  /** It is not there any more: the id is that of before. */
  readonly gone: boolean;
  readonly at?: ComparedSource;
}

export interface ComparedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly target?: ComparedTarget;
}

/** A place in the text of one side. */
export interface ComparedSource {
  readonly uri: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly side: 'before' | 'after';
}

/** Words, some of them with a part to play. */
export type ComparedPhrase = readonly (
  | string
  | { readonly as: 'name' | 'old' | 'new' | 'quiet'; readonly text: string }
)[];
