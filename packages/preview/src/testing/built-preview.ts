import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundles } from '../../../../scripts/build/bundles.ts';
import { buildBundle } from '../../../../scripts/build.ts';

/** The preview as it ships: its program, and how it looks. */
export async function builtPreview(): Promise<{ readonly script: string; readonly style: string }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mktorg-preview-'));
  const bundle = bundles.find(({ name }) => name === 'preview');
  if (!bundle) throw new Error('There is no bundle of the preview.');
  await buildBundle(bundle, folder);
  const script = readFileSync(path.join(folder, 'preview.js'), 'utf8');
  const style = readFileSync(path.join(folder, 'preview.css'), 'utf8');
  rmSync(folder, { recursive: true, force: true });
  return { script, style };
}
