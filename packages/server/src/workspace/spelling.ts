import { URI } from 'vscode-uri';

/**
 * Editors write the address of one document in several ways: `R&D`, `R%26D`, `C:`, `c%3A`. Inside there is one way, and
 * each editor is answered in its own.
 */
export interface Spelling {
  /** The one way to write an address. What the editor wrote is remembered. */
  inward(uri: string): string;
  /** The same for everything that is called `uri` or `root` in the parameters of a request. */
  inwardAll<P>(params: P): P;
  /** Every address in an answer as the editor writes it. */
  outward<R>(answer: R): R;
}

export function createSpelling(): Spelling {
  const own = new Map<string, string>();

  function inward(uri: string): string {
    const uniform = uniformOf(uri);
    if (uniform !== uri) own.set(uniform, uri);
    return uniform;
  }

  return {
    inward,
    inwardAll: (params) =>
      replaced(params, (text, key) => (key === 'uri' || key === 'root' ? inward(text) : text)),
    outward: (answer) => (own.size === 0 ? answer : replaced(answer, (text) => own.get(text) ?? text)),
  };
}

export function uniformOf(uri: string): string {
  try {
    return URI.parse(uri, true).toString();
  } catch {
    return uri;
  }
}

/** A copy in which texts, and the names of properties, are what `change` makes of them. */
function replaced<T>(value: T, change: (text: string, key: string) => string): T {
  const walk = (each: unknown, key: string): unknown => {
    if (typeof each === 'string') return change(each, key);
    if (Array.isArray(each)) return each.map((item) => walk(item, key));
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(
      Object.entries(each).map(([name, item]) => [change(name, ''), walk(item, name)]),
    );
  };
  return walk(value, '') as T;
}
