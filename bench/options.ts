import { parseArgs } from 'node:util';

export const suiteNames = [
  'check',
  'edit',
  'ask',
  'chart',
  'phases',
  'diff',
  'memory',
  'start',
  'size',
] as const;
export type SuiteName = (typeof suiteNames)[number];

export interface Options {
  /** Seats of the organizations, ascending. */
  readonly sizes: readonly number[];
  readonly only: ReadonlySet<SuiteName>;
  /** How often a whole process is measured; what is short is measured more often. */
  readonly runs: number;
  /** Measure the peer too, and install it where it is missing. */
  readonly peers: boolean;
  /** Write the table into docs/performance.md. */
  readonly docs: boolean;
  /** Keep the numbers in bench/results/. */
  readonly keep: boolean;
  /** A folder with a build; one is made where absent. */
  readonly dist?: string;
}

export const usage = `node bench/main.ts [options]

  --sizes 100,1000      seats of the organizations (100, 1,000, 10,000 and 110,000)
  --quick               sizes up to 10,000 and fewer runs
  --only check,edit     some of: ${suiteNames.join(', ')}
  --runs 5              how often a whole process is measured
  --peers               install LikeC4 beside the benchmark where it is missing, to compare with
  --docs                write the table into docs/performance.md
  --no-keep             print only
  --dist <folder>       measure this build instead of one of the sources as they are
`;

/** @throws {Error} with what is wrong, in a sentence */
export function optionsFrom(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      sizes: { type: 'string' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      runs: { type: 'string' },
      peers: { type: 'boolean', default: false },
      docs: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: true },
      dist: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const { quick, peers, docs, keep, dist } = values;
  const sizes = (values.sizes ?? (quick ? '100,1000,10000' : '100,1000,10000,110000')).split(',').map(count);
  const only = values.only?.split(',').map(suite) ?? suiteNames;
  return {
    sizes: [...new Set(sizes)].sort((a, b) => a - b),
    only: new Set(only),
    runs: values.runs === undefined ? (quick ? 3 : 5) : count(values.runs),
    peers,
    docs,
    keep,
    ...(dist !== undefined && { dist }),
  };
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${text} is no whole number above zero.`);
  return number;
}

function suite(text: string): SuiteName {
  const name = suiteNames.find((each) => each === text);
  if (!name) throw new Error(`There is no part called ${text}. There are: ${suiteNames.join(', ')}.`);
  return name;
}
