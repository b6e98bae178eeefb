import { counted, linesOf, type Notes, quotedList } from '../report/collect.ts';
import type { SourceRow } from '../report/report.ts';

/** What could not be placed as it stands, gathered over the rows and said once. */
export class Kept {
  readonly #kept = new Map<Code, { readonly rows: SourceRow[]; readonly values: Map<string, SourceRow[]> }>();

  add(code: Code, row: { readonly at: SourceRow }, value: string): void {
    let kept = this.#kept.get(code);
    if (!kept) {
      kept = { rows: [], values: new Map() };
      this.#kept.set(code, kept);
    }
    kept.rows.push(row.at);
    const rows = kept.values.get(value);
    if (rows) rows.push(row.at);
    else kept.values.set(value, [row.at]);
  }

  report(notes: Notes): void {
    for (const code of codes) {
      const kept = this.#kept.get(code);
      if (!kept) continue;
      const { severity, what, done, wayOut, list } = sentences[code];
      const values = [...kept.values];
      notes.add(
        {
          code,
          severity,
          what: what(counted(kept.rows.length, 'platform'), kept.rows.length),
          done,
          ...(wayOut && { wayOut }),
          ...(list === 'values' && { details: values.map(([value, rows]) => `${value}: ${linesOf(rows)}`) }),
          ...(list === 'names' && {
            details: [
              quotedList(
                values.map(([value]) => value),
                40,
              ),
            ],
          }),
        },
        kept.rows,
      );
    }
  }
}

/** In the order in which the report has them. */
const codes = [
  'cost-unreadable',
  'renewal-unreadable',
  'category-unknown',
  'no-category',
  'users-in-words',
  'users-in-sentence',
  'no-owner',
  'several-owners',
  'technical-owner',
  'integration-in-words',
  'compliance-in-words',
  'status-unknown',
  'category-from-product',
] as const;
type Code = (typeof codes)[number];

interface Sentence {
  readonly severity: 'warning' | 'info';
  readonly what: (platforms: string, n: number) => string;
  readonly done: string;
  readonly wayOut?: string;
  readonly list?: 'values' | 'names';
}

const have = (n: number): string => (n === 1 ? 'has' : 'have');

const sentences: { readonly [code in Code]: Sentence } = {
  'cost-unreadable': {
    severity: 'warning',
    what: (platforms, n) => `${platforms} ${have(n)} a cost without a currency, or no amount.`,
    done: 'It is kept as a note.',
    wayOut:
      'Write the currency with the amount, 85000 EUR, or in a column of its own; or say it for all: --currency EUR.',
    list: 'values',
  },
  'renewal-unreadable': {
    severity: 'warning',
    what: (platforms, n) =>
      `${platforms} ${have(n)} a renewal date that can be read in two ways, or in none.`,
    done: 'It is kept as a note.',
    wayOut: 'Write dates as 2027-03-31.',
    list: 'values',
  },
  'category-unknown': {
    severity: 'warning',
    what: (platforms, n) => `${platforms} ${have(n)} a category that is no term of the vocabulary.`,
    done: 'It is kept as a tag.',
    wayOut: 'Declare it, `category name "Title" { layer … }`, or choose a standard one.',
    list: 'values',
  },
  'no-category': {
    severity: 'warning',
    what: (platforms, n) => `${platforms} ${have(n)} no category.`,
    done: 'They stand in no layer of the stack.',
    wayOut: 'Write `is <category>` behind the title.',
    list: 'names',
  },
  'users-in-words': {
    severity: 'warning',
    what: (platforms, n) => `${platforms} ${have(n)} users in words that are no list of teams.`,
    done: 'The words are kept as a note.',
    wayOut: 'Write `used by` with the teams that are meant.',
  },
  'users-in-sentence': {
    severity: 'warning',
    what: (platforms, n) => `${platforms} ${have(n)} users in words that name teams of other rows.`,
    done: 'Those teams are its users, and the words are kept as a note.',
    wayOut: 'Look whether the words say more, or the contrary.',
  },
  'no-owner': {
    severity: 'info',
    what: (platforms, n) => `${platforms} ${have(n)} no owner.`,
    done: 'They have none in the text.',
    list: 'names',
  },
  'several-owners': {
    severity: 'info',
    what: (platforms, n) => `${platforms} ${have(n)} several owners.`,
    done: 'The first is the owner, the others are kept as a note: one answers for a platform.',
  },
  'technical-owner': {
    severity: 'info',
    what: (platforms, n) => `${platforms} ${have(n)} a technical owner.`,
    done: 'It is kept as a note.',
  },
  'integration-in-words': {
    severity: 'info',
    what: (platforms, n) => `${platforms} ${have(n)} an integration that is none of the platforms.`,
    done: 'It is kept as a note.',
    wayOut: 'Write `integrates` with the platforms that are meant.',
    list: 'values',
  },
  'compliance-in-words': {
    severity: 'info',
    what: (platforms, n) =>
      `${platforms} ${have(n)} a compliance scope that is no regulation of the vocabulary.`,
    done: 'It is kept as a note.',
    list: 'values',
  },
  'status-unknown': {
    severity: 'info',
    what: (platforms, n) =>
      `${platforms} ${have(n)} a status that says neither planned, live, retiring nor retired.`,
    done: 'It is kept as a note.',
    list: 'values',
  },
  'category-from-product': {
    severity: 'info',
    what: (platforms, n) =>
      `${platforms} ${n === 1 ? 'is a well-known product' : 'are well-known products'}.`,
    done: 'The category is that of the product, and not from the file.',
    wayOut: 'Look at `is` behind the titles.',
    list: 'values',
  },
};
