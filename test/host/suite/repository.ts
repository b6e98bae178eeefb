/** Makes the workspace a repository of git, as a user has one. */
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { until, uriOf } from './workbench.ts';

/** Runs git in the workspace. */
export function git(...args: readonly string[]): void {
  const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org'];
  execFileSync('git', [...who, ...args], { cwd: uriOf('.').fsPath });
}

/** Commits everything to `main`, and waits until the editor has found the repository. */
export async function commitEverything(): Promise<void> {
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--allow-empty', '--message=As it is');
  await vscode.workspace.getConfiguration().update('git.enabled', true, true);
  await until('the repository', async () => {
    const exported = await vscode.extensions.getExtension('vscode.git')?.activate();
    return exported?.enabled === true && exported.getAPI(1).repositories.length > 0;
  });
}

/** Puts the files back as they were committed, and leaves git alone from then on. */
export async function forgetRepository(): Promise<void> {
  git('checkout', '--quiet', '--', '.');
  await vscode.workspace.getConfiguration().update('git.enabled', undefined, true);
}

/** A small reorganization of the brand team of the hotel group, unsaved: + − ~ →. */
export async function reorganize(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const text = document.getText();
  const line = (name: string): string => new RegExp(`\n *role ${name} .*`).exec(text)?.[0] ?? '';
  const moved = line('managing-editor');
  const after = text
    .replace(moved, '')
    .replace('\n  lead brand-vp', `\n  lead brand-vp${moved}`)
    .replace(line('merchandise-manager'), '')
    .replace('"Video Producer"', '"Film Producer"')
    .replace(
      '\n    lead content-director',
      '\n    lead content-director\n    role ghostwriter "Ghostwriter"',
    );
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
  if (!(await editor.edit((edit) => edit.replace(whole, after))))
    throw new Error('The edit was not applied.');
}
