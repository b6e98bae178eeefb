import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..');

/** What each package may import: packages of ours, packages of others, and whether Node's own modules. */
const walls: {
  readonly [name: string]: {
    readonly ours: readonly string[];
    readonly others: readonly RegExp[];
    readonly node?: true;
  };
} = {
  model: { ours: [], others: [] },
  language: { ours: ['model'], others: [/^langium/, /^chevrotain/] },
  rules: { ours: ['model'], others: [] },
  chart: { ours: ['model'], others: [] },
  exchange: { ours: ['model'], others: [/^papaparse/] },
  review: { ours: ['model', 'rules', 'chart'], others: [] },
  server: {
    ours: ['model', 'language', 'rules', 'chart', 'exchange', 'review'],
    others: [/^langium/, /^vscode-languageserver/, /^vscode-uri$/],
    node: true,
  },
  preview: { ours: ['chart', 'review'], others: [/^d3-/, /^fuzzysort$/] },
  extension: { ours: ['server', 'preview'], others: [/^vscode$/, /^vscode-languageclient/] },
  cli: {
    ours: ['model', 'language', 'rules', 'chart', 'exchange', 'review', 'server', 'preview'],
    others: [
      /^commander$/,
      /^chardet$/,
      /^chokidar$/,
      /^@resvg\//,
      /^supports-hyperlinks$/,
      /^yocto-spinner$/,
      /^string-width$/,
      /^sarif$/, // types only
    ],
    node: true,
  },
};

/** Only these files of the server may use Node's modules: the rest runs in a browser as well. */
const nodeFilesOfServer = /^packages\/server\/src\/(node|node-host)\.ts$/;

function sources(name: string): string[] {
  return globSync(`packages/${name}/src/**/*.ts`, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.ts$|\/testing\/|\/generated\//.test(file))
    .sort();
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)[^'";]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '');
}

describe.each(Object.entries(walls))('packages/%s', (name, wall) => {
  const files = sources(name);

  it('has sources', () => expect(files.length).toBeGreaterThan(0));

  it('imports only what it may', () => {
    const broken = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !allowed(name, wall, file, target))
        .map((target) => `${file} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });
});

function allowed(name: string, wall: (typeof walls)[string], file: string, target: string): boolean {
  if (target.startsWith('.'))
    return path.posix.join(path.posix.dirname(file), target).startsWith(`packages/${name}/`);
  const ours = /^@mktorg\/([^/]+)/.exec(target)?.[1];
  if (ours !== undefined) return wall.ours.includes(ours);
  if (target.startsWith('node:'))
    return wall.node === true && (name !== 'server' || nodeFilesOfServer.test(file));
  return wall.others.some((pattern) => pattern.test(target));
}

describe('pure packages', () => {
  it.each(['model', 'language', 'rules', 'chart', 'exchange'])(
    '%s reads no clock, no chance and no environment, and prints nothing',
    (name) => {
      const broken = sources(name).filter((file) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(|\bconsole\.|\bprocess\.(env|argv|cwd|exit|stdout|stderr)|\bglobalThis\./.test(
          readFileSync(path.join(root, file), 'utf8'),
        ),
      );
      expect(broken).toEqual([]);
    },
  );
});
