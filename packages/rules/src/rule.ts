import type { ElementId, ElementKind, ElementOf, OrgModel, Place, Severity, Term } from '@mktorg/model';
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
  readonly fixes?: () => readonly Fix[];
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
 * What a finding about an element can depend on. `element`: its own statements, the vocabulary, the options and the
 * day: the finding holds until one of these changes. `model`: anything; judged again at every change.
 */
export type Reach = 'element' | 'model';

/** One run of one rule over one model. */
export interface Run extends Omit<Context<Options>, 'options' | 'report'> {
  /** What the model sets; the rule's own defaults fill in the rest. */
  readonly settings: { readonly [option: string]: number | string };
  /** `index` of the subject among the elements of its kind; -1 for the model as a whole. */
  report(report: Report, index: number, subject: ElementId | undefined): void;
}

/** A rule as the engine runs it. */
export interface Rule extends RuleInfo {
  readonly category: string;
  readonly reach: Reach;
  readonly subjects: readonly ElementKind[];
  /** Judges the elements of one of its kinds, from index `from` up to, not including, `to`. */
  readonly visit: (run: Run, kind: ElementKind, from: number, to: number) => void;
  /** Judges the model as a whole. */
  readonly whole: (run: Run) => void;
  /** For what the text or the engine reports: the parts of the message that all its findings share. */
  readonly reported?: Omit<Message, 'what'>;
}

interface Common<O extends Options> extends Omit<RuleInfo, 'severity' | 'options'> {
  /** That of the category, where absent. */
  readonly severity?: Severity;
  readonly options?: O;
}

export type RuleDefinition<K extends ElementKind, O extends Options> = Common<O> & {
  /** Kinds of elements to judge, one by one. Standard terms are no subjects. */
  readonly subjects: readonly K[];
} & (
    | {
        readonly reach: 'element';
        readonly check: (subject: ElementOf<K>, ctx: ElementContext<O>) => void;
      }
    | { readonly reach: 'model'; readonly check: (subject: ElementOf<K>, ctx: Context<O>) => void }
  );

type NoOptions = Record<never, never>;
const nothing = () => {};

/** A rule about elements of some kinds, one at a time. */
export function defineRule<const K extends ElementKind, const O extends Options = NoOptions>(
  definition: RuleDefinition<K, O>,
): Rule {
  const { check, subjects, reach, ...info } = definition;
  return {
    ...completed(info),
    reach,
    subjects,
    whole: nothing,
    visit(run, kind, from, to) {
      const own = subjects.find((each) => each === kind);
      if (own === undefined) return;
      const elements = run.model.byKind[own];
      let index = from;
      let subject: ElementId | undefined;
      const ctx = contextOf(run, info.options, (report) => run.report(report, index, subject));
      for (; index < to; index++) {
        const element = elements[index];
        if (!element || ('standard' in element && element.standard)) continue;
        subject = element.id;
        check(element, ctx);
      }
    },
  };
}

/** A rule about the model as a whole, where looking at one element at a time would look at everything every time. */
export function defineModelRule<const O extends Options = NoOptions>(
  definition: Common<O> & { readonly check: (model: OrgModel, ctx: Context<O>) => void },
): Rule {
  const { check, ...info } = definition;
  return {
    ...completed(info),
    reach: 'model',
    subjects: [],
    visit: nothing,
    whole: (run) =>
      check(
        run.model,
        contextOf(run, info.options, (report) => run.report(report, -1, undefined)),
      ),
  };
}

/** A rule whose findings come from reading the text and its names, or from the engine: it has no check of its own. */
export function defineReportedRule(
  definition: Common<NoOptions> & { readonly reported: Omit<Message, 'what'> },
): Rule {
  const { reported, ...info } = definition;
  return { ...completed(info), reach: 'model', subjects: [], visit: nothing, whole: nothing, reported };
}

const severityOfCategory: { readonly [category: string]: Severity } = {
  integrity: 'error',
  placement: 'info',
  vocabulary: 'info',
};

function completed<O extends Options>(info: Common<O>): RuleInfo & { readonly category: string } {
  const category = categoryOf(info.id);
  const severity = info.severity ?? severityOfCategory[category] ?? 'warning';
  return { ...info, category, severity, options: info.options ?? {} };
}

/** The part of a rule's id before the slash. */
export function categoryOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

function contextOf<O extends Options>(
  run: Run,
  options: O | undefined,
  report: (report: Report) => void,
): Context<O> {
  const { model, today, vocabulary, rules } = run;
  return { model, today, vocabulary, rules, options: valuesOf(options, run.settings), report };
}

/** What the model sets where it sets something of the right kind, else the defaults. */
function valuesOf<O extends Options>(options: O | undefined, settings: Run['settings']): Values<O> {
  const values: { [name: string]: number | string } = {};
  for (const [name, option] of Object.entries<Option>(options ?? {})) {
    const set = settings[name];
    values[name] = typeof set === typeof option.default && set !== undefined ? set : option.default;
  }
  if (!areValuesOf(values, options)) throw new Error('An option has no value.');
  return values;
}

function areValuesOf<O extends Options>(
  values: { readonly [name: string]: number | string },
  options: O | undefined,
): values is Values<O> {
  return Object.entries<Option>(options ?? {}).every(
    ([name, option]) => typeof values[name] === typeof option.default,
  );
}
