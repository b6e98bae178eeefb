import type { PreviewMessage } from '@mktorg/preview';
import { env, Uri, window, workspace } from 'vscode';

/** Saves or copies a chart that the preview has drawn. */
export async function exportChart({
  format,
  to,
  name,
  text,
}: PreviewMessage & { type: 'export' }): Promise<void> {
  if (to === 'clipboard') {
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(`Chart copied as ${format === 'svg' ? 'SVG' : 'Mermaid'}`, 3000);
    return;
  }
  const ending = format === 'svg' ? 'svg' : 'mmd';
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, `${name}.${ending}`) }),
    filters: { [format === 'svg' ? 'SVG' : 'Mermaid']: [ending] },
    title: 'Save Chart',
  });
  if (!target) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  window.setStatusBarMessage(`Chart saved as ${workspace.asRelativePath(target)}`, 3000);
}
