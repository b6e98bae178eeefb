/**
 * The Chromium that the npm package `@sparticuz/chromium` carries, compressed, for Linux on x64: a browser for
 * machines where nobody may install one.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const modules = path.join(import.meta.dirname, '..', 'node_modules');
const packageFolder = path.join(modules, '@sparticuz', 'chromium');

/** Inflates the browser on first use (about two seconds, 210 MB) and answers its path; undefined where it cannot run. */
export async function packagedBrowser(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packageFolder)) return undefined;
  const home = path.join(modules, '.cache', `chromium-${version()}`);
  if (!existsSync(home)) await inflate(home);
  return path.join(home, 'chromium');
}

/** What the packaged browser needs in its environment: its own libraries, and fonts where the machine has none. */
export function packagedEnvironment(executable: string): Record<string, string> {
  const home = path.dirname(executable);
  const libraries = path.join(home, 'al2023', 'lib');
  if (!existsSync(libraries)) return {};
  const { LD_LIBRARY_PATH } = process.env;
  return {
    LD_LIBRARY_PATH: LD_LIBRARY_PATH ? `${LD_LIBRARY_PATH}:${libraries}` : libraries,
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(home, 'fonts') }),
  };
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  const found =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest && manifest.version;
  return typeof found === 'string' ? found : 'unknown';
}

/**
 * The package inflates into the system's temporary folder and takes a file that is there for a finished one. So it
 * runs in a process of its own, with a temporary folder of its own, which then gets its final name in one step:
 * test workers that start at the same time never see half a browser.
 */
async function inflate(home: string): Promise<void> {
  await mkdir(path.dirname(home), { recursive: true });
  const staging = mkdtempSync(`${home}-`);
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: path.dirname(modules),
      // The name of this runtime is what makes the package unpack the shared libraries that it was linked with.
      env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    writeFileSync(path.join(staging, 'fonts', 'fonts.conf'), fontConfiguration(home));
    renameSync(staging, home);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

/** The one that the package brings looks in /tmp only; and without any font the browser never finishes a page. */
function fontConfiguration(home: string): string {
  const folder = path.join(home, 'fonts').replaceAll('&', '&amp;');
  return `<?xml version="1.0"?>\n<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`;
}
