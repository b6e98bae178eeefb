import type { ChartChoice, HostMessage, PreviewMessage } from '../protocol.ts';
import type { Host } from './host.ts';

interface EditorApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** A webview of an editor. */
export function editorHost(): Host {
  const api = acquireVsCodeApi();
  const state = api.getState();
  const kept =
    typeof state === 'object' && state !== null && 'choice' in state
      ? (state.choice as ChartChoice)
      : undefined;
  return {
    abilities: { open: true, choose: true, export: true },
    kept,
    start: (listener) => window.addEventListener('message', (event) => listener(event.data as HostMessage)),
    send: (message: PreviewMessage) => api.postMessage(message),
    keep: (choice) => api.setState({ ...(typeof state === 'object' ? state : {}), choice }),
  };
}
