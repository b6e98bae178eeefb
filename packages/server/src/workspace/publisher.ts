import type { OrgModel } from '@mktorg/model';
import type { Failure, Finding } from '@mktorg/rules';
import type { Diagnostic } from 'vscode-languageserver';
import type { ChangedParams } from '../protocol.ts';
import { diagnosticOf, showAlike } from './diagnostics.ts';
import { drawAlike } from './draw-alike.ts';
import type { Organizations } from './organizations.ts';
import type { Outlook } from './outlook.ts';
import { pause, slice } from './slices.ts';
import type { Sources } from './sources.ts';

/** Keeps what editors show of the findings up to date, one step at a time. */
export interface Publisher {
  /** Something may have changed: work starts soon, and what came in until then is taken in at once. */
  schedule(): void;
  /** Everything has to be judged again: the day is another one. */
  recheck(): void;
  /** Resolves once nothing is left to publish. */
  idle(): Promise<void>;
  dispose(): void;
}

export interface PublisherEvents {
  publish(uri: string, diagnostics: readonly Diagnostic[]): void;
  /** A rule broke: an error of the program. */
  failed(failure: Failure): void;
  changed(change: ChangedParams): void;
  /** Nothing is left to do. `drawn`: what a chart draws has changed since, so names may mean something else. */
  settled(drawn: boolean): void;
}

/** What each organization had to say when it was judged last. */
interface Told {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly model: OrgModel;
}

const none: readonly Finding[] = [];
const nothing: Told['findings'] = new Map();

/** At most this long between an edit and the start of the work on it, in milliseconds. */
const patience = 200;

export function createPublisher(
  sources: Sources,
  organizations: Organizations,
  outlook: Outlook,
  events: PublisherEvents,
  /** How long nobody may type before phases are carried out, in milliseconds. */
  rest = 100,
): Publisher {
  const published = new Map<string, readonly Finding[]>();
  const told = new Map<string, Told>();
  const waiting = new Set<string>();
  const failed = new Set<string>();
  /** Documents about which an organization has nothing to say any more. */
  const released = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  /** How long the last round took: the longer, the more edits wait for one another. */
  let cost = 0;
  let ended = Number.NEGATIVE_INFINITY;
  let drawn = false;

  /** An edit after a rest is worked on at once; those of a burst wait for one another. */
  function schedule(): void {
    if (timer !== undefined || running) return;
    const rested = performance.now() - ended >= cost;
    timer = setTimeout(rounds, rested ? 0 : wait());
  }

  function wait(): number {
    return Math.min(cost / 2, patience);
  }

  async function rounds(): Promise<void> {
    timer = undefined;
    running = true;
    for (let again = true; again; ) {
      const begun = performance.now();
      again = await round();
      ended = performance.now();
      cost = ended - begun;
      if (again) await pause(wait());
      else {
        settle();
        again = await lookAhead();
      }
    }
    running = false;
  }

  function settle(): void {
    const told = drawn;
    drawn = false;
    events.settled(told);
  }

  /** What plans add can wait for a rest of the one who types. Whether newer text came in. */
  async function lookAhead(): Promise<boolean> {
    if (!outlook.isBehind()) return false;
    const { version } = sources;
    const stale = (): boolean => sources.version !== version;
    await pause(rest);
    await outlook.catchUp({
      isStale: stale,
      told(root, uris, notes) {
        for (const uri of uris) show(uri, allOf(root, uri));
        const version = organizations.versionOf(root);
        if (notes) events.changed({ root, version, gone: false, layoutMayDiffer: false, plansDiffer: true });
      },
      failed: reportOnce,
    });
    return stale();
  }

  /** Whether it stopped because newer text came in. */
  async function round(): Promise<boolean> {
    const { version } = sources;
    let since = performance.now();
    const stale = (): boolean => sources.version !== version;
    const { models, gone } = organizations.takeChanged();
    for (const root of gone) forget(root);
    for (const { root } of models) waiting.add(root);
    for (const root of [...waiting]) {
      if (performance.now() - since > slice) {
        await pause();
        if (stale()) return true;
        since = performance.now();
      }
      const model = organizations.modelAt(root);
      waiting.delete(root);
      if (model) tell(model);
    }
    clear();
    return stale();
  }

  function tell(model: OrgModel): void {
    const { root } = model;
    const { byDocument: findings, failed: failures } = organizations.checked(model);
    failures.forEach(reportOnce);
    const before = told.get(root);
    const shown = before?.findings ?? nothing;
    const changed = [...findings].filter(([uri, list]) => shown.get(uri) !== list);
    for (const uri of shown.keys()) if (!findings.has(uri)) released.add(uri);
    told.set(root, { findings, model });
    outlook.note(model);
    for (const [uri] of changed) show(uri, allOf(root, uri));
    const layoutMayDiffer = before === undefined || !drawAlike(before.model, model);
    drawn ||= layoutMayDiffer;
    events.changed({ root, version: organizations.versionOf(root), gone: false, layoutMayDiffer });
  }

  function forget(root: string): void {
    waiting.delete(root);
    for (const uri of told.get(root)?.findings.keys() ?? []) released.add(uri);
    for (const uri of outlook.documents(root)) released.add(uri);
    outlook.forget(root);
    told.delete(root);
    events.changed({ root, version: organizations.versionOf(root), gone: true, layoutMayDiffer: true });
  }

  /** Of documents that are gone, nothing is shown; of those that belong elsewhere now, what is said there. */
  function clear(): void {
    for (const uri of released) {
      const owner = organizations.modelOf(uri);
      show(uri, owner ? allOf(owner.root, uri) : none);
    }
    released.clear();
  }

  /** What is said of a document: of today, then what plans add. */
  function allOf(root: string, uri: string): readonly Finding[] {
    const today = told.get(root)?.findings.get(uri) ?? none;
    const ahead = outlook.findingsIn(root, uri);
    return ahead.length === 0 ? today : [...today, ...ahead];
  }

  function show(uri: string, findings: readonly Finding[]): void {
    if (showAlike(published.get(uri) ?? none, findings)) return;
    if (findings.length === 0) published.delete(uri);
    else published.set(uri, findings);
    events.publish(uri, findings.map(diagnosticOf));
  }

  function reportOnce(failure: Failure): void {
    if (failed.has(failure.rule)) return;
    failed.add(failure.rule);
    events.failed(failure);
  }

  return {
    schedule,
    recheck() {
      for (const { root } of organizations.models()) waiting.add(root);
      schedule();
    },
    async idle() {
      while (timer !== undefined || running) await pause(1);
    },
    dispose: () => clearTimeout(timer),
  };
}
