// The published types of papaparse pull in those of Node and the DOM, which this package does without: so the file
// is imported by its path, and what is used of it is declared here. The minified one knows no streams of Node.
declare module 'papaparse/papaparse.min.js' {
  interface Step {
    readonly data: readonly string[];
    readonly errors: readonly { readonly code: string; readonly message: string }[];
    readonly meta: { readonly cursor: number; readonly delimiter: string };
  }
  interface Papa {
    parse(
      text: string,
      options: {
        readonly delimiter: string;
        readonly newline: string;
        readonly quoteChar: string;
        readonly step: (row: Step) => void;
      },
    ): void;
  }
  const papa: Papa;
  export default papa;
}
