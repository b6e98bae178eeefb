import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { copyAssets } from '../../../../scripts/build/assets.ts';
import { bundles } from '../../../../scripts/build/bundles.ts';
import { buildBundle } from '../../../../scripts/build.ts';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: { readonly [name: string]: string | undefined };
  readonly input?: string | Uint8Array;
}

/** The command as it ships, run as a process, and temporary folders for it to run in. */
export interface Command {
  /** Path of the program. */
  readonly program: string;
  run(args: readonly string[], options?: RunOptions): Promise<Ran>;
  /** A new folder with these files; a path that ends in `/` is an empty folder. */
  folder(files?: { readonly [file: string]: string | Uint8Array }): string;
}

/** Builds the command for the tests of a file. */
export function builtCommand(): Command {
  const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'mktorg-cli-')));
  const program = path.join(top, 'dist/mktorg.js');
  let folders = 0;
  beforeAll(async () => {
    for (const bundle of bundles.filter(({ name }) => name === 'mktorg' || name === 'preview')) {
      await buildBundle(bundle, path.dirname(program));
    }
    copyAssets(path.join(import.meta.dirname, '../../../..'), path.dirname(program));
    // The bundle is an ES module, which a folder without a manifest would not say.
    writeFileSync(path.join(top, 'package.json'), '{"type":"module"}');
  });
  afterAll(() => rmSync(top, { recursive: true, force: true }));
  return {
    program,
    run: (args, options = {}) => runProgram(program, args, { cwd: top, ...options }),
    folder(files = {}) {
      folders += 1;
      const folder = path.join(top, `folder-${folders}`);
      mkdirSync(folder);
      for (const [name, content] of Object.entries(files)) {
        const file = path.join(folder, name);
        mkdirSync(name.endsWith('/') ? file : path.dirname(file), { recursive: true });
        if (!name.endsWith('/')) writeFileSync(file, content);
      }
      return folder;
    },
  };
}

/** The environment of the test run, without what would change how the command writes. */
const environment = {
  ...process.env,
  MKTORG_TODAY: '2026-11-01',
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  GITHUB_WORKSPACE: undefined,
  CI_PROJECT_DIR: undefined,
  NODE_OPTIONS: undefined,
};

function runProgram(program: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: options.cwd,
      env: { ...environment, ...options.env },
    });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}
