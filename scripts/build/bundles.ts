import type { Format, Loader, Platform } from 'esbuild';

/** One program that ships. */
export interface Bundle {
  /** Name of the file in `dist/`, without its ending. */
  readonly name: string;
  /** Where it starts. */
  readonly entry: string;
  /** Of the file [`.js`]. */
  readonly ending?: '.cjs';
  readonly platform: Platform;
  readonly format: Format;
  readonly target: readonly string[];
  readonly external?: readonly string[];
  readonly banner?: string;
  /** Parts that load when they are needed, in a folder of the bundle's name. */
  readonly splitting?: true;
  /** Holds the language server, or the parser that it shares with it. */
  readonly oneProtocol?: true;
  readonly define?: { readonly [name: string]: string };
  readonly loader?: { readonly [ending: string]: Loader };
}

const node = ['node22'];
/** What the browsers and Electron of the oldest supported editor understand. */
const browser = ['chrome134', 'firefox128', 'safari17.4'];
/** CommonJS packages in an ES module ask for built-in modules and for `vscode` by `require`. */
const requireBanner =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

export const bundles: readonly Bundle[] = [
  {
    name: 'mktorg',
    oneProtocol: true,
    entry: 'packages/cli/src/bin.ts',
    platform: 'node',
    format: 'esm',
    target: node,
    banner: requireBanner,
    splitting: true,
  },
  {
    name: 'server',
    oneProtocol: true,
    entry: 'packages/server/src/node.ts',
    platform: 'node',
    format: 'esm',
    target: node,
    banner: requireBanner,
  },
  {
    name: 'server-browser',
    oneProtocol: true,
    entry: 'packages/server/src/browser.ts',
    platform: 'browser',
    format: 'iife',
    target: browser,
    // Named by the CSV parser for streams of Node, which nothing here uses.
    external: ['stream'],
  },
  {
    name: 'extension',
    entry: 'packages/extension/src/node.ts',
    platform: 'node',
    format: 'esm',
    target: node,
    external: ['vscode'],
    banner: requireBanner,
  },
  {
    // Runs in a worker that is handed `require`, `exports` and `module`. A `.js` of this package the editor takes for an
    // ES module, which it does not load there.
    name: 'extension-browser',
    ending: '.cjs',
    entry: 'packages/extension/src/browser.ts',
    platform: 'browser',
    format: 'cjs',
    target: browser,
    external: ['vscode'],
  },
  {
    name: 'preview',
    entry: 'packages/preview/src/main.ts',
    platform: 'browser',
    format: 'iife',
    target: browser,
    loader: { '.svg': 'text' },
  },
];
