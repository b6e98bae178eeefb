import path from 'node:path';
import { type ChartAnswer, type ChartParams, chartRequest } from '../../packages/server/src/protocol.ts';
import { startEditor } from '../client.ts';
import { type Measurement, measured } from '../measurement.ts';
import type { Organization } from '../organizations.ts';
import { runNode } from '../processes.ts';
import { grouped, type Subject } from '../subject.ts';
import { runStages, type Stages } from './check.ts';
import { leafOf, samplesOf, serverOf } from './edit.ts';

/** Beyond this nobody looks at a whole chart; the layout alone is still measured. */
const mostDrawn = 10_000;
/** Cards that a preview asks for when it opens. */
const visible = 1200;

export async function measureCharts(subject: Subject): Promise<readonly Measurement[]> {
  const results: Measurement[] = [];
  for (const organization of subject.organizations) {
    subject.progress(`chart of ${grouped(organization.seats)} seats`);
    results.push(...(await layoutOf(organization, subject.options.runs)));
    if (organization.seats > mostDrawn) continue;
    results.push(...(await followsEdits(organization, subject)), await render(organization, subject));
  }
  return results;
}

async function layoutOf({ folder, seats }: Organization, runs: number): Promise<readonly Measurement[]> {
  const parts: Stages[] = [];
  const wholes: Stages[] = [];
  for (let n = 0; n < runs; n++) {
    parts.push(await runStages(folder, visible));
    wholes.push(await runStages(folder, 'whole'));
  }
  const took = (stage: string, samples: readonly Stages[]): readonly number[] =>
    samples.map((each) => each.took[stage] ?? Number.NaN);
  const part = `lens and layout of at most ${grouped(visible)} cards`;
  const whole = 'lens and layout of everything';
  return [
    measured({ id: 'chart/layout-visible', label: part, seats, unit: 'ms' }, took('layout', parts)),
    measured({ id: 'chart/layout', label: whole, seats, unit: 'ms' }, took('layout', wholes)),
    measured({ id: 'chart/svg', label: 'SVG text of it', seats, unit: 'ms' }, took('svg', wholes)),
  ];
}

/** From a keystroke until the panel has the new scene: what the editor then draws is not in it. */
async function followsEdits(organization: Organization, subject: Subject): Promise<readonly Measurement[]> {
  const { seats, folder } = organization;
  const editor = await startEditor(serverOf(subject), folder);
  try {
    const document = await editor.open(leafOf(organization));
    const at = document.text().indexOf('"') + 1;
    const timed = async (id: string, label: string, wanted: Partial<ChartParams>): Promise<Measurement> => {
      const params: ChartParams = { root: editor.root, lens: 'reporting', ...wanted };
      const samples: number[] = [];
      for (let n = 0; n < 4 + samplesOf(subject) / 2; n++) {
        const [old, text] = document.text().startsWith('New ', at) ? ['New ', ''] : ['', 'New '];
        const judged = await document.edit(at, old, text);
        const asked = performance.now();
        const answer: ChartAnswer = await editor.connection.sendRequest(chartRequest, params);
        if (!answer) throw new Error('There is no chart.');
        if (n >= 4) samples.push(judged + performance.now() - asked);
      }
      return measured({ id: `chart/${id}`, label, seats, unit: 'ms' }, samples);
    };
    return [
      await timed('edit-visible', `edit → scene of at most ${grouped(visible)} cards`, { maxCards: visible }),
      await timed('edit-whole', 'edit → scene of everything', {}),
    ];
  } finally {
    await editor.stop();
  }
}

async function render({ folder, seats }: Organization, subject: Subject): Promise<Measurement> {
  const samples: number[] = [];
  const file = path.join(subject.scratch, 'chart.svg');
  for (let n = 0; n < subject.options.runs; n++) {
    const args = [path.join(subject.dist, 'mktorg.js'), 'render', folder, '--output', file];
    const { wall, status, output } = await runNode(args);
    if (status !== 0) throw new Error(`mktorg render failed:\n${output}`);
    samples.push(wall);
  }
  const label = 'mktorg render to SVG, whole process';
  return measured({ id: 'chart/render', label, seats, unit: 'ms' }, samples);
}
