import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from './host.ts';
import { protocolVersion } from './protocol.ts';
import { clientOf, defaultSettings, settingsOf } from './settings.ts';
import { createDiscovery, foldersOf } from './workspace/discovery.ts';
import { createOrganizations } from './workspace/organizations.ts';
import { createProject } from './workspace/project.ts';
import { createPublisher } from './workspace/publisher.ts';
import { createSources } from './workspace/sources.ts';

/** Answers an editor over the connection until it ends. */
export function startServer(connection: Connection, host: Host): void {
  const editor = { settings: defaultSettings, client: clientOf({}, undefined) };
  const sources = createSources();
  const today = (): string => host.today();
  const organizations = createOrganizations(sources, today);
  const project = createProject(organizations, sources, today, editor);
  const discovery = createDiscovery(connection, host, sources, organizations, () => editor.client.files);
  const publisher = createPublisher(sources, organizations, {
    publish(uri, diagnostics) {
      const version = sources.isOpen(uri) ? sources.document(uri)?.version : undefined;
      void connection.sendDiagnostics({
        uri,
        diagnostics: [...diagnostics],
        ...(version !== undefined && { version }),
      });
    },
    failed: ({ rule, error }) => connection.console.error(`rule ${rule} broke: ${error.stack ?? error.message}`),
    changed() {},
  });
  let folders: readonly string[] = [];
  let makeReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    makeReady = resolve;
  });

  connection.onInitialize((params: InitializeParams) => {
    editor.client = clientOf(params.capabilities, params.initializationOptions);
    folders = foldersOf(params);
    return {
      serverInfo: { name: 'mktorg' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        experimental: { mktorg: { protocol: protocolVersion } },
      },
    };
  });

  connection.onInitialized(async () => {
    await discovery.add(folders);
    makeReady();
    publisher.schedule();
  });

  const documents = new TextDocuments(TextDocument);
  documents.onDidOpen(async ({ document }) => {
    sources.open(document);
    await ready;
    await discovery.opened(document.uri);
    publisher.schedule();
  });
  documents.onDidChangeContent(({ document }) => {
    sources.open(document);
    publisher.schedule();
  });
  documents.onDidSave(({ document }) => discovery.saved(document.uri));
  documents.onDidClose(async ({ document }) => {
    await discovery.closed(document.uri);
    publisher.schedule();
  });
  documents.listen(connection);
  connection.listen();
}
