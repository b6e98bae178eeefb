import { diff, effectsOf, match } from '@mktorg/model';
import { entriesOf } from '@mktorg/review';
import type { CancellationToken } from 'vscode-languageserver';
import type { ChangeSummaryAnswer, ChangeSummaryParams } from '../../protocol.ts';
import type { Past } from '../../workspace/past.ts';
import type { Project } from '../../workspace/project.ts';
import { pause } from '../../workspace/slices.ts';
import { counted } from '../counts.ts';

/**
 * What it does to the organization that one document says something else than it did: `+2 roles · 1 moved`. Null where
 * it does nothing, or the document cannot be read as it stands.
 */
export async function changeSummary(
  project: Project,
  past: Past,
  { uri, text }: ChangeSummaryParams,
  token: CancellationToken,
): Promise<ChangeSummaryAnswer> {
  await pause();
  if (token.isCancellationRequested) return null;
  const model = project.organizations.modelOf(uri);
  if (!model || project.sources.document(uri)?.getText() === text) return null;
  if (model.problems.some(({ rule, at }) => rule === 'integrity/syntax' && at.uri === uri)) return null;
  const before = past.model(summaries, model.root, [{ uri, text }]);
  await pause();
  if (token.isCancellationRequested) return null;
  const matching = match(before, model);
  await pause();
  const changes = diff(before, model, matching);
  if (changes.length === 0) return null;
  const came = new Map<string, number>();
  const went = new Map<string, number>();
  const count = (counts: Map<string, number>, what: string): void =>
    void counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const change of changes) {
    if (change.type === 'added') count(came, kindOf(change.element.kind));
    if (change.type === 'removed') count(went, kindOf(change.element.kind));
  }
  const rest = new Map<string, number>();
  for (const { change } of entriesOf(before, model, changes)) {
    if (change === 'moved' || change === 'renamed') count(rest, change);
    else if (change !== 'added' && change !== 'removed' && change !== 'merged') count(rest, 'changed');
  }
  await pause();
  if (token.isCancellationRequested) return null;
  const elsewhere = effectsOf(before, model, matching).reporting.filter(({ role }) =>
    matching.before.has(role),
  ).length;
  const parts = [
    ...[...came].map(([kind, number]) => `+${counted(number, kind, plurals[kind])}`),
    ...[...went].map(([kind, number]) => `−${counted(number, kind, plurals[kind])}`),
    ...['moved', 'renamed', 'changed'].flatMap((word) =>
      rest.has(word) ? [`${rest.get(word)} ${word}`] : [],
    ),
    ...(elsewhere > 0 ? [`${elsewhere} ${elsewhere === 1 ? 'reports' : 'report'} to somebody else`] : []),
  ];
  return parts.length === 0 ? null : { text: parts.join(' · '), root: model.root };
}

/** One state for all documents: from one to the next only two of them differ. No revision is called so. */
const summaries = ' one document';

/** Kinds that readers tell apart; the others are statements to them. */
const told: ReadonlySet<string> = new Set([
  'team',
  'role',
  'platform',
  'process',
  'program',
  'partner',
  'committee',
  'initiative',
  'person',
  'dataset',
  'plan',
  'phase',
  'step',
]);

const plurals: { readonly [kind: string]: string } = { process: 'processes', person: 'people' };

function kindOf(kind: string): string {
  return told.has(kind) ? kind : 'detail';
}
