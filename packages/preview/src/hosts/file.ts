import type { ChartMessage } from '../protocol.ts';
import { deliver } from './deliver.ts';
import type { Host } from './host.ts';

/** A file that holds charts: one message a lens in `<script type="application/json" id="charts">`. */
export function fileHost(): Host {
  const element = document.getElementById('charts');
  const charts = JSON.parse(element?.textContent ?? '[]') as readonly ChartMessage[];
  let listen: ((message: ChartMessage) => void) | undefined;
  return {
    abilities: { open: false, choose: false, export: true, lenses: charts.map(({ choice }) => choice.lens) },
    kept: undefined,
    waiting: 'The chart is being read…',
    async start(listener) {
      listen = listener;
    },
    send(message) {
      if (message.type === 'export') void deliver(message);
      if (message.type !== 'ready' && message.type !== 'choose') return;
      const lens = message.type === 'choose' ? message.choice.lens : charts[0]?.choice.lens;
      const chart = charts.find((each) => each.choice.lens === lens) ?? charts[0];
      if (chart) listen?.(chart);
    },
    keep: () => {},
  };
}
