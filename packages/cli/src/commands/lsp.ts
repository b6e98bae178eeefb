import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ExitStatus, exit } from '../exit.ts';
import { Failure } from '../failure.ts';

/**
 * The server is a program of its own, shared with the editors' extension: beside this one in a build, in its package
 * in the sources. It reads from the command line how it is spoken to.
 */
const places = ['../server.js', '../../../server/src/node.ts'];

export async function lspCommand(): Promise<ExitStatus> {
  if (!process.argv.some((arg) => /^--(stdio|node-ipc|socket=|pipe=)/.test(arg)))
    process.argv.push('--stdio');
  const file = places.map((place) => path.join(import.meta.dirname, place)).find((each) => existsSync(each));
  if (file === undefined)
    throw new Failure('This build of mktorg has no language server: there is no server.js beside it.');
  await import(pathToFileURL(file).href);
  return exit.clean;
}
