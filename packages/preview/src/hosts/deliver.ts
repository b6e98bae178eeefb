import type { PreviewMessage } from '../protocol.ts';

/** Saves or copies what the reader asked for, with the means of a browser. */
export async function deliver({
  format,
  to,
  name,
  text,
}: PreviewMessage & { type: 'export' }): Promise<void> {
  if (to === 'clipboard') {
    await navigator.clipboard.writeText(text);
    return;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([text], { type: format === 'svg' ? 'image/svg+xml' : 'text/plain' }),
  );
  link.download = `${name}.${format === 'svg' ? 'svg' : 'mmd'}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
