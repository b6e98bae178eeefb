export type { FileText, Host } from './host.ts';
export { createBareHost } from './host.ts';
export * from './protocol.ts';
export { startServer } from './server.ts';
