import type { Allow, ElementId, Matching, OrgModel, RuleSetting, Severity } from '@mktorg/model';
import type { Finding } from '@mktorg/rules';
import { check, checkPhases, findingKey, rules, withheldIn } from '@mktorg/rules';

/** What becomes of the findings of an organization when it changes. */
export interface FindingShift {
  readonly new: readonly Finding[];
  /** Of the model before: what was wrong is no more. */
  readonly fixed: readonly Finding[];
  /** Of the model before: what they are about cannot be read as a whole any more, so nobody knows. */
  readonly unknown: readonly Finding[];
  /** What is wrong as before, and told no more or taken less seriously. */
  readonly accepted: readonly Accepted[];
  /** Of the model after: all that is still told, what is taken less seriously among it. */
  readonly carried: readonly Finding[];
}

/** A finding that is settled by what is said of it, and not by what it is about. */
export interface Accepted {
  /** Of the model before. */
  readonly finding: Finding;
  readonly by: AcceptedBy;
  /** The reason that is given for it. */
  readonly because?: string;
  /** Of the model after, where it is told still: with a lower severity. */
  readonly now?: Finding;
}

/** An `allow`; a rule that is off, set to other limits, or taken less seriously. */
export type AcceptedBy = 'allow' | 'off' | 'options' | 'severity';

/** A model, and what is found in it. */
export interface Judged {
  readonly model: OrgModel;
  readonly findings: readonly Finding[];
}

/**
 * Which findings are new, fixed, accepted or carried: a finding stays the same when its element moves or is renamed. For
 * what is accepted the model after is judged once more, and only by those rules whose findings may be accepted.
 */
export function shiftOf(
  before: Judged,
  after: Judged,
  matching: Matching,
  { today }: { readonly today: string },
): FindingShift {
  const now = (id: ElementId): ElementId => matching.after.get(id) ?? id;
  const known = Map.groupBy(before.findings, (finding) => findingKey(withIds(finding, now)));
  const settings = { before: settingsIn(before.model), after: settingsIn(after.model) };
  const fresh: Finding[] = [];
  const carried: Finding[] = [];
  const lowered: Accepted[] = [];
  for (const finding of after.findings) {
    const same = known.get(findingKey(finding))?.pop();
    if (!same) {
      fresh.push(finding);
      continue;
    }
    carried.push(finding);
    const setting = settings.after.get(finding.rule);
    const isSet = settings.before.get(finding.rule)?.severity !== setting?.severity;
    if (isSet && grave.indexOf(finding.severity) > grave.indexOf(same.severity))
      lowered.push({ finding: same, by: 'severity', ...reasonOf(setting), now: finding });
  }
  const { unknown, gone } = withoutUnknown([...known.values()].flat(), after.model, now);
  const accepting = acceptanceOf(gone, settings, before.model, after.model, today);
  const accepted: Accepted[] = [];
  const fixed: Finding[] = [];
  for (const finding of gone) {
    const how = accepting(finding, findingKey(withIds(finding, now)));
    if (how) accepted.push({ finding, ...how });
    else fixed.push(finding);
  }
  return { new: fresh, fixed, unknown, accepted: [...accepted, ...lowered], carried };
}

/** Sets aside what nobody knows to hold still, so that nothing is judged for it. */
function withoutUnknown(
  findings: readonly Finding[],
  after: OrgModel,
  now: (id: ElementId) => ElementId,
): { readonly unknown: readonly Finding[]; readonly gone: readonly Finding[] } {
  if (findings.length === 0) return { unknown: [], gone: [] };
  const isWithheld = withheldIn(after);
  const { unknown = [], gone = [] } = Object.groupBy(findings, (finding) =>
    isWithheld(finding, finding.element && now(finding.element)) ? 'unknown' : 'gone',
  );
  return { unknown, gone };
}

/** How many findings are as they were. */
export function sameAsBefore({ carried, accepted }: FindingShift): number {
  return carried.length - accepted.filter(({ now }) => now !== undefined).length;
}

/** The finding with other ids; its property may name elements too. */
function withIds(finding: Finding, now: (id: ElementId) => ElementId): Finding {
  const { element, property } = finding;
  return {
    ...finding,
    ...(element !== undefined && { element: now(element) }),
    ...(property !== undefined && { property: property.split(' ').map(now).join(' ') }),
  };
}

const grave: readonly Severity[] = ['error', 'warning', 'info', 'off'];

/** Of several settings of one rule the last one counts. */
type Settings = ReadonlyMap<string, RuleSetting>;
type How = Pick<Accepted, 'by' | 'because'>;

function settingsIn(model: OrgModel): Settings {
  return new Map(model.settings.map((setting) => [setting.rule, setting]));
}

const defaults: ReadonlyMap<string, Severity> = new Map(rules.map(({ id, severity }) => [id, severity]));

/** What a setting makes of its rule, whatever the reason. */
function meaningOf(rule: string, setting: RuleSetting | undefined): string {
  const { severity = defaults.get(rule), options = {} } = setting ?? {};
  return JSON.stringify([severity, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function reasonOf(said: Pick<Allow, 'because'> | undefined): Pick<Accepted, 'because'> {
  return said?.because === undefined ? {} : { because: said.because };
}

/**
 * Says how findings that are told no more are accepted, where the model after still has what they are about: judged
 * with the settings of before.
 */
function acceptanceOf(
  gone: readonly Finding[],
  settings: { readonly before: Settings; readonly after: Settings },
  before: OrgModel,
  after: OrgModel,
  today: string,
): (finding: Finding, key: string) => How | undefined {
  const isSetOtherwise = (rule: string): boolean =>
    meaningOf(rule, settings.before.get(rule)) !== meaningOf(rule, settings.after.get(rule));
  if (gone.length === 0) return () => undefined;
  const allows = rulesOfAllows(after);
  const otherwise = new Set([...new Set(gone.map(({ rule }) => rule))].filter(isSetOtherwise));
  // What is accepted after a phase, phases say too.
  const open = gone.filter(({ rule, phase }) => phase || otherwise.has(rule) || allows.has(rule));
  const only = [...new Set(open.map(({ rule }) => rule))];
  if (only.length === 0) return () => undefined;
  const model = otherwise.size === 0 ? after : withSettings(after, before, otherwise);
  const { findings, allowed } = check(model, { today, only });
  const phases = open.some(({ phase }) => phase) ? checkPhases(model, { today, only }, findings) : [];
  const found = {
    today: keysOf(findings),
    later: keysOf(phases.flatMap(({ fresh }) => fresh)),
  };
  const accepted = {
    today: new Map(allowed.map(({ finding, allow }) => [findingKey(finding), allow])),
    later: new Map(phases.flatMap((each) => each.allowed.map((one) => [findingKey(one.finding), one.allow]))),
  };
  return ({ rule, phase }, key) => {
    const allow = accepted.today.get(key) ?? (phase && accepted.later.get(key));
    if (allow) return { by: 'allow', ...reasonOf(allow) };
    if (!otherwise.has(rule) || !(found.today.has(key) || (phase && found.later.has(key)))) return undefined;
    const setting = settings.after.get(rule);
    const isOff = (setting?.severity ?? defaults.get(rule)) === 'off';
    return { by: isOff ? 'off' : 'options', ...reasonOf(setting) };
  };
}

function rulesOfAllows(model: OrgModel): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { allows } of model.elements.values()) for (const { rule } of allows) found.add(rule);
  return found;
}

/** The model with the settings that another has of these rules. */
function withSettings(model: OrgModel, other: OrgModel, those: ReadonlySet<string>): OrgModel {
  return {
    ...model,
    settings: [
      ...model.settings.filter(({ rule }) => !those.has(rule)),
      ...other.settings.filter(({ rule }) => those.has(rule)),
    ],
  };
}

function keysOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(findingKey));
}
