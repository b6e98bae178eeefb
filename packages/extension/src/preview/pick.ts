import type { CompareChoice, PlanName } from '@mktorg/preview';
import { QuickPickItemKind, type Uri, window } from 'vscode';
import type { Revisions } from '../git/revisions.ts';

/**
 * Lets the reader choose a branch, or name any revision; undefined where nothing is chosen. All in one list: between two
 * inputs the focus would go back to the chart, and the second be closed by that.
 */
export async function pickRevision(revisions: Revisions, uri: Uri): Promise<CompareChoice | undefined> {
  const branches = (await revisions.branches(uri)).map((label) => ({ label }));
  const known = new Set(branches.map(({ label }) => label));
  const picker = window.createQuickPick();
  picker.title = 'Compare with Branch';
  picker.placeholder = 'A branch, or the name of a tag or a commit';
  picker.items = branches;
  picker.onDidChangeValue((value) => {
    const named = { label: value.trim(), description: 'a tag or a commit', alwaysShow: true };
    // What begins like an option is no name of a revision.
    const isNew = named.label !== '' && !named.label.startsWith('-') && !known.has(named.label);
    picker.items = isNew ? [...branches, named] : branches;
  });
  picker.show();
  const ref = await new Promise<string | undefined>((resolve) => {
    picker.onDidAccept(() => resolve(picker.selectedItems[0]?.label));
    picker.onDidHide(() => resolve(undefined));
  });
  picker.dispose();
  return ref === undefined ? undefined : { with: 'revision', ref };
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
