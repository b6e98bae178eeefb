/**
 * `npm run test:editors`: the language server at work in editors that know it only by its protocol. An editor that is
 * not installed is skipped, and said so; in continuous integration Neovim must be there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Counts, report } from '../counts.ts';
import { TEXTS } from './texts.ts';

interface Editor {
  readonly name: string;
  readonly program: string;
  readonly parameters: readonly string[];
  readonly steps: number;
  readonly required: boolean;
}

const script = (file: string) => path.join(import.meta.dirname, file);
const { CI } = process.env;
const EDITORS: readonly Editor[] = [
  {
    name: 'Neovim',
    program: 'nvim',
    parameters: ['--headless', '--clean', '-c', `luafile ${script('neovim.lua')}`],
    steps: 8,
    required: Boolean(CI),
  },
  {
    name: 'Emacs',
    program: 'emacs',
    parameters: ['-Q', '--batch', '-l', script('emacs.el')],
    steps: 6,
    required: false,
  },
];

const { values } = parseArgs({
  options: { server: { type: 'string', default: path.join(import.meta.dirname, '../../dist/mktorg.js') } },
});

await report('editors', async () => {
  if (!existsSync(values.server)) throw new Error(`${values.server} is not there: run npm run build first.`);
  const all = EDITORS.map(workIn);
  return {
    passed: sum(all.map(({ passed }) => passed)),
    failed: sum(all.map(({ failed }) => failed)),
    skipped: sum(all.map(({ skipped }) => skipped)),
  };
});

/** Lets the editor do its steps, and prints what each came to. */
function workIn(editor: Editor): Counts {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mktorg-editor-'));
  try {
    for (const [name, text] of Object.entries(TEXTS)) writeText(path.join(folder, 'inn', name), text);
    console.log(editor.name);
    const { error, stdout, stderr } = spawnSync(editor.program, editor.parameters, {
      encoding: 'utf8',
      timeout: 120_000,
      env: {
        ...process.env,
        MKTORG_SERVER: JSON.stringify([process.execPath, values.server, 'lsp', '--stdio']),
        MKTORG_FOLDER: path.join(folder, 'inn'),
        MKTORG_FILE: path.join(folder, 'inn', 'night.mktorg'),
        // Neovim's log goes to one of these, according to its version.
        XDG_STATE_HOME: folder,
        XDG_CACHE_HOME: folder,
      },
    });
    if (isMissing(error)) return missing(editor);
    const lines = stdout.split('\n').filter((line) => /^(not )?ok /.test(line));
    for (const line of lines)
      console.log(line.startsWith('ok ') ? `  ✔ ${line.slice(3)}` : `  ✗ ${line.slice(7)}`);
    const passed = lines.filter((line) => line.startsWith('ok ')).length;
    if (passed === editor.steps) return { passed, failed: 0, skipped: 0 };
    console.log(
      `  Ended after ${passed} of ${editor.steps} steps. ${error ?? ''}\n${stderr}${logIn(folder)}`,
    );
    return { passed, failed: 1, skipped: Math.max(0, editor.steps - passed - 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function missing({ program, steps, required }: Editor): Counts {
  console.log(`  ${program} is not installed: ${required ? 'FAILED' : 'SKIPPED'}`);
  return required ? { passed: 0, failed: steps, skipped: 0 } : { passed: 0, failed: 0, skipped: steps };
}

function isMissing(error: Error | undefined): boolean {
  return error !== undefined && 'code' in error && error.code === 'ENOENT';
}

/** What Neovim has noted, where the server's own complaints stand. */
function logIn(folder: string): string {
  const log = path.join(folder, 'nvim', 'lsp.log');
  return existsSync(log) ? readFileSync(log, 'utf8').slice(0, 4_000) : '';
}

function writeText(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
