/** Runs npm, and what npm has put into node_modules/.bin, from scripts that themselves need nothing installed. */
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

export const root = path.dirname(import.meta.dirname);

/** Programs that npm installs are command files on Windows, which only a shell can start. */
const shell = process.platform === 'win32';

/**
 * Waits for a program and answers its exit status.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {Record<string, string>} [variables] added to the environment
 */
export function run(program, parameters, variables = {}) {
  const env = { ...environment(), ...variables };
  const { status, error } = spawnSync(program, quoted(parameters), {
    cwd: root,
    env,
    shell,
    stdio: 'inherit',
  });
  if (error) console.error(String(error));
  return status ?? 1;
}

/**
 * Waits for a program that is heard only where it fails. Then it ends this process too: nothing after it could work.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {string} [cwd]
 */
export function runQuietly(program, parameters, cwd = root) {
  const options = { cwd, env: environment(), shell, encoding: 'utf8', maxBuffer: 2 ** 26 };
  const { status, error, stdout, stderr } = spawnSync(program, quoted(parameters), options);
  if (status === 0) return;
  console.error(`${program} ${parameters.join(' ')} failed.\n${stdout ?? ''}${stderr ?? ''}${error ?? ''}`);
  process.exit(1);
}

/** The standard output of a program that the project's Node runs; undefined where it fails. */
export function outputOf(parameters) {
  const options = {
    cwd: root,
    env: environment(),
    shell,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  };
  const { status, stdout } = spawnSync('node', quoted(parameters), options);
  return status === 0 ? stdout.trim() : undefined;
}

/** Starts a program that the project's Node runs, and does not wait for it. */
export function start(parameters, stdio) {
  return spawn('node', quoted(parameters), { cwd: root, env: environment(), shell, stdio });
}

/** The Node that the project pins stands in node_modules/.bin, so it is found before the one of the machine. */
function environment() {
  const { PATH = '' } = process.env;
  return { ...process.env, PATH: [path.join(root, 'node_modules', '.bin'), PATH].join(path.delimiter) };
}

function quoted(parameters) {
  return shell
    ? parameters.map((parameter) => (/\s/.test(parameter) ? `"${parameter}"` : parameter))
    : parameters;
}
