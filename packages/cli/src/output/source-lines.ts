/** Lines of the documents by uri; split when they are first asked for. */
export type SourceLines = (uri: string, line: number) => string | undefined;

export function sourceLines(texts: ReadonlyMap<string, string>): SourceLines {
  const split = new Map<string, readonly string[]>();
  return (uri, line) => {
    let lines = split.get(uri);
    if (!lines) {
      lines = texts.get(uri)?.split(/\r\n|\n|\r/) ?? [];
      split.set(uri, lines);
    }
    return lines[line];
  };
}
