import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { handleCustomRequests } from './custom-requests.ts';
import { createComparisons } from './features/compare/compare.ts';
import { createCharts } from './features/preview/charts.ts';
import { answering, capabilities, handleRequests } from './handlers.ts';
import type { Host } from './host.ts';
import { type ChangedParams, changedNotification, idleRequest, protocolVersion } from './protocol.ts';
import { clientOf, defaultSettings, settingsOf } from './settings.ts';
import { createDiscovery, foldersOf } from './workspace/discovery.ts';
import { createOrganizations } from './workspace/organizations.ts';
import { createOutlook } from './workspace/outlook.ts';
import { createPast } from './workspace/past.ts';
import { createProject } from './workspace/project.ts';
import { createPublisher } from './workspace/publisher.ts';
import { createSources } from './workspace/sources.ts';
import { createSpelling } from './workspace/spelling.ts';

/** How often the server looks whether another day has begun, in milliseconds. */
const dayWatch = 10 * 60 * 1000;

/** Answers an editor over the connection until it ends. */
export function startServer(connection: Connection, host: Host): void {
  const editor = { settings: defaultSettings, client: clientOf({}, undefined) };
  const spelling = createSpelling();
  const sources = createSources();
  const today = (): string => host.today();
  const organizations = createOrganizations(sources, today);
  const outlook = createOutlook(organizations);
  const project = createProject(organizations, sources, outlook, today, editor);
  const charts = createCharts(project);
  const past = createPast(organizations, sources);
  const comparisons = createComparisons(project, charts, past);
  const discovery = createDiscovery(
    connection,
    host,
    sources,
    organizations,
    spelling,
    () => editor.client.files,
  );
  const publisher = createPublisher(sources, organizations, outlook, {
    publish(uri, diagnostics) {
      const version = sources.isOpen(uri) ? sources.document(uri)?.version : undefined;
      const params = { uri, diagnostics: [...diagnostics], ...(version !== undefined && { version }) };
      void logged(connection.sendDiagnostics(spelling.outward(params)));
    },
    failed: ({ rule, error }) =>
      connection.console.error(`Rule ${rule} broke: ${error.stack ?? error.message}`),
    changed(change: ChangedParams) {
      if (!change.plansDiffer) charts.note(change.root);
      void logged(connection.sendNotification(changedNotification, change));
    },
    settled: refresh,
  });
  /** Has the editor ask again for what depends on other documents too. */
  function refresh(tokens: boolean): void {
    const { refreshesLenses, refreshesHints, refreshesTokens } = editor.client;
    if (refreshesLenses) void logged(connection.sendRequest('workspace/codeLens/refresh'));
    if (refreshesHints) void logged(connection.sendRequest('workspace/inlayHint/refresh'));
    if (refreshesTokens && tokens) void logged(connection.sendRequest('workspace/semanticTokens/refresh'));
  }

  /** What the editor cannot do, or not any more, is no reason to stop. */
  async function logged(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      connection.console.warn(error instanceof Error ? error.message : String(error));
    }
  }
  /** Reads of files that are under way. */
  const reading = new Set<Promise<void>>();
  const afterwards = (work: Promise<void>): void => {
    const done = logged(work.then(publisher.schedule)).finally(() => reading.delete(done));
    reading.add(done);
  };
  const { promise: ready, resolve: makeReady } = Promise.withResolvers<void>();
  let folders: readonly string[] = [];

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    editor.client = clientOf(params.capabilities, params.initializationOptions);
    folders = foldersOf(params).map(spelling.inward);
    return {
      serverInfo: { name: 'mktorg' },
      capabilities: {
        ...capabilities,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        experimental: { mktorg: { protocol: protocolVersion } },
      },
    };
  });

  connection.onInitialized(async () => {
    if (editor.client.watchesFiles) {
      const watchers = [{ globPattern: '**/*.mktorg' }];
      void logged(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (editor.client.configuration) {
      void logged(connection.client.register(DidChangeConfigurationNotification.type, { section: 'mktorg' }));
      await logged(readSettings());
    }
    if (editor.client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        discovery.remove(removed.map(({ uri }) => spelling.inward(uri)));
        afterwards(discovery.add(added.map(({ uri }) => spelling.inward(uri))));
      });
    }
    await logged(discovery.add(folders));
    makeReady();
    publisher.schedule();
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (editor.client.configuration) await logged(readSettings());
    else editor.settings = settingsOf(settings?.mktorg);
    refresh(false);
  });

  async function readSettings(): Promise<void> {
    editor.settings = settingsOf(await connection.workspace.getConfiguration('mktorg'));
  }

  connection.onDidChangeWatchedFiles(({ changes }) => {
    afterwards(discovery.changedOnDisk(spelling.inwardAll(changes)));
  });

  const documents = new TextDocuments(TextDocument);
  documents.onDidOpen(async ({ document }) => {
    sources.open(spelling.inward(document.uri), document);
    await ready;
    afterwards(discovery.opened(spelling.inward(document.uri)));
  });
  documents.onDidChangeContent(async ({ document }) => {
    sources.open(spelling.inward(document.uri), document);
    await ready;
    publisher.schedule();
  });
  documents.onDidSave(({ document }) => discovery.saved(spelling.inward(document.uri)));
  documents.onDidClose(({ document }) => {
    afterwards(discovery.closed(spelling.inward(document.uri)));
  });

  let day = today();
  const watch = setInterval(() => {
    if (day === today()) return;
    day = today();
    publisher.recheck();
  }, dayWatch);
  connection.onShutdown(() => {
    clearInterval(watch);
    publisher.dispose();
  });

  const answer = answering(connection, spelling, ready);
  handleRequests(connection, project, answer);
  handleCustomRequests(connection, project, charts, comparisons, past, answer);
  connection.onRequest(idleRequest, async () => {
    await ready;
    while (reading.size > 0) await Promise.allSettled(reading);
    await publisher.idle();
    return null;
  });
  documents.listen(connection);
  connection.listen();
}
