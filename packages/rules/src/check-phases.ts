import type { AfterPhase, ElementId, OrgModel, Phase, Plan } from '@mktorg/model';
import { isWithin, label, phaseByPhase } from '@mktorg/model';
import { rules } from './catalogue.ts';
import { type CheckOptions, type CheckResult, check, checkInSteps, type Failure } from './engine/checker.ts';
import { problemsIn, unread } from './engine/problems.ts';
import type { Finding } from './finding.ts';
import { type Allowed, findingKey } from './finding.ts';
import type { Fix } from './fix.ts';
import { fixesInPhase } from './phase-fixes.ts';
import { phaseName } from './planning.ts';
import type { Rule } from './rule.ts';
import { quote } from './wording.ts';

/** What the rules say of an organization after one phase of a plan. */
export interface PhaseFindings {
  readonly plan: Plan;
  readonly phase: Phase;
  /** The organization after the phase. */
  readonly model: OrgModel;
  /** All that is found after the phase, but for what is about the plan itself. */
  readonly findings: readonly Finding[];
  /** Those that were not found at the point before, with `phase`. Elements have the ids of today, or of the plan. */
  readonly fresh: readonly Finding[];
  /** What was found at the point before and is no more, not even accepted, as it was said first. */
  readonly resolved: readonly Finding[];
  /** What is accepted after the phase, with the reasons. Elements have the ids of today, or of the plan. */
  readonly allowed: readonly Allowed[];
  readonly failed: readonly Failure[];
}

/**
 * Judges an organization after each phase of each plan. What holds at one point and at the next is the same finding,
 * whatever moves, and found once. A phase that was not read as a whole is not judged, nor are those after it. Nothing
 * happens without a plan.
 *
 * @param today what is found today, by all rules or at least by those that are judged after phases
 */
export function checkPhases(
  model: OrgModel,
  options: CheckOptions,
  today?: readonly Finding[],
): readonly PhaseFindings[] {
  return [...phaseChecksInSteps(model, options, today)].filter((step) => step !== undefined);
}

/** The same in small steps, most of which give nothing: for whoever must answer others in between. */
export function* phaseChecksInSteps(
  model: OrgModel,
  options: CheckOptions,
  today?: readonly Finding[],
): Generator<PhaseFindings | undefined, void> {
  const plans = model.byKind.plan;
  if (plans.length === 0) return;
  const only = rules.filter((rule) => isRepeated(rule) && isAsked(rule, options)).map(({ id }) => id);
  const repeated = new Set(only);
  const unclear = unread(problemsIn(model, new Map(rules.map((rule) => [rule.id, rule])), undefined));
  let first: Point | undefined;
  for (const plan of plans) {
    if (unclear.has(plan.id)) continue;
    let before: Point | undefined;
    for (const outcome of phaseByPhase(model, plan.id)) {
      if (unclear.has(outcome.phase.id)) break;
      yield undefined;
      first ??= pointOf(
        (today ?? check(model, { ...options, only }).findings).filter(({ rule }) => repeated.has(rule)),
      );
      before ??= first;
      const { failed, ...found } = yield* checkInSteps(outcome.model, { today: options.today, only });
      const { result, point } = compared(model, before, found, outcome, unclear);
      before = point;
      yield { ...result, failed };
    }
  }
}

/** Ids of the rules that are judged without phases being carried out: what an editor can say at once. */
export const rulesOfToday: readonly string[] = rules
  .filter(({ judged }) => judged !== 'with phases')
  .map(({ id }) => id);

/** Ids of the rules that are judged of today, and ask how phases come out. */
export const rulesWithPhases: readonly string[] = rules
  .filter(({ judged }) => judged === 'with phases')
  .map(({ id }) => id);

/** Ids of the rules that are judged of an organization at any point of a plan: not those about the plan itself. */
export const rulesOfPhases: readonly string[] = rules.filter(isRepeated).map(({ id }) => id);

function isRepeated({ judged, category, reported }: Rule): boolean {
  return judged === undefined && !reported && category !== 'settings';
}

function isAsked({ id, category }: Rule, { only }: CheckOptions): boolean {
  return !only || only.includes(id) || only.includes(category);
}

/** What is found at one point, by what stays the same of it from one point to the next, as it was said first. */
type Point = ReadonlyMap<string, Finding>;

function pointOf(findings: readonly Finding[]): Point {
  return new Map(findings.map((finding) => [findingKey(finding), finding]));
}

function compared(
  today: OrgModel,
  before: Point,
  found: Pick<CheckResult, 'findings' | 'allowed'>,
  { plan, phase, model, ids }: AfterPhase,
  unclear: ReadonlySet<ElementId>,
): { readonly point: Point; readonly result: Omit<PhaseFindings, 'failed'> } {
  const names = new Map<ElementId, ElementId>();
  for (const [key, id] of ids) if (key !== id) names.set(id, key);
  const point = new Map<string, Finding>();
  const findings: Finding[] = [];
  const fresh: Finding[] = [];
  for (const one of found.findings) {
    const finding = withNames(one, names);
    if (finding.element !== undefined && unclear.has(finding.element)) continue;
    const key = findingKey(finding);
    const known = before.get(key) ?? point.get(key);
    const said =
      known ??
      later(finding, phase, () => fixesInPhase(today, model, phase, one.fixes, (id) => names.get(id) ?? id));
    findings.push(said);
    if (!known) fresh.push(said);
    if (!point.has(key)) point.set(key, said);
  }
  // What is accepted from now on is still there.
  const allowed = found.allowed.map((each) => ({ ...each, finding: withNames(each.finding, names) }));
  const accepted = new Set(allowed.map(({ finding }) => findingKey(finding)));
  const resolved = [...before].flatMap(([key, finding]) =>
    point.has(key) || accepted.has(key) ? [] : [finding],
  );
  return { point, result: { plan, phase, model, findings, fresh, resolved, allowed } };
}

/** A finding with the ids that elements have today, or in the plan. Its fixes are not for this text, and stay behind. */
function withNames(finding: Finding, names: ReadonlyMap<ElementId, ElementId>): Finding {
  const { rule, severity, element, also, property, message, why, todo, at, related } = finding;
  const named = (id: ElementId): ElementId => names.get(id) ?? id;
  return {
    rule,
    severity,
    ...(element !== undefined && { element: named(element) }),
    also: also.map(named),
    ...(property !== undefined && { property: property.split(' ').map(named).join(' ') }),
    message,
    why,
    todo,
    at,
    related,
    fixes: [],
  };
}

/** A finding as one that comes with a phase, with what can be done about it there. */
function later(finding: Finding, phase: Phase, fixes: () => readonly Fix[]): Finding {
  const isInside = isWithin(finding.at, phase.at);
  return {
    ...finding,
    message: `After ${phaseName(phase)}: ${finding.message}`,
    related: isInside
      ? finding.related
      : [...finding.related, { message: `${quote(label(phase))} stands here.`, at: phase.nameAt }],
    phase: { id: phase.id, name: label(phase) },
    get fixes() {
      return fixes();
    },
  };
}
