/** Compiles the suite for the extension host, which loads CommonJS. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const sources = path.join(import.meta.dirname, 'suite');

/** Answers the module that runs the suite. */
export async function buildSuite(outFolder: string): Promise<string> {
  rmSync(outFolder, { recursive: true, force: true });
  const files = readdirSync(sources).filter((file) => file === 'index.ts' || file.endsWith('.test.ts'));
  await build({
    entryPoints: files.map((file) => path.join(sources, file)),
    outdir: path.join(outFolder, 'suite'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    sourcemap: 'inline',
    // mocha loads its own files as it goes, so it stays where it is.
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  // The repository's own package.json says that .js files are modules; these are not.
  mkdirSync(outFolder, { recursive: true });
  writeFileSync(path.join(outFolder, 'package.json'), '{ "type": "commonjs" }\n');
  return path.join(outFolder, 'suite', 'index.js');
}
