/**
 * Keeps one comment on a pull request up to date: `node scripts/ci/github-comment.mjs <file>`, called by action.yml.
 * The first line of the file is a mark that readers do not see; the comment that starts with it and is by the same
 * author is replaced, and where there is none, one is made. Comments of others are never touched.
 *
 * It asks GitHub through `gh`, which runners have. Which pull request it is, only the event says.
 *
 * Variables: GH_TOKEN, GITHUB_REPOSITORY, GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_SERVER_URL; MKTORG_ONLY_UPDATE=true
 * makes no new comment.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { GITHUB_REPOSITORY = '', GITHUB_EVENT_NAME, GITHUB_EVENT_PATH = '', GITHUB_SERVER_URL } = process.env;
/** GitHub takes so many characters. */
const longest = 65_536;

/** What GitHub answered is not what was asked for. */
class Refused extends Error {}

try {
  keepComment(readFileSync(process.argv[2] ?? '', 'utf8'));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  if (/HTTP 40[34]/.test(error.message)) {
    say(
      'notice',
      'The token may not comment here, as in a pull request from a fork. The review is in the summary of this job. ' +
        'docs/ci.md of mktorg tells how forks get a comment too.',
    );
  } else say('warning', `The comment could not be written: ${error.message}`);
}

function keepComment(body) {
  const [mark = ''] = body.split('\n');
  if (!/^<!-- \S.* -->$/.test(mark)) throw new Error('The comment does not start with its mark.');
  if (body.length > longest) throw new Error(`The comment has more than ${longest} characters.`);
  const number = pullRequest();
  if (number === undefined) return;
  const known = ownComment(number, mark);
  if (known === undefined && process.env.MKTORG_ONLY_UPDATE === 'true') {
    console.log('There is nothing to comment on, and no comment that would have to say so.');
  } else if (known === undefined) {
    gh(['--method', 'POST', `repos/${GITHUB_REPOSITORY}/issues/${number}/comments`], { body });
    console.log(`Commented on pull request ${number}.`);
  } else {
    gh(['--method', 'PATCH', `repos/${GITHUB_REPOSITORY}/issues/comments/${known}`], { body });
    console.log(`Updated the comment on pull request ${number}.`);
  }
}

/** The number of the pull request; undefined where there is none, which is then said. */
function pullRequest() {
  const event = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8'));
  if (GITHUB_EVENT_NAME !== 'workflow_run') {
    const number = event.pull_request?.number;
    if (Number.isSafeInteger(number)) return number;
    console.log('There is no pull request to comment on.');
    return undefined;
  }
  // The half that may write knows of the other only what GitHub says: the branch and the commit that ran.
  const { event: name, head_sha: commit, head_branch: branch, head_repository: from } = event.workflow_run;
  if (name !== 'pull_request') {
    console.log('The workflow that ran was not for a pull request.');
    return undefined;
  }
  const none = 'No open pull request ends with this commit: it was closed, or has gone on since.';
  // The fork is gone, and the pull request can end with nothing any more.
  if (!from) {
    say('notice', none);
    return undefined;
  }
  const found = lines([
    ...['--paginate', '--method', 'GET', `repos/${GITHUB_REPOSITORY}/pulls`],
    ...['--raw-field', 'state=open', '--raw-field', `head=${from.owner.login}:${branch}`],
    ...['--raw-field', 'per_page=100', '--jq', '.[] | {number, commit: .head.sha} | tojson'],
  ]).filter((each) => each.commit === commit);
  if (found.length === 1) return found[0].number;
  const many = `${found.length} pull requests end with this commit, so none is commented on.`;
  say('notice', found.length === 0 ? none : many);
  return undefined;
}

/** The id of the comment that this author wrote before. */
function ownComment(number, mark) {
  const query = 'query { viewer { login } }';
  const [author] = lines([
    'graphql',
    '--raw-field',
    `query=${query}`,
    '--jq',
    '.data.viewer | {login} | tojson',
  ]);
  const own = lines([
    ...['--paginate', '--method', 'GET', `repos/${GITHUB_REPOSITORY}/issues/${number}/comments`],
    ...['--raw-field', 'per_page=100'],
    ...[
      '--jq',
      '.[] | {id, login: .user.login, type: .user.type, mark: ((.body // "") | split("\\n")[0])} | tojson',
    ],
  ]).filter((each) => isBy(each, author?.login) && each.mark.trim() === mark);
  return own[0]?.id;
}

/** Apps are called `name[bot]` in one answer and `name` in another; only for them does the ending not count. */
function isBy({ login, type }, author) {
  const plain = (name) => name?.replace(/\[bot\]$/, '');
  return author !== undefined && (login === author || (type === 'Bot' && plain(login) === plain(author)));
}

/** What a query answers, one value a line. */
function lines(parameters) {
  return gh(parameters)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function gh(parameters, input) {
  const [host, token] = [GITHUB_SERVER_URL?.replace(/^https?:\/\//, ''), process.env.GH_TOKEN ?? ''];
  const enterprise =
    host === undefined || host === 'github.com' ? {} : { GH_HOST: host, GH_ENTERPRISE_TOKEN: token };
  const { status, stdout, stderr, error } = spawnSync(
    'gh',
    ['api', ...parameters, ...(input ? ['--input', '-'] : [])],
    {
      encoding: 'utf8',
      env: { ...process.env, ...enterprise },
      ...(input && { input: JSON.stringify(input) }),
      maxBuffer: 2 ** 28,
    },
  );
  if (error) throw new Refused(`gh cannot be run (${error.message})`);
  if (status !== 0) throw new Refused(stderr.trim() || `gh ended with ${status}`);
  return stdout;
}

function say(level, text) {
  console.log(`::${level} title=mktorg::${text.replaceAll('%', '%25').replaceAll(/\r\n?|\n/g, '%0A')}`);
}
