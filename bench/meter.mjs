// Loaded into a process that is measured (`node --import bench/meter.mjs`): says at its end how much memory and
// processor time it took, in the file that METER names. With --expose-gc it says on SIGUSR2 how much it holds.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.METER;

if (file && isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ peak: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }));
  });
  if (globalThis.gc) {
    process.on('SIGUSR2', () => {
      globalThis.gc();
      globalThis.gc();
      const { rss, heapUsed } = process.memoryUsage();
      writeFileSync(file, JSON.stringify({ rss, heapUsed }));
    });
  }
}
