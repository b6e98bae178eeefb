import { createConnection } from 'vscode-languageserver/node';
import { createNodeHost } from './node-host.ts';
import { startServer } from './server.ts';

// Speaks over what the command line says: `--stdio`, `--node-ipc`, `--socket=<port>` or `--pipe=<name>`.
startServer(createConnection(), createNodeHost());
