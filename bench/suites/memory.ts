import { startEditor } from '../client.ts';
import { type Measurement, measured } from '../measurement.ts';
import { writeOrganization } from '../organizations.ts';
import { grouped, type Subject } from '../subject.ts';
import { runStages } from './check.ts';
import { serverOf } from './edit.ts';

const parts = {
  read: 'for each seat: the text',
  parse: 'for each seat: fragments',
  merge: 'for each seat: the model',
  rules: 'for each seat: what the check keeps',
} as const;

/** What the server holds after it has judged everything, and what the parts of it take. */
export async function measureMemory(subject: Subject): Promise<readonly Measurement[]> {
  const results: Measurement[] = [];
  const tiny = writeOrganization(`${subject.scratch}/organizations`, 10, 'files');
  const program = await heldFor(tiny.folder, subject);
  for (const { folder, seats } of subject.organizations) {
    subject.progress(`memory of ${grouped(seats)} seats`);
    const held = await heldFor(folder, subject);
    if (held && program) {
      const each = (held.heapUsed - program.heapUsed) / (seats - tiny.seats);
      const label = 'server, heap for each seat';
      results.push(
        measured({ id: 'memory/rss', label: 'server, resident', seats, unit: 'MB' }, [held.rss / 1e6]),
        measured({ id: 'memory/heap', label: 'server, heap', seats, unit: 'MB' }, [held.heapUsed / 1e6]),
        measured({ id: 'memory/seat', label, seats, unit: 'bytes' }, [each]),
      );
    }
    const { left } = await runStages(folder, 'memory');
    for (const [stage, label] of Object.entries(parts)) {
      const each = (left[stage] ?? Number.NaN) / seats;
      results.push(measured({ id: `memory/${stage}`, label, seats, unit: 'bytes' }, [each]));
    }
  }
  return results;
}

async function heldFor(
  folder: string,
  subject: Subject,
): Promise<{ readonly rss: number; readonly heapUsed: number } | undefined> {
  const editor = await startEditor(serverOf(subject), folder);
  const held = await editor.memory();
  await editor.stop();
  return held;
}
