/**
 * Expressions of workflow files, as far as ours use them: names with dots, texts, `==`, `!=`, `&&`, `||`, `!`,
 * parentheses, and `cancelled()`.
 */
export type Values = { readonly [name: string]: string | undefined };

/** Replaces each `${{ … }}` in a text. */
export function filled(text: string, values: Values): string {
  return text.replace(/\$\{\{([\s\S]*?)\}\}/g, (_, expression: string) =>
    asText(evaluate(expression, values)),
  );
}

/** Whether a step with this `if` runs. */
export function holds(condition: string | undefined, values: Values): boolean {
  if (condition === undefined) return true;
  const inner = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(condition)?.[1] ?? condition;
  return isTrue(evaluate(inner, values));
}

type Value = string | boolean;

function evaluate(expression: string, values: Values): Value {
  const tokens = [...expression.matchAll(/\s*(&&|\|\||==|!=|[!()]|'(?:[^']|'')*'|[\w.-]+)/gy)].map(
    ([, token = '']) => token,
  );
  let next = 0;
  const take = (token: string): boolean => {
    if (tokens[next] !== token) return false;
    next += 1;
    return true;
  };
  const either = (): Value => {
    let left = both();
    while (take('||')) {
      const right = both();
      left = isTrue(left) ? left : right;
    }
    return left;
  };
  const both = (): Value => {
    let left = compared();
    while (take('&&')) {
      const right = compared();
      left = isTrue(left) ? right : left;
    }
    return left;
  };
  const compared = (): Value => {
    const left = single();
    if (take('==')) return asText(left) === asText(single());
    if (take('!=')) return asText(left) !== asText(single());
    return left;
  };
  const single = (): Value => {
    if (take('!')) return !isTrue(single());
    if (take('(')) {
      const inner = either();
      if (!take(')')) throw new Error(`No end of the parentheses in ${expression}`);
      return inner;
    }
    const token = tokens[next] ?? '';
    next += 1;
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (token === 'cancelled' && take('(') && take(')')) return false;
    if (!(token in values)) throw new Error(`Nobody sets ${token}, which ${expression} asks for.`);
    return values[token] ?? '';
  };
  const result = either();
  if (next !== tokens.length) throw new Error(`${expression} goes on after its end.`);
  return result;
}

function isTrue(value: Value): boolean {
  return value !== false && value !== '';
}

function asText(value: Value): string {
  return String(value);
}
