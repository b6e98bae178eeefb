import { type Block, writeBlocks } from './block.ts';
import { clean } from './clean.ts';

/** A whole `.mktorg` file, with a first line that says where it comes from. */
export function writeFile(blocks: readonly Block[], sources: readonly string[]): string {
  return `// Imported from ${sources.map(clean).join(' and ')}.\n\n${writeBlocks(blocks)}`;
}
