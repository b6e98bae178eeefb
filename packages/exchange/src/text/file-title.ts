import { clean } from './clean.ts';

const filler =
  /^(?:export(?:ed)?|report|csv|tsv|txt|data|list|full|all|final|copy|new|latest|current|orgchart|org|chart|people|employees?|employee|staff|roster|headcount|directory|hris|senior|junior|v?\d+)$/i;

/**
 * What the names of the files say about the organization: `acme-marketing-2022-03-31.csv` → `Acme Marketing`. A name
 * like `people.csv` says nothing.
 */
export function titleOfFiles(names: readonly string[], otherwise = ''): string {
  const lists = names.map((name) => wordsOf(name));
  const [first = []] = lists;
  const shared = first.filter((word) => lists.every((list) => list.includes(word)));
  const title = shared.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return clean(title) || clean(otherwise) || 'Organization';
}

function wordsOf(name: string): readonly string[] {
  const file = name.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z]{2,5}$/, '');
  return file.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word && !filler.test(word));
}
