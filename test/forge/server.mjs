/**
 * Answers on this machine as the APIs of GitHub and GitLab do, as far as ours ask: `node test/forge/server.mjs <state>`
 * prints its port. The state is a JSON file with `comments`, `notes`, `pulls` and `calls`. It refuses what the real ones
 * would refuse.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

const file = process.argv[2];
const perPage = 100;

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const state = JSON.parse(readFileSync(file, 'utf8'));
  // A proxy is asked for the whole address, a server for a path.
  const url = new URL(request.url, 'http://gitlab.localhost');
  state.calls.push({ method: request.method, url: url.pathname + url.search });
  const { status = 200, value, headers = {} } = answer(state, url, request, body);
  writeFileSync(file, JSON.stringify(state));
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(value));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));

function answer(state, url, { method, headers }, body) {
  const data = body === '' ? undefined : JSON.parse(body);
  if (url.hostname === 'gitlab.localhost') {
    if (headers['private-token'] !== 'glpat-good')
      return { status: 401, value: { message: '401 Unauthorized' } };
    if (data && !/^application\/json/.test(headers['content-type'])) return { status: 415, value: {} };
    return gitlab(state, url, method, data);
  }
  if (headers.authorization !== 'token secret-token')
    return { status: 401, value: { message: 'Bad credentials' } };
  return github(state, url, method, data);
}

function gitlab(state, url, method, data) {
  const notes = '/api/v4/projects/12/merge_requests/7/notes';
  if (url.pathname === '/api/v4/user') return { value: { id: 42 } };
  if (url.pathname === notes && method === 'GET') return { value: paged(state.notes, url) };
  if (data && data.body.length > 1_000_000) return { status: 400, value: { message: 'Note is too long' } };
  if (url.pathname === notes && method === 'POST') {
    state.notes.push({ id: 500, author: { id: 42 }, body: data.body });
    return { status: 201, value: state.notes.at(-1) };
  }
  const note = state.notes.find(({ id }) => url.pathname === `${notes}/${id}`);
  if (!note || method !== 'PUT') return { status: 404, value: { message: '404 Not found' } };
  note.body = data.body;
  return { value: note };
}

function github(state, url, method, data) {
  const repository = '/repos/larkhaven/organization';
  if (url.pathname === '/graphql') return { value: { data: { viewer: { login: 'github-actions[bot]' } } } };
  if (url.pathname === `${repository}/pulls`) {
    const found = state.pulls.filter(({ head }) => head === url.searchParams.get('head'));
    return { value: found.map(({ number, commit }) => ({ number, head: { sha: commit } })) };
  }
  if (data && data.body.length > 65_536) return { status: 422, value: { message: 'Validation Failed' } };
  if (url.pathname === `${repository}/issues/7/comments`) {
    if (method === 'GET') {
      const shown = paged(state.comments, url).map(({ id, login, body }) => ({
        id,
        body,
        user: { login, type: 'Bot' },
      }));
      const next = new URL(url);
      const page = Number(url.searchParams.get('page') ?? 1);
      next.searchParams.set('page', String(page + 1));
      const more = page * perPage < state.comments.length;
      return { value: shown, ...(more && { headers: { Link: `<${next}>; rel="next"` } }) };
    }
    state.comments.push({ id: 900, login: 'github-actions[bot]', body: data.body });
    return { status: 201, value: { id: 900 } };
  }
  const comment = state.comments.find(({ id }) => url.pathname === `${repository}/issues/comments/${id}`);
  if (!comment || method !== 'PATCH') return { status: 404, value: { message: 'Not Found' } };
  comment.body = data.body;
  return { value: { id: comment.id } };
}

function paged(all, url) {
  const [page, size] = ['page', 'per_page'].map((name) => Number(url.searchParams.get(name) ?? 1));
  return all.slice((page - 1) * size, page * size);
}
