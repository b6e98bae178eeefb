import { isatty } from 'node:tty';
import { styleText } from 'node:util';
import { createSupportsHyperlinks } from 'supports-hyperlinks';

export type Style = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'blue' | 'cyan' | 'green' | 'magenta';

/** One of the two channels to the reader. Text goes through it as it is: clean what comes from a model. */
export interface Screen {
  write(text: string): void;
  /** Cells in a line; 100 where nobody looks. */
  readonly columns: number;
  /** A person reads it, rather than a file or a program. */
  readonly interactive: boolean;
  style(style: Style | readonly Style[], text: string): string;
  /** The text, leading to the address where the terminal can do that. */
  link(text: string, url: string | undefined): string;
}

/** Where a command runs: the only way to the world that commands have besides the file system. */
export interface Terminal {
  /** Absolute path of the folder that the command was started in. */
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly out: Screen;
  readonly err: Screen;
  /** Everything that arrives on standard input. */
  readInput(): Promise<Buffer>;
  /** Whether standard input is a keyboard, so that reading it would wait for ever. */
  readonly typed: boolean;
}

export function processTerminal(): Terminal {
  return {
    cwd: process.cwd(),
    env: process.env,
    out: screenOf(process.stdout),
    err: screenOf(process.stderr),
    typed: isatty(0),
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}

const unseenColumns = 100;
const esc = '\u001B';

function screenOf(stream: NodeJS.WriteStream): Screen {
  const paint = (style: Style | readonly Style[], text: string): string =>
    styleText(typeof style === 'string' ? style : [...style], text, { stream, validateStream: true });
  const colors = paint('bold', 'x') !== 'x';
  const links = createSupportsHyperlinks(stream);
  return {
    write: (text) => {
      stream.write(text);
    },
    columns: stream.isTTY ? Math.max(40, stream.columns || 80) : unseenColumns,
    interactive: stream.isTTY === true,
    style: (style, text) => (colors && text !== '' ? paint(style, text) : text),
    link: (text, url) =>
      links && url !== undefined ? `${esc}]8;;${url}${esc}\\${text}${esc}]8;;${esc}\\` : text,
  };
}
