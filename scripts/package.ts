/** `npm run package`: the extension as `out/mktorg.vsix`, with what stands in `dist/`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const repository = 'https://github.com/mktorg/mktorg';

/**
 * Writes the package and answers its path. Its page in the editor is docs/editor.md: the README is of the whole project.
 * @throws where it cannot be packaged; what is wrong has been printed
 */
export function packageExtension(file = path.join(root, 'out', 'mktorg.vsix')): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const page = ['--readme-path', 'docs/editor.md', '--baseContentUrl', `${repository}/blob/HEAD/docs`];
  const parameters = [
    ...page,
    '--baseImagesUrl',
    `${repository}/raw/HEAD/docs`,
    '--no-dependencies',
    '--out',
    file,
  ];
  const { status } = spawnSync('vsce', ['package', ...parameters], {
    cwd: root,
    // What it says when all is well is a list of files.
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('vsce cannot package the extension.');
  return file;
}

if (import.meta.main) console.log(path.relative(process.cwd(), packageExtension()));
