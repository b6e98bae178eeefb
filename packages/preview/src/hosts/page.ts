import type { HostMessage, PreviewMessage } from '../protocol.ts';
import { deliver } from './deliver.ts';
import type { Host } from './host.ts';
import { choiceOf } from './kept.ts';

/**
 * The local page: `GET events?page=<id>` is a stream of messages, and once it is open `POST message?page=<id>` takes
 * one. What was chosen is kept for the tab.
 */
export function pageHost(): Host {
  const page = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join('');
  return {
    abilities: { open: false, choose: true, export: true },
    kept: choiceOf(parsed(sessionStorage.getItem('mktorg.choice'))),
    waiting: 'Waiting for mktorg preview…',
    start: (listener) => new Promise((resolve) => listen(`events?page=${page}`, listener, resolve)),
    send(message: PreviewMessage) {
      if (message.type === 'export') {
        void deliver(message);
        return;
      }
      void fetch(`message?page=${page}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
      }).catch(() => {}); // The stream is lost as well then, and that is said.
    },
    keep: (choice) => sessionStorage.setItem('mktorg.choice', JSON.stringify(choice)),
  };
}

/** How soon an address is tried again where something else answered at it, in milliseconds. */
const again = 2000;

/** Opens the stream. Once it was lost, the page begins anew as soon as somebody serves it again. */
function listen(address: string, listener: (message: HostMessage) => void, opened: () => void): void {
  let lost = false;
  const connect = (): void => {
    const events = new EventSource(address);
    events.addEventListener('message', (event) => listener(JSON.parse(String(event.data)) as HostMessage));
    events.addEventListener('open', () => {
      if (lost) location.reload();
      else opened();
    });
    events.addEventListener('error', () => {
      if (!lost) listener({ type: 'nothing', reason: unanswered });
      lost = true;
      // A browser tries by itself where nobody answers, and gives up where it gets another answer than it wants.
      if (events.readyState === EventSource.CLOSED) setTimeout(connect, again);
    });
  };
  connect();
}

const unanswered = 'mktorg preview does not answer. Start it again, and this page goes on by itself.';

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
