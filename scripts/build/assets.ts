import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Files that the bundles read at run time: the rasterizer, and fonts for where a machine has none. */
const assets: readonly (readonly [from: string, to: string])[] = [
  ['@resvg/resvg-wasm/index_bg.wasm', 'resvg.wasm'],
  ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'fonts/DejaVuSans.ttf'],
  ['dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf', 'fonts/DejaVuSans-Bold.ttf'],
];

export function copyAssets(root: string, outdir: string): void {
  const require = createRequire(path.join(root, 'packages/cli/package.json'));
  for (const [from, to] of assets) {
    const target = path.join(outdir, to);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(require.resolve(from), target);
  }
}
