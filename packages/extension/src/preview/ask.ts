import type { ChartMessage, CompareChoice } from '@mktorg/preview';
import {
  type ChartAnswer,
  type ChartParams,
  type CompareAnswer,
  type CompareParams,
  chartRequest,
  compareRequest,
} from '@mktorg/server/protocol';
import type { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { lastCommit, nameOf, type Revisions } from '../git/revisions.ts';

/** Who answers, and the organization that is asked about. */
interface Asked {
  readonly client: BaseLanguageClient;
  readonly revisions: Revisions;
  /** A file or folder of it. */
  readonly place: Uri | undefined;
}

/** The chart, or the comparison that is chosen. Where there is none, the chart and why. */
export async function ask(
  params: ChartParams,
  compare: CompareChoice | undefined,
  asked: Asked,
): Promise<{ readonly answer: ChartAnswer | CompareAnswer; readonly uncompared?: string }> {
  const { client } = asked;
  let uncompared: string | undefined;
  if (compare) {
    try {
      const other = await otherOf(compare, asked);
      const wanted: CompareParams = { ...params, with: other };
      const answer = await client.sendRequest<CompareAnswer>(compareRequest, wanted);
      if (answer) return { answer };
      uncompared = compare.with === 'phases' ? 'The plan has no such phase any more.' : undefined;
    } catch (error) {
      uncompared = error instanceof Error ? error.message : String(error);
    }
  }
  const answer = await client.sendRequest<ChartAnswer>(chartRequest, params);
  return { answer, ...(uncompared !== undefined && { uncompared }) };
}

async function otherOf(compare: CompareChoice, { place, revisions }: Asked): Promise<CompareParams['with']> {
  if (compare.with === 'phases') {
    const { with: type, ...points } = compare;
    return { type, ...points };
  }
  if (!place) throw new Error(noOrganization);
  const { name, texts } = await revisions.before(place, compare.ref);
  return { type: 'texts', name, texts };
}

const noOrganization = 'There is no organization to compare.';

/** With what the organization around a place can be compared. */
export function comparableAt(
  place: Uri | undefined,
  compare: CompareChoice | undefined,
  revisions: Revisions,
): NonNullable<ChartMessage['comparable']> {
  const why = place ? revisions.why(place) : noOrganization;
  if (why !== undefined) return { revisions: [], pick: false, why };
  const chosen = compare?.with === 'revision' ? [compare.ref] : [];
  const refs = [...new Set([lastCommit, ...chosen])];
  return { revisions: refs.map((ref) => ({ ref, label: nameOf(ref) })), pick: true };
}
