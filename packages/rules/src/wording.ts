/** A title or name in a sentence. */
export function quote(text: string): string {
  return `“${text}”`;
}

/** `1 role`, `3 roles`, `1,200 roles`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${number(n)} ${n === 1 ? noun : plural}`;
}

/** A number as people read it: at most two decimals, thousands apart. */
export function number(n: number): string {
  const [whole = '', decimals] = String(Math.round(n * 100) / 100).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** `52%`, of a share between 0 and 1. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** `a, b and c`; of many only the first ones: `a, b, c and 4 more`. */
export function several(items: readonly string[], most = 4): string {
  const shown = items.length > most ? items.slice(0, most - 1) : items;
  const rest = items.length - shown.length;
  const parts = rest > 0 ? [...shown, `${number(rest)} more`] : shown;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** `has` or `have`, and the like. */
export function verb(n: number, one: string, more: string): string {
  return n === 1 ? one : more;
}
