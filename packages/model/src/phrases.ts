import type { ElementId } from './elements.ts';
import type { ElementKind } from './kinds.ts';
import { kindNoun, withArticle } from './kinds.ts';
import { kindOf, pathOf } from './namesakes.ts';

/** `a, b or c` */
export function list(words: readonly string[], conjunction: string): string {
  const head = words.slice(0, -1);
  const last = words.at(-1) ?? '';
  return head.length === 0 ? last : `${head.join(', ')} ${conjunction} ${last}`;
}

export function quoted(text: string): string {
  return `\`${text}\``;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `team, role or person`; slots that take nearly everything are not listed. */
export function anyOf(kinds: readonly ElementKind[]): string {
  return kinds.length > 8 ? 'element' : list(kinds.map(kindNoun), 'or');
}

/** `a team, a role or a person` */
export function anyOfThese(kinds: readonly ElementKind[]): string {
  return kinds.length > 8 ? 'another kind of element' : list(kinds.map(kindNoun).map(withArticle), 'or');
}

/** `business line` of `business-line:resorts`. */
export function nounOf(id: ElementId): string {
  const kind = kindOf(id);
  return kind === 'ai' ? 'AI capability' : kind.replaceAll('-', ' ');
}

export function nounAndPath(id: ElementId): string {
  return `${nounOf(id)} ${quoted(pathOf(id))}`;
}
