import type { OrgModel } from '@mktorg/model';
import type { Failure, Finding } from '@mktorg/rules';
import type { Organizations } from './organizations.ts';

/**
 * What plans add to the findings of today. It is worked out when there is time, one phase at a time, and starts anew
 * where newer text comes in: nothing that is said of today waits for it.
 */
export interface Outlook {
  /** The organization is another one: what its plans lead to has to be looked at again. */
  note(model: OrgModel): void;
  forget(root: string): void;
  findingsIn(root: string, uri: string): readonly Finding[];
  /** The documents of an organization about which there is something to say. */
  documents(root: string): Iterable<string>;
  /** Whether there is something to work out. */
  isBehind(): boolean;
  /**
   * Works it out until newer text comes in, and says of which documents it may say something else than before.
   * @param pause lets messages in; true where newer text came in, and what was begun is of no use any more
   */
  catchUp(
    pause: () => Promise<boolean>,
    told: (root: string, uris: ReadonlySet<string>) => void,
  ): Promise<void>;
}

const none: readonly Finding[] = [];

export function createOutlook(organizations: Organizations, failed: (failure: Failure) => void): Outlook {
  const waiting = new Set<string>();
  const known = new Map<string, ReadonlyMap<string, readonly Finding[]>>();

  /** Everything that plans add; nothing where newer text came in meanwhile. */
  async function lookAhead(
    root: string,
    pause: () => Promise<boolean>,
  ): Promise<readonly Finding[] | undefined> {
    const model = organizations.modelAt(root);
    if (!model) return none;
    const found: Finding[] = [];
    for (const step of organizations.lookAhead(model)) {
      found.push(...step.findings);
      step.failed.forEach(failed);
      if (await pause()) return undefined;
    }
    return found;
  }

  return {
    note(model) {
      if (model.byKind.plan.length > 0 || known.has(model.root)) waiting.add(model.root);
    },
    forget(root) {
      waiting.delete(root);
      known.delete(root);
    },
    findingsIn: (root, uri) => known.get(root)?.get(uri) ?? none,
    documents: (root) => known.get(root)?.keys() ?? [],
    isBehind: () => waiting.size > 0,
    async catchUp(pause, told) {
      for (const root of [...waiting]) {
        if (await pause()) return;
        const found = await lookAhead(root, pause);
        if (!found) return;
        waiting.delete(root);
        const documents = Map.groupBy(found, ({ at }) => at.uri);
        const uris = new Set([...(known.get(root)?.keys() ?? []), ...documents.keys()]);
        if (documents.size > 0) known.set(root, documents);
        else known.delete(root);
        told(root, uris);
      }
    },
  };
}
