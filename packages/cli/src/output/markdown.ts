import { padEnd, width, wrap } from '../terminal/fit.ts';
import type { Screen } from '../terminal/terminal.ts';

/** The program's own Markdown (headings, paragraphs, lists, tables, code, quotes) laid out for a terminal. */
export function showMarkdown(markdown: string, screen: Screen): void {
  const cells = Math.min(screen.columns, 96);
  for (const [index, block] of blocksOf(markdown).entries()) {
    if (index > 0) screen.write('\n');
    screen.write(`${blockLines(block, screen, cells).join('\n')}\n`);
  }
}

/** What stands between empty lines; code is one block whatever is in it. */
function blocksOf(markdown: string): readonly string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  let code = false;
  for (const line of [...markdown.trim().split('\n'), '']) {
    if (line.startsWith('```')) code = !code;
    if (line !== '' || code) lines.push(line);
    else if (lines.length > 0) {
      blocks.push(lines.join('\n'));
      lines = [];
    }
  }
  return blocks;
}

function blockLines(block: string, screen: Screen, cells: number): readonly string[] {
  const heading = /^(#{1,4}) (.+)$/.exec(block);
  if (heading) {
    const [, marks = '', text = ''] = heading;
    return [screen.style(marks.length === 1 ? ['bold', 'cyan'] : 'bold', text)];
  }
  if (block.startsWith('```')) {
    const code = block.split('\n').slice(1, -1);
    return code.map((line) => `${screen.style('dim', '│')} ${line}`);
  }
  if (block.startsWith('|')) return tableLines(block, screen, cells);
  if (block.startsWith('> ')) {
    const text = block.replace(/^> ?/gm, '');
    return wrap(text, cells - 2).map((line) => `${screen.style('dim', '▌')} ${line}`);
  }
  return block.split(/\n(?=- |\d+\. )/).flatMap((item) => {
    const marker = /^(- |\d+\. )/.exec(item)?.[0] ?? '';
    const lines = wrap(item.slice(marker.length).replaceAll('\n', ' '), cells - marker.length);
    return lines.map((line, row) => (row === 0 ? marker : ' '.repeat(marker.length)) + inline(line, screen));
  });
}

/** Words in bold and code; of a link its text. */
function inline(text: string, screen: Screen): string {
  const marked = text
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_, label: string, url: string) => screen.link(label, url))
    .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => screen.style('bold', words));
  return withCode(marked, screen);
}

/** What stands between backticks in a color of its own; where there are no colors, the backticks stay. */
export function withCode(line: string, screen: Screen): string {
  return line.replace(/`([^`]+)`/g, (whole: string, words: string) => {
    const styled = screen.style('cyan', words);
    return styled === words ? whole : styled;
  });
}

function tableLines(block: string, screen: Screen, cells: number): readonly string[] {
  const rows = block
    .split('\n')
    .filter((line) => !/^\|[-:| ]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
  const last = Math.max(0, ...rows.map((row) => row.length - 1));
  const widths = Array.from({ length: last }, (_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ''))),
  );
  const indent = widths.reduce((sum, each) => sum + each + 2, 0);
  return rows.flatMap((row, index) => {
    const lead = widths.map((each, column) => padEnd(row[column] ?? '', each + 2)).join('');
    const lines = wrap(row[last] ?? '', Math.max(20, cells - indent));
    return lines.map((line, part) => {
      const text = (part === 0 ? lead : ' '.repeat(indent)) + line;
      return index === 0 ? screen.style('bold', text) : text;
    });
  });
}
