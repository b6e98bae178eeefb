import type { Element, ElementId, ElementKind, OrgModel, Place, Severity, Term } from '@mktorg/model';
import type { Related } from './finding.ts';
import type { Fix } from './fix.ts';

/** What is known of a rule without running it: pages, hovers, `explain`, completion and exports come from it. */
export interface RuleInfo {
  /** `category/kebab-name`; never reused for anything else. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence: what it finds. */
  readonly summary: string;
  /** Why a good model holds this. Markdown. */
  readonly rationale: string;
  /** Where the claim comes from. Markdown. */
  readonly source: string;
  /** What counts and what does not, where the summary leaves room for doubt. Markdown. */
  readonly judgement?: string;
  /**
   * When it is judged: of today and after each phase of a plan, where absent. `once`: of today alone, for it is about
   * plans, settings or the text itself. `with phases`: likewise, and it asks how phases come out, which takes long for
   * a large organization: who is in a hurry judges it when phases are judged.
   */
  readonly judged?: 'once' | 'with phases';
  readonly options: Options;
  /** Models in which it finds nothing. */
  readonly clean: readonly string[];
  readonly findings: readonly Example[];
  readonly fix?: FixInfo;
}

/** A model in which a rule finds exactly one thing. */
export interface Example {
  /** The primary place stands between `⟦` and `⟧`. */
  readonly source: string;
  /** What the finding says is wrong, word by word. */
  readonly says: string;
  /** ISO date; `exampleDay` where absent. */
  readonly today?: string;
}

export interface FixInfo {
  /** What the quick fix does, as a sentence. */
  readonly does: string;
  readonly safe: boolean;
}

export interface Option {
  readonly default: number | string;
  /** What it sets, in a sentence; a number that is this project's own says so. */
  readonly doc: string;
}
export type Options = { readonly [name: string]: Option };
/** The values of the options, as the model sets them or by default. */
export type Values<O extends Options> = {
  readonly [N in keyof O]: O[N]['default'] extends number ? number : string;
};

export interface Message {
  /** What is wrong, with the names and the numbers. */
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** What a rule reports; the engine makes the finding. */
export interface Report {
  /** The line to change. */
  readonly at: Place;
  /** The subject, where absent. */
  readonly element?: ElementId;
  /** See `Finding.also`. */
  readonly also?: readonly ElementId[];
  /** See `Finding.property`: needed where one element can have several findings of the rule. */
  readonly property?: string;
  readonly message: Message;
  readonly related?: readonly Related[];
  /** Worked out only when somebody asks for them. */
  readonly fixes?: (model: OrgModel) => readonly Fix[];
  /** A milder case than the rule's own severity; a severity that the model sets wins over both. */
  readonly severity?: 'info';
}

/** What a rule sees of an element alone: nothing of the elements around it. */
export interface ElementContext<O extends Options> {
  /** ISO date of the day on which the model is judged. */
  readonly today: string;
  readonly options: Values<O>;
  /** Every term, standard and the model's own; the same array until a term changes. */
  readonly vocabulary: readonly Term[];
  report(report: Report): void;
}
export interface Context<O extends Options> extends ElementContext<O> {
  readonly model: OrgModel;
  /** All rules by id, for the rules about rules. */
  readonly rules: ReadonlyMap<string, RuleInfo>;
}

/**
 * What the findings of a rule about an element can depend on; the engine judges an element again only when that may
 * have changed. Every reach includes the vocabulary, the options, the day, and the rule's `basis`.
 *
 * - `element`: its own statements.
 * - `neighbors`: also what stands inside and around it, what these name, who names it, and whoever reports to it or
 *   to whom it reports. Of a thing named, also what stands around that.
 * - `line`: also the whole reporting line above.
 * - `model`: anything; judged again at every change.
 */
export type Reach = 'element' | 'neighbors' | 'line' | 'model';

/** One run of one rule over one model. */
export interface Run extends Omit<Context<Options>, 'options' | 'report'> {
  /** What the model sets; the rule's own defaults fill in the rest. */
  readonly settings: { readonly [option: string]: number | string };
  report(report: Report, subject: ElementId | undefined): void;
}

/** Reporting lines that are other ones than before. */
export interface MovedLines {
  /** Roles that others report to, and that have another manager than before. */
  readonly above: readonly ElementId[];
  /** The roles and teams whose line has changed anywhere along it, and the dotted lines from them. */
  readonly below: () => readonly Element[];
  /** Whether the rule has found something before. */
  readonly found: boolean;
}

/** A rule as the engine runs it. */
export interface Rule extends RuleInfo {
  readonly category: string;
  readonly reach: Reach;
  readonly subjects: readonly ElementKind[];
  /** Gives what judges one element; it leaves alone what is no subject. */
  readonly open: (run: Run) => (element: Element) => void;
  /** Judges the model as a whole. */
  readonly whole?: (run: Run) => void;
  readonly basis?: (model: OrgModel) => string | number | boolean;
  readonly reads?: (element: Element) => unknown;
  readonly readsAlone?: boolean;
  readonly readsLines?: (model: OrgModel, lines: MovedLines) => boolean;
  /** For what the text or the engine reports: the parts of the message that all its findings share. */
  readonly reported?: Omit<Message, 'what'>;
}
