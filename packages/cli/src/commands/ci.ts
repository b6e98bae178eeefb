import type { Severity } from '../check/checked.ts';
import type { ExitStatus } from '../exit.ts';
import type { BuildOptions } from '../forge/build.ts';
import type { CommentOptions } from '../forge/comment.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What `ci github` and `ci gitlab` have in common. */
export interface CiOptions {
  readonly failLevel: Severity | 'never';
  readonly failOn: 'new' | 'all';
  /** A share: 0.25. */
  readonly maxRemoved?: number;
  readonly requireReason?: true;
  readonly redact?: 'people';
  readonly key: string;
  readonly out?: string;
}

export async function ciGithubCommand(
  path: string | undefined,
  options: CiOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { ciGithub } = await import('../forge/github.ts');
  const { key, out } = options;
  return ciGithub(path, { ...buildOptions(options), key, ...(out !== undefined && { out }) }, terminal);
}

export async function ciGitlabCommand(
  path: string | undefined,
  options: CiOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { ciGitlab } = await import('../forge/gitlab.ts');
  const { key, out = 'mktorg-reports' } = options;
  return ciGitlab(path, { ...buildOptions(options), key, out }, terminal);
}

export async function ciCommentCommand(options: CommentOptions, terminal: Terminal): Promise<ExitStatus> {
  const { ciComment } = await import('../forge/comment.ts');
  return ciComment(options, terminal);
}

function buildOptions({ failLevel, failOn, maxRemoved, requireReason, redact }: CiOptions): BuildOptions {
  return {
    failLevel,
    failOn,
    guards: { ...(maxRemoved !== undefined && { maxRemoved }), ...(requireReason && { requireReason }) },
    ...(redact && { redact }),
  };
}
