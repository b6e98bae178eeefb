/** An element to be written: its header, its statements, and what stands inside it. */
export interface Block {
  /** `role designer "Designer"`. */
  readonly header: string;
  /** Each a whole statement of one line. */
  readonly statements?: readonly string[];
  /** Dotted lines: each needs a line of its own, because an arrow behind a text would take it as its start. */
  readonly lines?: readonly string[];
  readonly children?: readonly Block[];
  /** Written before it, as a comment. */
  readonly comment?: string;
}

/** In UTF-16 units, as the formatter has it. */
const widest = 120;

/** The canonical layout: short elements on one line, others with a line for each statement. */
export function writeBlocks(blocks: readonly Block[], depth = 0): string {
  const parts: string[] = [];
  blocks.forEach((block, i) => {
    const previous = blocks[i - 1];
    const text = writeBlock(block, depth);
    // A blank line sets off what is long, what has a comment, and one kind of element from the next.
    const apart =
      previous &&
      (isLong(previous, depth) ||
        isLong(block, depth) ||
        block.comment ||
        kindOf(previous) !== kindOf(block));
    parts.push(apart ? `\n${text}` : text);
  });
  return parts.join('');
}

function writeBlock(block: Block, depth: number): string {
  const indent = '  '.repeat(depth);
  const comment = block.comment ? `${indent}// ${block.comment}\n` : '';
  const oneLine = oneLineOf(block, depth);
  if (oneLine !== undefined) return `${comment}${oneLine}\n`;
  const inner = [...(block.statements ?? []), ...(block.lines ?? [])]
    .map((statement) => `${indent}  ${statement}\n`)
    .join('');
  const children = block.children?.length ? writeBlocks(block.children, depth + 1) : '';
  return `${comment}${indent}${block.header} {\n${inner}${inner && children ? '\n' : ''}${children}${indent}}\n`;
}

function oneLineOf(block: Block, depth: number): string | undefined {
  if (block.lines?.length || block.children?.length) return undefined;
  const indent = '  '.repeat(depth);
  if (!block.statements?.length) return `${indent}${block.header}`;
  const line = `${indent}${block.header} { ${block.statements.join('  ')} }`;
  return line.length <= widest ? line : undefined;
}

/** Roles of several lines stand close inside a team, and apart from one another at the top of a file. */
function isLong(block: Block, depth: number): boolean {
  if ((block.children?.length ?? 0) > 0) return true;
  return (depth === 0 || kindOf(block) !== 'role') && oneLineOf(block, depth) === undefined;
}

function kindOf(block: Block): string {
  return block.header.slice(0, block.header.indexOf(' '));
}

/** A text as the language writes it: one line, quotes and backslashes escaped. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
