import type { HostMessage, PreviewMessage } from '../protocol.ts';
import { deliver } from './deliver.ts';
import type { Host } from './host.ts';
import { choiceOf } from './kept.ts';

/**
 * The local page: `GET events?page=<id>` is a stream of messages, `POST message?page=<id>` takes one. What was chosen is
 * kept for the tab.
 */
export function pageHost(): Host {
  const page = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join('');
  return {
    abilities: { open: false, choose: true, export: true },
    kept: choiceOf(parsed(sessionStorage.getItem('mktorg.choice'))),
    start(listener) {
      const events = new EventSource(`events?page=${page}`);
      events.addEventListener('message', (event) => listener(JSON.parse(String(event.data)) as HostMessage));
      let lost = false;
      events.addEventListener('error', () => {
        if (!lost)
          listener({
            type: 'nothing',
            reason: 'The connection to mktorg is lost. Is `mktorg preview` still running?',
          });
        lost = true;
      });
      events.addEventListener('open', () => {
        if (lost) location.reload();
      });
    },
    send(message: PreviewMessage) {
      if (message.type === 'export') {
        void deliver(message);
        return;
      }
      void fetch(`message?page=${page}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
      });
    },
    keep: (choice) => sessionStorage.setItem('mktorg.choice', JSON.stringify(choice)),
  };
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
