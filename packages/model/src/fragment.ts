import type {
  Allow,
  Duration,
  Flag,
  Link,
  Measure,
  Moment,
  Money,
  Num,
  Text,
  Transition,
  Weighed,
  Word,
} from './elements.ts';
import type { ElementKind } from './kinds.ts';
import type { Place } from './place.ts';
import type { Property } from './schema.ts';

/**
 * What one document says, before any name in it is resolved: plain data, a pure function of the text.
 * An organization is merged from the fragments of its documents; an edit replaces one of them.
 */
export interface Fragment {
  readonly uri: string;
  /** In the order of the text; an element stands before what is inside it. */
  readonly declarations: readonly Declaration[];
  readonly rates: readonly Rate[];
  readonly settings: readonly RuleSetting[];
  /** What the text alone shows to be wrong: syntax, statements out of place, impossible values. */
  readonly problems: readonly Problem[];
  /** The library that mktorg ships. */
  readonly standard?: true;
}

export interface Declaration {
  readonly kind: ElementKind;
  /** Empty for a dotted line. */
  readonly name: string;
  readonly title?: string;
  /** Index of the element around it in `declarations`, or -1. */
  readonly parent: number;
  readonly at: Place;
  readonly nameAt: Place;
  /** At the top of a file: the whole path of the element that it stands in, which may be declared elsewhere. */
  readonly inside?: RawRef;
  readonly description?: string;
  readonly term?: RawRef;
  readonly form?: RawRef;
  readonly scope: readonly RawRef[];
  readonly facts: readonly Fact[];
  /** Dotted lines only. `from` is absent where the line stands in the body of its source. */
  readonly line?: { readonly from?: RawRef; readonly to: RawRef; readonly purpose?: Text };
  /** Steps only: the parts of the statement that are no references. */
  readonly step?: { readonly within?: Duration; readonly approval?: Flag };
  /** Objectives only. */
  readonly measure?: Measure;
  /** Phases only. */
  readonly period?: { readonly from?: Moment; readonly to?: Moment };
  readonly changes?: readonly RawChange[];
  /** Declared by `add` in a phase: not part of today's organization. */
  readonly added?: true;
}

/** A mention of an element by its shortest unique name. */
export interface RawRef {
  /** `designer`, `brand.designer`. */
  readonly name: string;
  readonly at: Place;
  /** In a change of a phase: adds to or takes from a list. */
  readonly sign?: '+' | '-';
}

/** One statement, or one value of a list. `property` says which field it fills and which kinds it may name. */
export type Fact = { readonly property: Property; readonly at: Place } & (
  | { readonly type: 'ref'; readonly ref: RawRef }
  | { readonly type: 'word'; readonly value: Word }
  | { readonly type: 'text'; readonly value: Text }
  | { readonly type: 'number'; readonly value: Num }
  | { readonly type: 'flag' }
  | { readonly type: 'money'; readonly value: Money }
  | { readonly type: 'moment'; readonly value: Moment }
  | { readonly type: 'link'; readonly value: Link }
  | { readonly type: 'measure'; readonly value: Measure }
  | {
      readonly type: 'responsibility';
      readonly involvement: 'responsible' | 'accountable' | 'consulted' | 'informed';
      readonly capabilities: readonly RawRef[];
      readonly activities: readonly RawRef[];
      readonly with: readonly RawRef[];
      readonly because?: Text;
    }
  | { readonly type: 'use'; readonly by: RawRef; readonly purposes: readonly string[] }
  | {
      readonly type: 'holder';
      readonly ref?: RawRef;
      readonly name?: Text;
      /** Of a name, as that of a reference. */
      readonly sign?: '+' | '-';
    }
  | { readonly type: 'member'; readonly who: RawRef; readonly share?: number }
  | { readonly type: 'interim'; readonly until?: Moment }
  | { readonly type: 'personal-data'; readonly under: readonly RawRef[] }
  | { readonly type: 'intake'; readonly platform?: RawRef; readonly channel?: string }
  | { readonly type: 'transition'; readonly value: Transition }
  | { readonly type: 'weighed'; readonly value: Weighed }
  | { readonly type: 'allow'; readonly value: Allow }
);

export interface RawChange {
  readonly type: 'add' | 'move' | 'merge' | 'remove' | 'change' | 'retire' | 'source' | 'told';
  readonly what: readonly RawRef[];
  /** `remove`: dotted lines, by their ends. */
  readonly lines?: readonly RawLine[];
  /** `add`: index of the declaration that it adds. */
  readonly declaration?: number;
  readonly target?: RawRef;
  /** `add` and `move` of a step: its place among the others. */
  readonly order?: { readonly where: 'after' | 'before'; readonly step: RawRef };
  readonly text?: Text;
  /** `change`: what is stated anew. */
  readonly header?: RawHeader;
  readonly facts?: readonly Fact[];
  /** `change`: what is said no more, by the words that open its statement. */
  readonly taken?: readonly Word[];
  readonly at: Place;
}

export interface RawLine {
  readonly from: RawRef;
  readonly to: RawRef;
  readonly at: Place;
}

/** What a change says where an element has its header. */
export interface RawHeader {
  readonly title?: Text;
  readonly term?: RawRef;
  readonly form?: RawRef;
  readonly scope: readonly RawRef[];
  readonly within?: Duration;
  readonly approval?: Flag;
}

/** `rate USD 0.92 EUR`: one unit of `from` is worth `value` of `to`. */
export interface Rate {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly at: Place;
}

export type Severity = 'error' | 'warning' | 'info' | 'off';

/** One line of `rules { … }`. */
export interface RuleSetting {
  readonly rule: string;
  readonly severity: Severity;
  readonly because?: string;
  readonly options: { readonly [name: string]: number | string };
  readonly at: Place;
}

/** Something that is wrong with the text itself, under a rule id of the `integrity/` group. */
export interface Problem {
  /** For instance `integrity/unresolved-name`. */
  readonly rule: string;
  readonly message: string;
  readonly at: Place;
  readonly related?: readonly { readonly message: string; readonly at: Place }[];
  /** What a quick fix needs, for instance the candidates of an ambiguous name. */
  readonly data?: ProblemData;
}

/** Texts that would do instead of the text at the place of the problem, best first. */
export interface ProblemData {
  readonly replacements: readonly string[];
  /** What is missing elsewhere, and where it goes. */
  readonly insertion?: { readonly text: string; readonly at: Place };
}
