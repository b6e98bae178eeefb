import path from 'node:path';
import type { Plugin } from 'esbuild';

const seen = Symbol();

/**
 * The parser library and the language server's connection may name different patches of the protocol's packages. All
 * of them are taken from where the connection finds them, so that a bundle holds one copy.
 */
export function oneProtocol(root: string): Plugin {
  const resolveDir = path.join(root, 'node_modules/vscode-languageserver');
  return {
    name: 'one-protocol',
    setup(build) {
      build.onResolve({ filter: /^vscode-(languageserver-(protocol|types)|jsonrpc)(\/|$)/ }, (args) => {
        if (args.pluginData === seen || args.importer.includes('vscode-languageclient')) return undefined;
        return build.resolve(args.path, {
          kind: args.kind,
          importer: args.importer,
          resolveDir,
          pluginData: seen,
        });
      });
    },
  };
}
