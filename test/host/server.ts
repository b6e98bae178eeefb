/** VS Code's own server, as the npm package code-server carries it: started directly, without its wrapper. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const code = path.join(import.meta.dirname, 'node_modules/code-server/lib/vscode');
const main = path.join(code, 'out/server-main.js');

/** What keeps the workbench still and off the network. */
const SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'window.commandCenter': false,
  'git.enabled': false,
  // In a browser the default is another one, and a test that fails would leave its changes on disk for the next.
  'files.autoSave': 'off',
};

export interface ServerOptions {
  /** A fresh temporary folder: settings, extensions and logs of this run. */
  readonly dataFolder: string;
  /** Obey the page when it names an extension under development and its tests. It hides notifications. */
  readonly forTests: boolean;
  /** Ask whether the folder can be trusted. Otherwise every folder is. */
  readonly asksForTrust?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Server {
  readonly url: string;
  /** Host and port, as they stand in a `vscode-remote` uri. */
  readonly authority: string;
  /** Everything that the server has said so far. */
  output(): string;
  stop(): Promise<void>;
}

export async function startServer({
  dataFolder,
  forTests,
  asksForTrust = false,
  environment = {},
}: ServerOptions): Promise<Server> {
  const userFolder = path.join(dataFolder, 'user');
  mkdirSync(path.join(userFolder, 'User'), { recursive: true });
  writeFileSync(
    path.join(userFolder, 'User/settings.json'),
    JSON.stringify({ ...SETTINGS, 'security.workspace.trust.enabled': asksForTrust }),
  );
  const child = spawnCode(
    [
      ['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      ['--telemetry-level', 'off', '--disable-telemetry', '--disable-experiments', '--disable-update-check'],
      ['--disable-getting-started-override'],
      asksForTrust ? [] : ['--disable-workspace-trust'],
      // Should this process be killed before it can stop the server, the server leaves by itself minutes later.
      ['--enable-remote-auto-shutdown'],
      // A built workbench ignores extensions under development and their tests without this.
      forTests ? ['--enable-smoke-test-driver'] : [],
      folders(dataFolder),
    ].flat(),
    environment,
  );
  const stop = () => stopGroup(child);
  stopWithThisProcess(stop);
  const said = listen(child);
  const port = await portOf(child, said);
  const authority = `127.0.0.1:${port}`;
  return { url: `http://${authority}`, authority, output: said, stop };
}

/** Does what `code --install-extension` does. */
export async function installExtension(vsix: string, dataFolder: string): Promise<void> {
  const child = spawnCode([...folders(dataFolder), '--install-extension', path.resolve(vsix)], {});
  const said = listen(child);
  const status = await new Promise((resolve) => child.once('close', resolve));
  if (status !== 0 || !said().includes('successfully installed')) {
    throw new Error(`${vsix} cannot be installed (exit ${status}):\n${said()}`);
  }
}

/** Where the one extension lies that was installed. */
export function installedFolder(dataFolder: string): string {
  const extensions = path.join(dataFolder, 'extensions');
  const [folder] = readdirSync(extensions, { withFileTypes: true }).filter((each) => each.isDirectory());
  if (folder === undefined) throw new Error('No extension is installed.');
  return path.join(extensions, folder.name);
}

function folders(dataFolder: string): string[] {
  const extensions = path.join(dataFolder, 'extensions');
  mkdirSync(extensions, { recursive: true });
  return [
    ['--server-data-dir', dataFolder],
    ['--user-data-dir', path.join(dataFolder, 'user')],
    ['--extensions-dir', extensions],
  ].flat();
}

/** In a process group of its own, so that extension hosts, watchers and language servers can be ended with it. */
function spawnCode(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  // The page fetches node modules (for highlighting, the terminal) from below this folder.
  if (!existsSync(path.join(code, 'node_modules')))
    symlinkSync('../../..', path.join(code, 'node_modules'), 'dir');
  return spawn(process.execPath, [main, '--accept-server-license-terms', ...parameters], {
    env: { ...inheritedEnvironment(), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

/** Without what npm or an editor that runs these tests has put there for its own children. */
function inheritedEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(NODE_OPTIONS|ELECTRON_RUN_AS_NODE|VSCODE_.*|npm_.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function listen(child: ChildProcess): () => string {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return () => said;
}

async function portOf(child: ChildProcess, said: () => string): Promise<string> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(20)) {
    const port = /Extension host agent listening on (\d+)/.exec(said())?.[1];
    if (port !== undefined) return port;
    if (child.exitCode !== null) throw new Error(`The server left with ${child.exitCode}:\n${said()}`);
  }
  throw new Error(`The server did not listen within a minute:\n${said()}`);
}

async function stopGroup(child: ChildProcess): Promise<void> {
  const gone =
    child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : Promise.resolve();
  signalGroup(child, 'SIGTERM');
  await Promise.race([gone, sleep(3_000, undefined, { ref: false })]);
  signalGroup(child, 'SIGKILL');
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has left already.
  }
}

/** The terminal's Ctrl+C does not reach another process group. */
function stopWithThisProcess(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(130)));
  }
}
