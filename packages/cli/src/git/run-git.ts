import { spawn } from 'node:child_process';
import { errorCode, Failure } from '../failure.ts';

/** What a run of git gave. */
export interface Ran {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * Runs git in a folder, without a shell and without what a configuration could bring in: no pager, no quoting, no
 * program that watches files, no locks beside somebody else's work, messages in English.
 * @param args what comes from a call has to stand behind `--end-of-options`
 * @throws {Failure} where there is no git, or no such folder
 */
export function runGit(folder: string, args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const git = spawn('git', [...settings, ...args], {
      cwd: folder,
      env: { ...process.env, ...environment },
      windowsHide: true,
    });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    git.stdout.on('data', (chunk) => stdout.push(chunk));
    git.stderr.on('data', (chunk) => stderr.push(chunk));
    git.on('error', (error) => reject(notStarted(error)));
    git.on('close', (status) =>
      resolve({
        status: status ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
    git.stdin.on('error', () => {});
    git.stdin.end(input);
  });
}

/**
 * The same, where git has to succeed.
 * @throws {Failure} with what git says
 */
export async function askGit(folder: string, args: readonly string[], input = ''): Promise<Buffer> {
  const { status, stdout, stderr } = await runGit(folder, args, input);
  if (status === 0) return stdout;
  throw new Failure(`git ${args[0] ?? ''} failed: ${firstLine(stderr)}`);
}

/** What git says, without its own opening words. */
export function firstLine(stderr: string): string {
  const [line = ''] = stderr.trim().split('\n');
  return line.replace(/^(fatal|error): /, '');
}

/** The parts of an output of `-z`. */
export function partsOf(output: Buffer): readonly string[] {
  return output
    .toString()
    .split('\0')
    .filter((part) => part !== '');
}

const settings = ['--no-pager', '-c', 'core.quotepath=off', '-c', 'core.fsmonitor=false'];
const environment = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
  LC_ALL: 'C',
};

function notStarted(error: Error): Error {
  if (errorCode(error) !== 'ENOENT') return error;
  return new Failure(
    'git is needed to compare revisions, and it is not on the PATH.',
    'Two folders or two files can be compared without it: mktorg diff before after',
  );
}
