import { parseFragment, standardVocabulary } from '@mktorg/language';
import { createWorkspace, type Fragment, mergeOrganization, type OrgModel } from '@mktorg/model';
import {
  type Checker,
  type CheckResult,
  checkInSteps,
  createChecker,
  type Failure,
  type Finding,
  type PhaseFindings,
  phaseChecksInSteps,
  rulesOfToday,
  rulesWithPhases,
} from '@mktorg/rules';
import { carriedOut } from './phases-ahead.ts';
import { ownScheme, type Sources } from './sources.ts';

/** The organizations that the documents make up, as they stand after the newest text. */
export interface Organizations {
  /** Reads changed texts without putting them together, so that many can be taken in with pauses. */
  prepare(): void;
  /** Sorted by root. */
  models(): readonly OrgModel[];
  /** The organization that a document belongs to. For a document of the standard vocabulary, one that uses it. */
  modelOf(uri: string): OrgModel | undefined;
  modelAt(root: string): OrgModel | undefined;
  /** Counts up with every change of the organization. */
  versionOf(root: string): number;
  fragmentOf(uri: string): Fragment | undefined;
  /** Judged anew where the model or the day changed, by all rules that need not carry out phases. */
  checked(model: OrgModel): CheckResult;
  /**
   * What plans add to that: what is wrong with how their phases come out, then what each phase brings. In small steps,
   * most of which find nothing yet.
   */
  lookAhead(model: OrgModel): Iterable<Ahead | undefined>;
  /** What the organization was told last: it may be a moment behind the newest text. Judged where it never was. */
  judged(model: OrgModel): CheckResult;
  /**
   * The organization as it would be with other texts. Nothing changes: what holds now holds afterwards.
   */
  attempt(root: string, texts: ReadonlyMap<string, string>): OrgModel | undefined;
  /** What changed since this was asked last: organizations that are new or differ, and roots of those that are gone. */
  takeChanged(): { readonly models: readonly OrgModel[]; readonly gone: readonly string[] };
}

/** What one step of looking ahead found. */
export interface Ahead {
  readonly findings: readonly Finding[];
  readonly failed: readonly Failure[];
  /** The phase that was judged. */
  readonly phase?: PhaseFindings;
}

export function createOrganizations(sources: Sources, today: () => string): Organizations {
  const workspace = createWorkspace(standardVocabulary());
  const lowered = new Map<string, { readonly text: string; readonly fragment: Fragment }>();
  const checkers = new Map<string, Checker>();
  const results = new WeakMap<OrgModel, { readonly day: string; readonly result: CheckResult }>();
  const judgements = new Map<string, CheckResult>();
  const versions = new Map<string, number>();
  const changed = new Set<string>();
  const gone = new Set<string>();
  let pending = new Map<string, Fragment | undefined>();
  const roots = new Map<string, OrgModel>();
  let vocabulary: OrgModel | undefined;

  function prepare(): void {
    for (const uri of sources.takeChanged()) {
      const text = sources.document(uri)?.getText();
      const known = lowered.get(uri);
      if (text === known?.text) continue;
      const fragment = text === undefined ? undefined : parseFragment(text, uri);
      if (text !== undefined && fragment) lowered.set(uri, { text, fragment });
      else lowered.delete(uri);
      pending.set(uri, fragment);
    }
  }

  function settle(): void {
    prepare();
    if (pending.size === 0) return;
    const fragments = pending;
    pending = new Map();
    update(fragments);
  }

  function update(fragments: Map<string, Fragment | undefined>): void {
    const outcome = workspace.update(fragments);
    for (const root of [...outcome.gone, ...outcome.models.map((model) => model.root)]) {
      versions.set(root, (versions.get(root) ?? 0) + 1);
    }
    for (const root of outcome.gone) {
      checkers.delete(root);
      judgements.delete(root);
      roots.delete(root);
      changed.delete(root);
      gone.add(root);
    }
    for (const model of outcome.models) {
      gone.delete(model.root);
      changed.add(model.root);
      roots.set(model.root, model);
    }
  }

  function checked(model: OrgModel): CheckResult {
    const day = today();
    const known = results.get(model);
    if (known?.day === day) return known.result;
    const checker = checkers.get(model.root) ?? createChecker();
    checkers.set(model.root, checker);
    const result = checker.check(model, { today: day, ...rulesAtOnce(model) });
    results.set(model, { day, result });
    judgements.set(model.root, result);
    return result;
  }

  function* lookAhead(model: OrgModel): Iterable<Ahead | undefined> {
    if (model.byKind.plan.length === 0) return;
    const day = today();
    const now = checked(model);
    yield* carriedOut(model);
    const only = [...rulesWithPhases, ...rulesToAccept(model, now)];
    const { findings, failed } = yield* checkInSteps(model, { today: day, only });
    yield { findings: findings.filter(({ rule }) => rulesWithPhases.includes(rule)), failed };
    for (const phase of phaseChecksInSteps(model, { today: day }, now.findings)) {
      yield phase && { findings: phase.fresh, failed: phase.failed, phase };
    }
  }

  return {
    prepare,
    lookAhead,
    models() {
      settle();
      return workspace.models();
    },
    modelOf(uri) {
      settle();
      if (!uri.startsWith(ownScheme)) return workspace.modelOf(uri);
      const models = workspace.models();
      if (models.length === 1) return models[0];
      vocabulary ??= mergeOrganization(`${ownScheme}/vocabulary`, [], standardVocabulary());
      return vocabulary;
    },
    modelAt(root) {
      settle();
      return roots.get(root);
    },
    versionOf: (root) => versions.get(root) ?? 0,
    fragmentOf(uri) {
      settle();
      return lowered.get(uri)?.fragment ?? standardVocabulary().find((fragment) => fragment.uri === uri);
    },
    checked,
    judged: (model) => judgements.get(model.root) ?? checked(model),
    attempt(root, texts) {
      settle();
      const before = new Map<string, Fragment | undefined>();
      const after = new Map<string, Fragment | undefined>();
      for (const [uri, text] of texts) {
        before.set(uri, lowered.get(uri)?.fragment);
        after.set(uri, parseFragment(text, uri));
      }
      workspace.update(after);
      const model = workspace.models().find((candidate) => candidate.root === root);
      update(before);
      return model;
    },
    takeChanged() {
      settle();
      const models = [...changed].flatMap((root) => roots.get(root) ?? []);
      const taken = { models, gone: [...gone] };
      changed.clear();
      gone.clear();
      return taken;
    },
  };
}

/** Without phases, nothing takes long: all rules are for now. */
export function rulesAtOnce({ byKind }: OrgModel): { readonly only?: readonly string[] } {
  return byKind.phase.length === 0 ? {} : { only: rulesOfToday };
}

/** The rules of which something is accepted that nobody finds today: phases may find it. */
function rulesToAccept({ elements }: OrgModel, { allowed }: CheckResult): readonly string[] {
  const used = new Set(allowed.map(({ allow }) => allow));
  const rules = new Set<string>();
  for (const { allows } of elements.values()) {
    for (const allow of allows) if (!used.has(allow)) rules.add(allow.rule);
  }
  return [...rules];
}
