import { sayKindOf } from './said.ts';

/** What a sentence names: an element, or somebody. */
export interface Subject {
  readonly name: string;
  /** Where its name is that of several: with its place. */
  readonly called?: string;
  readonly id?: string;
  readonly kind?: string;
  /** The element around it. */
  readonly where?: string;
}

/** So many are told by their names; more by their number. */
export const mostNames = 2;

/** Names side by side, told apart; in quotes, where one has an `and` or a comma of its own. */
export function namesOf(who: readonly Subject[]): string {
  const names = namesApart(who);
  const isUnclear = names.length > 1 && names.some((each) => /,| and /.test(each));
  return enumerated(isUnclear ? names.map((each) => `“${each}”`) : names);
}

/** Whether no two of them would be called the same. */
export function areApart(who: readonly Subject[]): boolean {
  return new Set(namesApart(who)).size === who.length;
}

/** `a, b and c`. */
export function enumerated(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function namesApart(who: readonly Subject[]): readonly string[] {
  const alike = Map.groupBy(who, nameOf);
  return who.map((each) => {
    const plain = nameOf(each);
    const others = alike.get(plain) ?? [];
    if (others.length < 2 || each.id === undefined) return plain;
    const { kind = '', id } = each;
    const isOfItsKind = new Set(others.map((other) => other.kind)).size === others.length;
    return `${each.name} (${isOfItsKind ? sayKindOf(kind) : id.slice(id.indexOf(':') + 1)})`;
  });
}

/** A step by itself says little: it is always told of which process it is. */
function nameOf({ kind, name, where, called = name }: Subject): string {
  return kind === 'step' && where !== undefined ? `${name} of ${where}` : called;
}
