import { list, pathOf } from '@mktorg/model';
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
  return list(isUnclear ? names.map((each) => `“${each}”`) : names, 'and');
}

/** Whether no two of them would be called the same. */
export function areApart(who: readonly Subject[]): boolean {
  return new Set(namesApart(who)).size === who.length;
}

function namesApart(who: readonly Subject[]): readonly string[] {
  const alike = Map.groupBy(who, nameOf);
  return who.map((each) => {
    const plain = nameOf(each);
    const others = alike.get(plain) ?? [];
    if (others.length < 2 || each.id === undefined) return plain;
    const { kind = '', id } = each;
    const isOfItsKind = new Set(others.map((other) => other.kind)).size === others.length;
    return `${each.name} (${isOfItsKind ? sayKindOf(kind) : pathOf(id)})`;
  });
}

/** A step by itself says little: it is always told of which process it is. */
function nameOf({ kind, name, where, called = name }: Subject): string {
  return kind === 'step' && where !== undefined ? `${name} of ${where}` : called;
}
