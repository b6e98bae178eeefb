import type { Element, ElementId, ElementKind, ElementOf, OrgModel, Severity } from '@mktorg/model';
import type {
  Context,
  ElementContext,
  Message,
  MovedLines,
  Option,
  Options,
  Report,
  Rule,
  RuleInfo,
  Run,
  Values,
} from './rule.ts';

interface Common<O extends Options> extends Omit<RuleInfo, 'severity' | 'options'> {
  /** That of the category, where absent. */
  readonly severity?: Severity;
  readonly options?: O;
  /** What the findings depend on besides what the reach says: something about the model as a whole. */
  readonly basis?: (model: OrgModel) => string | number | boolean;
}

export type RuleDefinition<K extends ElementKind, O extends Options> = Common<O> & {
  /** Kinds of elements to judge, one by one. Standard terms are no subjects. */
  readonly subjects: readonly K[];
} & (
    | {
        readonly reach: 'element';
        readonly check: (subject: ElementOf<K>, ctx: ElementContext<O>) => void;
      }
    | {
        readonly reach: 'neighbors' | 'line' | 'model';
        readonly check: (subject: ElementOf<K>, ctx: Context<O>) => void;
      }
  );

type NoOptions = Record<never, never>;

/** A rule about elements of some kinds, one at a time. */
export function defineRule<const K extends ElementKind, const O extends Options = NoOptions>(
  definition: RuleDefinition<K, O>,
): Rule {
  const { check, subjects, reach, ...info } = definition;
  return {
    ...completed(info),
    reach,
    subjects,
    open(run) {
      let subject: ElementId | undefined;
      const ctx = contextOf(run, info.options, (report) => run.report(report, subject));
      return (element) => {
        if (!isOneOf(element, subjects) || ('standard' in element && element.standard)) return;
        subject = element.id;
        check(element, ctx);
      };
    },
  };
}

function isOneOf<K extends ElementKind>(
  element: Element,
  kinds: readonly K[],
): element is ElementOf<K> & Element {
  return kinds.some((kind) => kind === element.kind);
}

export type ModelRuleDefinition<O extends Options> = Common<O> & {
  /**
   * All that the rule reads of an element but its title and its places; `undefined` for elements that do not matter.
   * Where it is given, the model is judged again only if it changes for some element, or for one around it, or if what
   * the last findings point at does. Where it is absent, at every change.
   */
  readonly reads?: (element: Element) => unknown;
  /** That an element counts for the same wherever it stands: what surrounds it is not read. */
  readonly readsAlone?: true;
  /**
   * For a rule that follows reporting lines. Asked when a line has changed on which others depend, it says whether the
   * model has to be judged again.
   */
  readonly readsLines?: (model: OrgModel, lines: MovedLines) => boolean;
  readonly check: (model: OrgModel, ctx: Context<O>) => void;
};

/** A rule about the model as a whole, where looking at one element at a time would look at everything every time. */
export function defineModelRule<const O extends Options = NoOptions>(
  definition: ModelRuleDefinition<O>,
): Rule {
  const { check, reads, readsAlone, readsLines, ...info } = definition;
  return {
    ...completed(info),
    ...(reads && { reads }),
    ...(readsAlone && { readsAlone }),
    ...(readsLines && { readsLines }),
    reach: 'model',
    subjects: [],
    open: nothing,
    whole: (run) =>
      check(
        run.model,
        contextOf(run, info.options, (report) => run.report(report, undefined)),
      ),
  };
}

function nothing(): () => void {
  return () => {};
}

/** A rule whose findings come from reading the text and its names, or from the engine: it has no check of its own. */
export function defineReportedRule(
  definition: Common<NoOptions> & { readonly reported: Omit<Message, 'what'> },
): Rule {
  const { reported, ...info } = definition;
  return { ...completed(info), reach: 'model', subjects: [], open: nothing, reported };
}

const severityOfCategory: { readonly [category: string]: Severity } = {
  integrity: 'error',
  placement: 'info',
  vocabulary: 'info',
};

function completed<O extends Options>(info: Common<O>) {
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
