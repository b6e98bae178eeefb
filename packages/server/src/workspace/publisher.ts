import type { Failure, Finding } from '@mktorg/rules';
import type { Diagnostic } from 'vscode-languageserver';
import { byDocument, diagnosticOf, showAlike } from './diagnostics.ts';
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
  /** An organization is new, differs, or is gone. */
  changed(root: string, gone: boolean): void;
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
  /** What each organization had to say when it was judged last. */
  const documents = new Map<string, ReadonlyMap<string, readonly Finding[]>>();
  const waiting = new Set<string>();
  const failed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  /** How long the last round took: the longer, the more edits wait for one another. */
  let cost = 2;

  function schedule(): void {
    if (timer !== undefined || running) return;
    timer = setTimeout(start, Math.min(cost, patience));
  }

  function start(): void {
    timer = undefined;
    running = round().finally(() => {
      running = undefined;
    });
  }

  async function round(): Promise<void> {
    for (let again = true; again; ) {
      const begun = performance.now();
      const { version } = sources;
      again = await publishAll(() => sources.version !== version);
      cost = performance.now() - begun;
      if (again) await pause(Math.min(cost, patience));
    }
  }

  /** Whether it stopped because newer text came in. */
  async function publishAll(stale: () => boolean): Promise<boolean> {
    const { models, gone } = organizations.takeChanged();
    for (const root of gone) {
      waiting.delete(root);
      documents.delete(root);
      events.changed(root, true);
    }
    for (const { root } of models) waiting.add(root);
    for (const root of [...waiting]) {
      await pause(0);
      if (stale()) return true;
      const model = organizations.modelAt(root);
      waiting.delete(root);
      if (!model) continue;
      const { findings, failed: failures } = organizations.checked(model);
      failures.forEach(reportOnce);
      const now = byDocument(findings);
      documents.set(root, now);
      for (const [uri, list] of now) show(uri, list);
      events.changed(root, false);
    }
    clear();
    return stale();
  }

  /** What is shown of documents that are gone, or whose organization has nothing to say about them any more. */
  function clear(): void {
    for (const uri of [...published.keys()]) {
      const owner = organizations.modelOf(uri);
      if (!owner || documents.get(owner.root)?.has(uri) === false) show(uri, none);
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
      while (timer !== undefined || running) await (running ?? pause(1));
    },
    dispose: () => clearTimeout(timer),
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
