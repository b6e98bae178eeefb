import type { CompareChoice, PlanName } from '@mktorg/preview';
import { QuickPickItemKind, type Uri, window } from 'vscode';
import type { Revisions } from '../git/revisions.ts';

/** Lets the reader choose a branch, or name any revision; undefined where nothing is chosen. */
export async function pickRevision(revisions: Revisions, uri: Uri): Promise<CompareChoice | undefined> {
  const other = 'A commit or a tag…';
  const branches = await revisions.branches(uri);
  const picked = await window.showQuickPick(
    [
      ...branches.map((label) => ({ label })),
      { label: '', kind: QuickPickItemKind.Separator },
      { label: other },
    ],
    { title: 'Compare with Branch', placeHolder: 'The chart shows what is different now' },
  );
  if (!picked) return undefined;
  const named = picked.label === other && !branches.includes(other);
  const ref = named
    ? await window.showInputBox({ title: 'Compare with', prompt: 'A commit, a tag or a branch' })
    : picked.label;
  const revision = ref?.trim() ?? '';
  // What begins like an option is no name of a revision.
  return revision === '' || revision.startsWith('-') ? undefined : { with: 'revision', ref: revision };
}

/** Lets the reader choose two points of a plan. */
export async function pickPhases(plans: readonly PlanName[]): Promise<CompareChoice | undefined> {
  const items = plans.flatMap(({ title, phases }) => [
    { label: title, kind: QuickPickItemKind.Separator },
    ...phases.map((phase, index) => {
      const before = phases[index - 1];
      const compare: CompareChoice = { with: 'phases', ...(before && { from: before.id }), to: phase.id };
      return { label: phase.title, description: 'what it changes', compare };
    }),
    ...phases.slice(1).map((phase) => {
      const compare: CompareChoice = { with: 'phases', to: phase.id };
      return { label: `Today → ${phase.title}`, description: 'all that changes until then', compare };
    }),
  ]);
  const picked = await window.showQuickPick(items, { title: 'Compare with Phase' });
  return picked && 'compare' in picked ? picked.compare : undefined;
}
