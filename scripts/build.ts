/**
 * Bundles everything that ships into `dist/`. `node scripts/build.ts [name…]` builds only the bundles named,
 * `--development` keeps names and adds source maps.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { copyAssets } from './build/assets.ts';
import { type Bundle, bundles } from './build/bundles.ts';
import { writeLicenses } from './build/licenses.ts';
import { oneProtocol } from './build/one-protocol.ts';

const root = path.join(import.meta.dirname, '..');

export interface Built {
  readonly name: string;
  readonly metafile: Metafile;
}

/** Builds one bundle into a folder. */
export async function buildBundle(bundle: Bundle, outdir: string, development = false): Promise<Built> {
  const options: BuildOptions = {
    absWorkingDir: root,
    entryPoints: { [bundle.name]: bundle.entry },
    outdir,
    bundle: true,
    metafile: true,
    charset: 'utf8',
    logLevel: 'warning',
    minify: !development,
    sourcemap: development ? 'linked' : false,
    legalComments: 'none', // dist/licenses.txt has them all
    target: [...bundle.target],
    platform: bundle.platform,
    format: bundle.format,
    external: [...(bundle.external ?? [])],
    plugins: bundle.oneProtocol === true ? [oneProtocol(root)] : [],
    ...(bundle.ending !== undefined && { outExtension: { '.js': bundle.ending } }),
    ...(bundle.banner !== undefined && { banner: { js: bundle.banner } }),
    ...(bundle.splitting === true && { splitting: true, chunkNames: `${bundle.name}/[name]-[hash]` }),
    ...(bundle.define && { define: { ...bundle.define } }),
    ...(bundle.loader && { loader: { ...bundle.loader } }),
  };
  const { metafile } = await build(options);
  if (!metafile) throw new Error('esbuild did not say what it built.');
  if (bundle.splitting === true) removeStale(path.join(outdir, bundle.name), metafile);
  return { name: bundle.name, metafile };
}

/** Parts that an earlier build left behind; the names of parts change with their content. */
function removeStale(folder: string, metafile: Metafile): void {
  const fresh = new Set(Object.keys(metafile.outputs).map((file) => path.resolve(root, file)));
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (!fresh.has(file)) rmSync(file);
  }
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { development: { type: 'boolean', default: false }, out: { type: 'string', default: 'dist' } },
  });
  const outdir = path.resolve(root, values.out);
  const unknown = positionals.filter((name) => !bundles.some((bundle) => bundle.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `No bundle is called ${unknown.join(', ')}. There are: ${bundles.map(({ name }) => name).join(', ')}.`,
    );
  }
  const wanted = bundles.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const started = performance.now();
  const results = await Promise.all(
    wanted.map(async (bundle) => ({ bundle, outcome: await outcomeOf(bundle, outdir, values.development) })),
  );
  const built = results.flatMap(({ outcome }) => outcome ?? []);
  copyAssets(root, outdir);
  if (positionals.length === 0) writeLicenses(root, outdir, built);
  for (const each of built) report(each);
  for (const { bundle, outcome } of results) {
    if (!outcome) console.log(`${bundle.name.padEnd(20)} failed, see above`);
  }
  console.log(
    `${path.relative(root, outdir)} built in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  if (built.length < wanted.length) process.exitCode = 1;
}

/** One bundle that fails keeps none of the others from being built; esbuild has said what is wrong. */
async function outcomeOf(bundle: Bundle, outdir: string, development: boolean): Promise<Built | undefined> {
  try {
    return await buildBundle(bundle, outdir, development);
  } catch {
    return undefined;
  }
}

function report({ name, metafile }: Built): void {
  const files = Object.keys(metafile.outputs).filter((file) => !file.endsWith('.map'));
  const bytes = files.map((file) => readFileSync(path.join(root, file)));
  const size = bytes.reduce((sum, each) => sum + each.length, 0);
  const zipped = bytes.reduce((sum, each) => sum + gzipSync(each).length, 0);
  const count = files.length > 1 ? ` in ${files.length} files` : '';
  console.log(`${name.padEnd(20)} ${kilobytes(size)}  gzip ${kilobytes(zipped)}${count}`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0).padStart(6)} kB`;
}

if (import.meta.main) await main();
