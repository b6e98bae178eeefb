import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a forge that is none has been asked, and what it holds. */
export interface Forge {
  readonly calls: readonly {
    readonly method: string;
    readonly target?: string;
    readonly url?: string;
    readonly jq?: string;
    readonly args?: readonly string[];
    readonly token?: string;
  }[];
  readonly comments: readonly { readonly id: number; readonly login: string; readonly body: string }[];
  readonly notes: readonly {
    readonly id: number;
    readonly author: { readonly id: number };
    readonly body: string;
  }[];
  readonly pulls: readonly { readonly number: number; readonly head: string; readonly commit: string }[];
}

export interface FakeForge {
  /** A folder to put first on the PATH. */
  readonly bin: string;
  readonly env: { readonly FAKE_FORGE: string };
  read(): Forge;
}

export function fakeForge(folder: string, holds: Partial<Forge> = {}): FakeForge {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const name of ['gh', 'curl']) {
    copyFileSync(path.join(import.meta.dirname, `fake-${name}.mjs`), path.join(bin, name));
    chmodSync(path.join(bin, name), 0o755);
  }
  // What has no ending is a module only where a manifest says so.
  writeFileSync(path.join(bin, 'package.json'), '{"type":"module"}');
  const state = path.join(folder, 'forge.json');
  writeFileSync(state, JSON.stringify({ calls: [], comments: [], notes: [], pulls: [], ...holds }));
  return { bin, env: { FAKE_FORGE: state }, read: () => JSON.parse(readFileSync(state, 'utf8')) };
}
