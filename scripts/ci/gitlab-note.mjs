/**
 * Keeps one note on a merge request up to date: `node scripts/ci/gitlab-note.mjs <file>`, called by
 * templates/gitlab-ci.yml. The first line of the file is a mark that readers do not see; the note that starts with it
 * and is by the same author is replaced, and where there is none, one is made. Notes of others are never touched.
 *
 * Variables: MKTORG_TOKEN, a token that may write notes; CI_API_V4_URL, CI_MERGE_REQUEST_PROJECT_ID and
 * CI_MERGE_REQUEST_IID as GitLab sets them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const { MKTORG_TOKEN = '', CI_API_V4_URL, CI_MERGE_REQUEST_PROJECT_ID, CI_MERGE_REQUEST_IID } = process.env;
const [, , file = ''] = process.argv;

if (!CI_MERGE_REQUEST_IID) console.log('There is no merge request to comment on.');
else if (!existsSync(file)) console.log('There was nothing to compare, so there is no note to write.');
else if (MKTORG_TOKEN === '') {
  console.log(
    'No note is written: the variable MKTORG_TOKEN is not set, as in a merge request from a fork. ' +
      `The review is in ${file}. docs/ci.md of mktorg tells how to set the variable.`,
  );
} else if (!/^[\w.-]+$/.test(MKTORG_TOKEN)) console.log('No note is written: MKTORG_TOKEN is no token.');
else keepNote(readFileSync(file, 'utf8'));

function keepNote(body) {
  const [mark = ''] = body.split('\n');
  if (!/^<!-- \S.* -->$/.test(mark)) throw new Error('The note does not start with its mark.');
  const request = `${CI_API_V4_URL}/projects/${CI_MERGE_REQUEST_PROJECT_ID}/merge_requests/${CI_MERGE_REQUEST_IID}`;
  try {
    const known = ownNote(request, mark);
    if (known === undefined) ask('POST', `${request}/notes`, { body });
    else ask('PUT', `${request}/notes/${known}`, { body });
    console.log(known === undefined ? 'Wrote a note on the merge request.' : 'Updated the note.');
  } catch (error) {
    // The reports are there without it.
    console.log(`The note could not be written: ${error.message}`);
  }
}

/** The id of the note that this author wrote before. */
function ownNote(request, mark) {
  const author = ask('GET', `${CI_API_V4_URL}/user`).id;
  for (let page = 1; ; page += 1) {
    const notes = ask('GET', `${request}/notes?order_by=created_at&sort=asc&per_page=100&page=${page}`);
    const own = notes.find((each) => each.author.id === author && each.body.split('\n')[0].trim() === mark);
    if (own) return own.id;
    if (notes.length < 100) return undefined;
  }
}

/** The token and the text go through files: what stands in a command line, others on the machine can read. */
function ask(method, url, data) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mktorg-note-'));
  try {
    const content = path.join(folder, 'data.json');
    const settings = [
      'silent',
      'show-error',
      'max-time = 60',
      `request = "${method}"`,
      `url = "${url}"`,
      `header = "PRIVATE-TOKEN: ${MKTORG_TOKEN}"`,
      'write-out = "\\n%{http_code}"',
    ];
    if (data) {
      writeFileSync(content, JSON.stringify(data));
      settings.push('header = "Content-Type: application/json"', `data-binary = "@${content}"`);
    }
    const options = { encoding: 'utf8', input: `${settings.join('\n')}\n`, maxBuffer: 2 ** 28 };
    const { status, stdout, stderr, error } = spawnSync('curl', ['--config', '-'], options);
    if (error) throw new Error(`curl cannot be run (${error.message})`);
    if (status !== 0) throw new Error(stderr.trim() || `curl ended with ${status}`);
    const end = stdout.lastIndexOf('\n');
    const code = stdout.slice(end + 1);
    if (!/^2\d\d$/.test(code))
      throw new Error(`GitLab answers with ${code}: ${stdout.slice(0, Math.min(end, 200)).trim()}`);
    return JSON.parse(stdout.slice(0, end));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
