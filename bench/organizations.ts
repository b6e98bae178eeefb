import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { generatedRoot, generateOrganization } from '../packages/model/src/testing/generate.ts';

/** A generated organization on disk. */
export interface Organization {
  readonly seats: number;
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

/** Writes an organization with a tenth as many dotted lines as roles, in files of about 100 seats or in one. */
export function writeOrganization(into: string, seats: number, layout: 'files' | 'one file'): Organization {
  const folder = path.join(into, layout === 'files' ? `${seats}` : `${seats}-one-file`);
  const texts = textsOf(seats, layout);
  const content = [...texts].map(([file, text]) => ({ file: path.join(folder, file), text }));
  if (!content.every(({ file, text }) => existsSync(file) && readFileSync(file, 'utf8') === text)) {
    rmSync(folder, { recursive: true, force: true });
    for (const { file, text } of content) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  const bytes = content.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return { seats, folder, files: content.length, bytes };
}

/** By path within the organization's folder. */
function textsOf(seats: number, layout: 'files' | 'one file'): ReadonlyMap<string, string> {
  const texts = generateOrganization({ seats, perFile: layout === 'files' ? 100 : seats });
  if (layout === 'one file') return new Map([['organization.mktorg', [...texts.values()].join('\n')]]);
  return new Map([...texts].map(([uri, text]) => [uri.slice(generatedRoot.length + 1), text]));
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}
