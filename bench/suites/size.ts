import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Measurement, measured } from '../measurement.ts';
import type { Subject } from '../subject.ts';

/** What ships, by program; each with the chunks in its folder. */
const programs = [
  { id: 'cli', label: 'command line', names: ['mktorg.js', 'mktorg'] },
  { id: 'server', label: 'language server', names: ['server.js'] },
  { id: 'server-browser', label: 'language server for browsers', names: ['server-browser.js'] },
  { id: 'extension', label: 'extension', names: ['extension.js'] },
  { id: 'extension-browser', label: 'extension for browsers', names: ['extension-browser.cjs'] },
  { id: 'preview', label: 'preview', names: ['preview.js', 'preview.css'] },
];

export function measureSizes({ dist, progress }: Subject): readonly Measurement[] {
  progress('sizes');
  return programs.flatMap(({ id, label, names }) => {
    const files = names.flatMap((name) => filesAt(path.join(dist, name)));
    if (files.length === 0) return [];
    const contents = files.map((file) => readFileSync(file));
    const size = contents.reduce((sum, each) => sum + each.length, 0);
    const zipped = contents.reduce((sum, each) => sum + gzipSync(each).length, 0);
    return [
      measured({ id: `size/${id}`, label, unit: 'kB' }, [size / 1000]),
      measured({ id: `size/${id}-gzip`, label: `${label}, gzip`, unit: 'kB' }, [zipped / 1000]),
    ];
  });
}

function filesAt(place: string): readonly string[] {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (!stats) return [];
  if (stats.isFile()) return [place];
  return readdirSync(place)
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(place, name));
}
