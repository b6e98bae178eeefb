import type { PhaseFindings as PhaseNotes } from '@mktorg/chart';
import type { ElementId, OrgModel } from '@mktorg/model';
import type { Failure, Finding, PhaseFindings } from '@mktorg/rules';
import type { Organizations } from './organizations.ts';
import { countedAhead } from './phases-ahead.ts';
import { inSlices, pause } from './slices.ts';

/**
 * What plans add to the findings of today. It is worked out when there is time, in small steps, and starts anew where
 * newer text comes in: nothing that is said of today waits for it.
 */
export interface Outlook {
  /** The organization is another one: what its plans lead to has to be looked at again. */
  note(model: OrgModel): void;
  forget(root: string): void;
  /** As it was known last, which may be of an older text. */
  findingsIn(root: string, uri: string): readonly Finding[];
  /** The documents of an organization about which there is something to say. */
  documents(root: string): Iterable<string>;
  /** How many findings there are today and after each phase, as it was known last. */
  notesOf(root: string): PhaseNotes | undefined;
  /** What is known of this very state of an organization; nothing as long as it is worked out. */
  of(model: OrgModel): Prospect | undefined;
  /** Whether there is something to work out. */
  isBehind(): boolean;
  /** Works it out until newer text comes in. */
  catchUp(work: Work): Promise<void>;
}

/** What is found in an organization after its phases. */
export interface Prospect {
  readonly model: OrgModel;
  readonly byDocument: ReadonlyMap<string, readonly Finding[]>;
  readonly notes: PhaseNotes;
  /** All that is found after a phase, with the ids of today or of the plan. */
  readonly after: ReadonlyMap<ElementId, readonly Finding[]>;
}

export interface Work {
  /** Newer text came in, and what was begun is of no use any more. */
  isStale(): boolean;
  /** What is said of these documents may be something else than before; `notes`: so is how much is found by phase. */
  told(root: string, uris: ReadonlySet<string>, notes: boolean): void;
  failed(failure: Failure): void;
}

const none: readonly Finding[] = [];

export function createOutlook(organizations: Organizations): Outlook {
  const waiting = new Set<string>();
  const known = new Map<string, Prospect>();

  /** Everything that plans add; nothing where newer text came in meanwhile. */
  async function lookAhead(model: OrgModel, { isStale, failed }: Work): Promise<Prospect | undefined> {
    const found: Finding[] = [];
    const phases: PhaseFindings[] = [];
    const isWhole = await inSlices(organizations.lookAhead(model), isStale, (step) => {
      if (!step) return;
      found.push(...step.findings);
      step.failed.forEach(failed);
      if (step.phase) phases.push(step.phase);
    });
    if (!isWhole) return undefined;
    return {
      model,
      byDocument: Map.groupBy(found, ({ at }) => at.uri),
      notes: countedAhead(organizations.checked(model).findings, phases),
      after: new Map(phases.map(({ phase, findings }) => [phase.id, findings])),
    };
  }

  return {
    note(model) {
      if (model.byKind.plan.length > 0 || known.has(model.root)) waiting.add(model.root);
    },
    forget(root) {
      waiting.delete(root);
      known.delete(root);
    },
    findingsIn: (root, uri) => known.get(root)?.byDocument.get(uri) ?? none,
    documents: (root) => known.get(root)?.byDocument.keys() ?? [],
    notesOf: (root) => known.get(root)?.notes,
    of(model) {
      const prospect = known.get(model.root);
      return prospect?.model === model ? prospect : undefined;
    },
    isBehind: () => waiting.size > 0,
    async catchUp(work) {
      for (const root of [...waiting]) {
        await pause();
        if (work.isStale()) return;
        const model = organizations.modelAt(root);
        const prospect = model && (await lookAhead(model, work));
        if (model && !prospect) return;
        waiting.delete(root);
        const before = known.get(root);
        if (prospect && model.byKind.plan.length > 0) known.set(root, prospect);
        else known.delete(root);
        const uris = [...(before?.byDocument.keys() ?? []), ...(prospect?.byDocument.keys() ?? [])];
        work.told(root, new Set(uris), !sayAlike(before?.notes, known.get(root)?.notes));
      }
    },
  };
}

function sayAlike(a: PhaseNotes | undefined, b: PhaseNotes | undefined): boolean {
  const plain = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
  return JSON.stringify(a, plain) === JSON.stringify(b, plain);
}
