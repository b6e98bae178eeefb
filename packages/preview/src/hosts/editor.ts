import type { HostMessage } from '../protocol.ts';
import type { Host } from './host.ts';
import { choiceOf, fieldsOf } from './kept.ts';

interface EditorApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** A webview of an editor. Only the editor can send it messages. */
export function editorHost(): Host {
  const api = acquireVsCodeApi();
  return {
    abilities: { open: true, choose: true, export: false },
    kept: choiceOf(fieldsOf(api.getState()).get('choice')),
    waiting: 'Waiting for the editor…',
    async start(listener) {
      window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => listener(data));
    },
    send: (message) => api.postMessage(message),
    keep: (choice, shown) => api.setState({ choice, shown }),
  };
}
