import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../failure.ts';
import { relativePath } from '../files/paths.ts';
import { loadOrganizations } from '../organizations.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type CompareOptions, type Comparison, comparePair, settingsOf } from './comparison.ts';
import { pairsOf } from './pairs.ts';
import type { Points } from './points.ts';

/**
 * Compares two folders, or two files.
 * @throws {Failure} where both belong to one organization
 */
export async function comparePaths(
  { before, after }: Extract<Points, { readonly type: 'paths' }>,
  how: CompareOptions,
  terminal: Terminal,
): Promise<Comparison> {
  const [a, b] = [await loadOrganizations([before], terminal), await loadOrganizations([after], terminal)];
  const common = a.models.find((model) => b.models.some(({ root }) => root === model.root));
  if (common) {
    throw new Failure(`${before} and ${after} are parts of one organization, ${common.name}.`);
  }
  const uriOf = (given: string): string => pathToFileURL(path.resolve(terminal.cwd, given)).href;
  const shown = (given: string): string => relativePath(terminal.cwd, path.resolve(terminal.cwd, given));
  const pairs = pairsOf(a.models, b.models, { before: uriOf(before), after: uriOf(after) });
  return {
    from: shown(before),
    to: shown(after),
    ...settingsOf(how),
    organizations: pairs.flatMap((pair) => comparePair(pair, how)),
  };
}
