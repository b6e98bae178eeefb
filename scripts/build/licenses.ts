import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';

/** Writes `licenses.txt`: the notice of every package that went into a bundle, once each, by name. */
export function writeLicenses(
  root: string,
  outdir: string,
  built: readonly { readonly metafile: Metafile }[],
): void {
  const folders = new Set<string>(['node_modules/@resvg/resvg-wasm', 'node_modules/dejavu-fonts-ttf']);
  for (const { metafile } of built) {
    for (const input of Object.keys(metafile.inputs)) {
      const folder = packageFolder(input);
      if (folder !== undefined) folders.add(folder);
    }
  }
  const notices = [...folders]
    .map((folder) => noticeOf(path.join(root, folder)))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const text = notices
    .map(({ name, notice }) => `${name}\n\n${notice.trim()}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
  writeFileSync(path.join(outdir, 'licenses.txt'), text);
}

/** `node_modules/@scope/name` of a bundled file, the innermost where packages nest. */
function packageFolder(input: string): string | undefined {
  const marker = 'node_modules/';
  const start = input.lastIndexOf(marker);
  if (start < 0) return undefined;
  const [first, second] = input.slice(start + marker.length).split('/');
  if (first === undefined) return undefined;
  const name = first.startsWith('@') && second !== undefined ? `${first}/${second}` : first;
  return input.slice(0, start + marker.length) + name;
}

function noticeOf(folder: string): { readonly name: string; readonly notice: string } {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = fieldsOf(manifest);
  const file = existsSync(folder)
    ? readdirSync(folder).find((each) => /^(licen[cs]e|copying|notice)/i.test(each))
    : undefined;
  const notice = file === undefined ? `License: ${license}` : readFileSync(path.join(folder, file), 'utf8');
  return { name: `${name} ${version}`, notice };
}

function fieldsOf(manifest: unknown): {
  readonly name: string;
  readonly version: string;
  readonly license: string;
} {
  const fields = new Map(Object.entries(typeof manifest === 'object' && manifest !== null ? manifest : {}));
  const text = (key: string): string => {
    const value = fields.get(key);
    return typeof value === 'string' ? value : '';
  };
  return { name: text('name'), version: text('version'), license: text('license') };
}
