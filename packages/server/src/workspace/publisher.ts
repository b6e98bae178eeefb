import type { OrgModel } from '@mktorg/model';
import type { Failure, Finding } from '@mktorg/rules';
import type { Diagnostic } from 'vscode-languageserver';
import type { ChangedParams } from '../protocol.ts';
import { byDocument, diagnosticOf, showAlike } from './diagnostics.ts';
import { drawAlike } from './draw-alike.ts';
import type { Organizations } from './organizations.ts';
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
  readonly documents: ReadonlyMap<string, readonly Finding[]>;
  readonly model: OrgModel;
}

const none: readonly Finding[] = [];

/** At most this long between an edit and the start of the work on it, in milliseconds. */
const patience = 200;

export function createPublisher(
  sources: Sources,
  organizations: Organizations,
  events: PublisherEvents,
): Publisher {
  const published = new Map<string, readonly Finding[]>();
  const told = new Map<string, Told>();
  const waiting = new Set<string>();
  const failed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  /** How long the last round took: the longer, the more edits wait for one another. */
  let cost = 0;
  let drawn = false;

  function schedule(): void {
    if (timer === undefined && !running) timer = setTimeout(rounds, wait());
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
      cost = performance.now() - begun;
      if (again) await pause(wait());
    }
    running = false;
    const told = drawn;
    drawn = false;
    events.settled(told);
  }

  /** Whether it stopped because newer text came in. */
  async function round(): Promise<boolean> {
    const { version } = sources;
    const stale = (): boolean => sources.version !== version;
    const { models, gone } = organizations.takeChanged();
    for (const root of gone) forget(root);
    for (const { root } of models) waiting.add(root);
    for (const root of [...waiting]) {
      await pause(0);
      if (stale()) return true;
      const model = organizations.modelAt(root);
      waiting.delete(root);
      if (model) tell(model);
    }
    clear();
    return stale();
  }

  function tell(model: OrgModel): void {
    const { root } = model;
    const { findings, failed: failures } = organizations.checked(model);
    failures.forEach(reportOnce);
    const documents = byDocument(findings);
    for (const [uri, list] of documents) show(uri, list);
    const before = told.get(root);
    told.set(root, { documents, model });
    const layoutMayDiffer = before === undefined || !drawAlike(before.model, model);
    drawn ||= layoutMayDiffer;
    events.changed({ root, version: organizations.versionOf(root), gone: false, layoutMayDiffer });
  }

  function forget(root: string): void {
    waiting.delete(root);
    told.delete(root);
    events.changed({ root, version: organizations.versionOf(root), gone: true, layoutMayDiffer: true });
  }

  /** What is shown of documents that are gone, or whose organization has nothing to say about them any more. */
  function clear(): void {
    for (const uri of [...published.keys()]) {
      const owner = organizations.modelOf(uri);
      if (!owner || told.get(owner.root)?.documents.has(uri) === false) show(uri, none);
    }
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

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
