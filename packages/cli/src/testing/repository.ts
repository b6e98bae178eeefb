import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A real repository of git for a test. */
export interface TestRepository {
  readonly folder: string;
  git(...args: readonly string[]): string;
  /** Writes files and commits everything. */
  commit(message: string, files?: { readonly [file: string]: string }): void;
  write(files: { readonly [file: string]: string }): void;
}

/** Makes a folder a repository with a branch `main`, whatever the configuration of whoever runs the test. */
export function repositoryIn(folder: string): TestRepository {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: 'Test',
        GIT_AUTHOR_EMAIL: 'test@example.com',
        GIT_COMMITTER_NAME: 'Test',
        GIT_COMMITTER_EMAIL: 'test@example.com',
      },
    });
  const write = (files: { readonly [file: string]: string }): void => {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  };
  git('init', '--quiet', '--initial-branch=main');
  return {
    folder,
    git,
    write,
    commit(message, files = {}) {
      write(files);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', `--message=${message}`);
    },
  };
}
