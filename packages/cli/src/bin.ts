#!/usr/bin/env node
/**
 * The command as it is started. It imports nothing, so that it runs on any Node and can say which one it needs:
 * the parser calls functions that came with Node 22. A clone has installed a Node that is new enough: there the command
 * goes on with that one.
 */
const major = Number(process.versions.node.split('.')[0]);

if (major < 22) {
  const { runWithInstalledNode } = await import('./installed-node.ts');
  if (!runWithInstalledNode(import.meta.url)) {
    process.stderr.write(
      `mktorg needs Node 22 or newer, and this is Node ${process.versions.node} (${process.execPath}).\n` +
        'Install a current version from https://nodejs.org, or put it first on the PATH.\n',
    );
    process.exitCode = 2;
  }
} else {
  // Compiled code is kept between runs, in the folder for temporary files: starting takes half the time.
  process.getBuiltinModule?.('node:module').enableCompileCache?.();
  const { run } = await import('./main.ts');
  await run(process.argv.slice(2));
}
