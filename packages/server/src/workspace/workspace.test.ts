import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { type ClientOptions, startClient, type TestClient } from '../testing/client.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function folderWith(files: {
  readonly [path: string]: string;
}): Promise<{ path: string; uri: string }> {
  const path = await mkdtemp(join(tmpdir(), 'mktorg-'));
  cleanups.push(() => rm(path, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  return { path, uri: pathToFileURL(path).toString() };
}

async function start(options: ClientOptions): Promise<TestClient> {
  const client = await startClient(options);
  cleanups.push(() => client.stop());
  await client.settled();
  return client;
}

/** Rules that were broken, by document. */
function codes(client: TestClient, uri: string): (string | number | undefined)[] {
  return (client.diagnostics.get(uri) ?? []).map(({ code }) => code);
}

const unresolved = 'integrity/unresolved-name';

test('the documents of a folder are found and checked together', async () => {
  const { uri } = await folderWith({
    'org.mktorg': '\uFEFForganization o "O"',
    'teams/a b.mktorg': 'team a "A" { lead boss }',
    'people.mktorg': 'team b "B" { lead nobody }',
    'node_modules/x/y.mktorg': 'team c { lead nobody }',
    'roles.txt': 'role nobody',
    'deep/er/roles.mktorg': 'team r { role boss "Boss" }',
  });
  const client = await start({ folders: [uri] });
  expect(codes(client, `${uri}/people.mktorg`)).toContain(unresolved);
  expect(codes(client, `${uri}/teams/a%20b.mktorg`)).not.toContain(unresolved);
  expect([...client.diagnostics.keys()].filter((each) => each.includes('node_modules'))).toEqual([]);
});

test('what is open wins over what is on disk, until it is closed', async () => {
  const { uri } = await folderWith({ 'org.mktorg': 'organization o', 'a.mktorg': 'team a { lead boss }' });
  const client = await start({ folders: [uri] });
  const a = `${uri}/a.mktorg`;
  expect(codes(client, a)).toContain(unresolved);
  await client.open(`${uri}/org.mktorg`, 'organization o\nteam x { role boss "B" }');
  await client.settled();
  expect(codes(client, a)).not.toContain(unresolved);
  await client.close(`${uri}/org.mktorg`);
  await client.settled();
  expect(codes(client, a)).toContain(unresolved);
});

test('changes on disk are followed: created, changed, deleted, a folder at once', async () => {
  const { path, uri } = await folderWith({
    'org.mktorg': 'organization o',
    'a.mktorg': 'team a { lead boss }',
  });
  const client = await start({ folders: [uri] });
  const a = `${uri}/a.mktorg`;
  const tell = async (changes: { uri: string; type: number }[]): Promise<void> => {
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await client.settled();
  };
  await mkdir(join(path, 'sub'));
  await writeFile(join(path, 'sub/b.mktorg'), 'team b { role boss "B" }');
  await tell([{ uri: `${uri}/sub/b.mktorg`, type: 1 }]);
  expect(codes(client, a)).not.toContain(unresolved);
  await writeFile(join(path, 'sub/b.mktorg'), 'team b { role chief "B" }');
  await tell([{ uri: `${uri}/sub/b.mktorg`, type: 2 }]);
  expect(codes(client, a)).toContain(unresolved);
  await rm(join(path, 'sub'), { recursive: true });
  await tell([{ uri: `${uri}/sub`, type: 3 }]);
  await tell([{ uri: a, type: 3 }]);
  expect(codes(client, a)).toEqual([]);
});

test('folders come and go', async () => {
  const one = await folderWith({ 'a.mktorg': 'team a { lead nobody }' });
  const two = await folderWith({ 'b.mktorg': 'team b { lead nobody }' });
  const client = await start({ folders: [one.uri] });
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: two.uri, name: 'two' }], removed: [{ uri: one.uri, name: 'one' }] },
  });
  await client.settled();
  expect(codes(client, `${two.uri}/b.mktorg`)).toContain(unresolved);
  expect(codes(client, `${one.uri}/a.mktorg`)).toEqual([]);
});

test('a document without a folder is read with its organization', async () => {
  const { uri } = await folderWith({
    'org.mktorg': 'organization o "O"',
    'roles/r.mktorg': 'team r { role boss "B" }',
    'teams/a.mktorg': 'team a { lead boss }',
  });
  const client = await start({});
  await client.open(`${uri}/teams/a.mktorg`, 'team a { lead boss }');
  await client.settled();
  expect(codes(client, `${uri}/teams/a.mktorg`)).not.toContain(unresolved);
});

test('an unsaved document is an organization of its own', async () => {
  const client = await start({});
  await client.open('untitled:Untitled-1', 'team a { lead nobody }');
  await client.settled();
  expect(codes(client, 'untitled:Untitled-1')).toContain(unresolved);
  await client.close('untitled:Untitled-1');
  await client.settled();
  expect(codes(client, 'untitled:Untitled-1')).toEqual([]);
});

test('a virtual folder is read through the editor', async () => {
  const uri = 'vscode-vfs://github/some/repository';
  const files = [
    { uri: `${uri}/org.mktorg`, text: 'organization o "O"\nteam r { role boss "B" }' },
    { uri: `${uri}/a.mktorg`, text: 'team a { lead boss }\nteam b { lead nobody }' },
  ];
  const client = await start({
    folders: [uri],
    initializationOptions: { files: true },
    requests: {
      'mktorg/files': ({ folder }: { folder: string }) => (folder === uri ? files : []),
      'mktorg/read': () => 'team a { lead boss }',
    },
  });
  expect(codes(client, `${uri}/a.mktorg`).filter((code) => code === unresolved)).toEqual([unresolved]);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: `${uri}/a.mktorg`, type: 2 }],
  });
  await client.settled();
  expect(codes(client, `${uri}/a.mktorg`)).not.toContain(unresolved);
});

test('only documents whose findings changed are published', async () => {
  const { uri } = await folderWith({ 'org.mktorg': 'organization o', 'a.mktorg': 'team a { lead nobody }' });
  const client = await start({ folders: [uri] });
  const published = client.published.get(`${uri}/a.mktorg`);
  await client.open(`${uri}/b.mktorg`, 'team b { lead nobody }');
  await client.settled();
  await client.change(`${uri}/b.mktorg`, 'team b { lead nobody } // x');
  await client.settled();
  expect(client.published.get(`${uri}/a.mktorg`)).toBe(published);
  expect(client.published.get(`${uri}/b.mktorg`)).toBe(1);
});

test('a question in the middle of a burst is answered for the newest text', async () => {
  const client = await start({});
  const uri = 'file:///burst/a.mktorg';
  await client.open(uri, '');
  const answers: Promise<{ name: string }[]>[] = [];
  for (let i = 0; i < 30; i++) {
    void client.change(uri, `team t${i}\n`);
    answers.push(client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } }));
  }
  const names = (await Promise.all(answers)).map(([symbol]) => symbol?.name);
  expect(names).toEqual(Array.from({ length: 30 }, (_, i) => `t${i}`));
});

test('settings are read, and read again when they change', async () => {
  const settings = { codeLens: { enabled: false } };
  const client = await start({ settings });
  const uri = 'file:///settings/a.mktorg';
  await client.open(uri, 'team a { role b "B" }');
  const lenses = (): Promise<unknown[]> =>
    client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
  expect(await lenses()).toEqual([]);
  settings.codeLens.enabled = true;
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.settled();
  expect(await lenses()).toHaveLength(1);
});

test('a client that can do nothing is served', async () => {
  const client = await start({ capabilities: {} });
  await client.open('file:///plain/a.mktorg', 'team a { lead nobody }');
  await client.settled();
  expect(codes(client, 'file:///plain/a.mktorg')).toContain(unresolved);
});

test('a client that breaks its word is served', async () => {
  const broken = (): never => {
    throw new Error('broken');
  };
  const client = await start({
    folders: ['memfs://x'],
    initializationOptions: { files: true },
    requests: {
      'client/registerCapability': broken,
      'workspace/configuration': broken,
      'workspace/codeLens/refresh': broken,
      'mktorg/files': broken,
      'mktorg/read': () => 'not a list',
    },
  });
  await client.open('memfs://x/a.mktorg', 'team a { lead nobody }');
  await client.settled();
  await client.close('memfs://x/a.mktorg');
  await client.settled();
  await client.open('memfs://x/b.mktorg', 'team a { lead nobody }');
  await client.settled();
  expect(codes(client, 'memfs://x/b.mktorg')).toContain(unresolved);
});

test('an editor that writes addresses its own way is answered in it', async () => {
  const { uri } = await folderWith({
    'R&D (1)/org.mktorg': 'organization o',
    'R&D (1)/roles.mktorg': 'team r { role boss "B" }',
  });
  const folder = `${uri}/R&D (1)`.replaceAll(' ', '%20');
  const client = await start({ folders: [folder] });
  const a = `${folder}/a.mktorg`;
  const text = 'team a { lead r.boss }\nteam b { lead nobody }';
  await client.open(a, text);
  await client.open(`${folder}/roles.mktorg`, 'team r { role boss "B" }');
  await client.settled();
  expect(codes(client, a).filter((code) => code === unresolved)).toEqual([unresolved]);
  expect(client.diagnostics.size).toBeGreaterThan(0);
  const position = { line: 0, character: 18 };
  const [found]: { targetUri: string }[] = await client.connection.sendRequest('textDocument/definition', {
    textDocument: { uri: a },
    position,
  });
  expect(found?.targetUri).toBe(`${folder}/roles.mktorg`);
  const { changes }: { changes: object } = await client.connection.sendRequest('textDocument/rename', {
    textDocument: { uri: a },
    position,
    newName: 'chief',
  });
  expect(Object.keys(changes).sort()).toEqual([a, `${folder}/roles.mktorg`]);
});
