import type { Element, ElementId } from './elements.ts';
import { label } from './elements.ts';
import type { Problem } from './fragment.ts';
import { isTerm } from './inherit.ts';
import type { ElementKind } from './kinds.ts';
import { isTermKind, kindNoun, withArticle } from './kinds.ts';
import type { NameTable } from './names.ts';
import { kindOf } from './namesakes.ts';
import { anyOf, anyOfThese, capital, list, nounAndPath, nounOf, quoted } from './phrases.ts';
import type { Place } from './place.ts';
import { properties } from './schema.ts';
import { shortestIn } from './shortest-name.ts';
import { suggestions } from './suggest.ts';

/**
 * What is wrong in one document. Some of it speaks of other documents, whose text may change while this one stays:
 * such an issue names elements, and becomes a problem with places only when a model is made of it.
 */
export type Issue =
  | { readonly type: 'problem'; readonly problem: Problem }
  | (NameIssue & { readonly type: 'unresolved' })
  | (NameIssue & { readonly type: 'ambiguous'; readonly candidates: readonly ElementId[] })
  | (NameIssue & { readonly type: 'wrong-kind'; readonly id: ElementId })
  /** An element has a form, which may be none for its kind. */
  | {
      readonly type: 'form';
      readonly id: ElementId;
      readonly kind: ElementKind;
      readonly name: string;
      readonly at: Place;
    }
  /** A plan adds what there is today. */
  | { readonly type: 'taken'; readonly id: ElementId; readonly at: Place };

interface NameIssue {
  readonly name: string;
  /** What the name was to fill. */
  readonly field: string;
  readonly scope: string;
  readonly kinds: readonly ElementKind[];
  /** What the plan adds that the name stands in. */
  readonly added: readonly ElementId[];
  readonly at: Place;
}

/** The elements whose places the problem shows. */
export function relatedOf(issue: Issue): readonly ElementId[] {
  switch (issue.type) {
    case 'ambiguous':
      return issue.candidates;
    case 'wrong-kind':
    case 'form':
    case 'taken':
      return [issue.id];
    default:
      return [];
  }
}

/** Nothing, where it turns out that nothing is wrong. */
export function problemOf(
  issue: Issue,
  names: NameTable,
  element: (id: ElementId) => Element | undefined,
): Problem | undefined {
  switch (issue.type) {
    case 'problem':
      return issue.problem;
    case 'unresolved': {
      const { name, at } = issue;
      const other = instead(issue);
      const message = `No ${anyOf(issue.kinds)} is called \`${name}\`.${other ? ` ${other.hint}` : ''}`;
      return withReplacements({ rule: 'integrity/unresolved-name', message, at }, () => [
        ...suggest(issue, names, element),
        ...(other?.written ?? []),
      ]);
    }
    case 'ambiguous': {
      const { name, at, candidates } = issue;
      const table = namesFor(issue, names);
      const replacements = candidates
        .map((id) => shortestIn(table, id, issue.scope, issue.kinds))
        .filter((replacement) => replacement !== undefined);
      return {
        rule: 'integrity/ambiguous-name',
        message:
          replacements.length > 0
            ? `\`${name}\` may mean ${list(replacements.map(quoted), 'or')}. Write which.`
            : `\`${name}\` is the name of ${list(candidates.map(nounAndPath), 'and of')}. Rename one.`,
        at,
        related: related(candidates, element),
        data: { replacements },
      };
    }
    case 'wrong-kind': {
      const { name, at, id } = issue;
      // Whoever writes the name of a term mostly means an element that is called so, and is not there.
      const instead = isTermKind(kindOf(id))
        ? `, and no ${anyOf(issue.kinds)} is called so.`
        : `; ${anyOfThese(issue.kinds)} can stand here.`;
      const message = `\`${name}\` is ${withArticle(nounOf(id))}${instead}${homeOf(id)}`;
      const problem = { rule: 'integrity/wrong-kind', message, at, related: related([id], element) };
      return withReplacements(problem, () => suggest(issue, names, element));
    }
    case 'form': {
      const form = element(issue.id);
      const kinds = form?.kind === 'form' ? form.appliesTo.map(({ value }) => value) : [];
      if (kinds.length === 0 || kinds.includes(issue.kind)) return undefined;
      return {
        rule: 'integrity/wrong-kind',
        message: `\`${issue.name}\` is a form of ${list(kinds.map(withArticle), 'or')}, and this is ${withArticle(kindNoun(issue.kind))}.`,
        at: issue.at,
        related: related([issue.id], element),
      };
    }
    case 'taken': {
      const found = element(issue.id);
      // A phase may say of a standard term what a model may say of it today.
      if (found && isTerm(found) && found.standard) return undefined;
      return {
        rule: 'integrity/duplicate-name',
        message: `${capital(nounAndPath(issue.id))} exists today. Change it, or add it under another name.`,
        at: issue.at,
        related: related([issue.id], element),
      };
    }
  }
}

/** Looking for similar names walks all names: done only where somebody asks for them. */
function withReplacements(problem: Problem, find: () => readonly string[]): Problem {
  let replacements: readonly string[] | undefined;
  return {
    ...problem,
    get data() {
      replacements ??= find();
      return { replacements };
    },
  };
}

function suggest(
  issue: NameIssue,
  names: NameTable,
  element: (id: ElementId) => Element | undefined,
): readonly string[] {
  return suggestions(namesFor(issue, names), issue.name, issue.scope, issue.kinds, element);
}

/** Some statements take a text as well as a name, and some names are few. */
function instead({
  field,
  name,
  kinds,
}: NameIssue): { readonly hint: string; readonly written: readonly string[] } | undefined {
  const text = `"${name}"`;
  if (field === 'holders') {
    return { hint: `Somebody who is not declared stands in quotes: ${quoted(text)}.`, written: [text] };
  }
  if (field === 'intake') {
    return { hint: `A channel that is no platform stands in quotes: ${quoted(text)}.`, written: [text] };
  }
  if (kinds.length === 1 && kinds[0] === 'sourcing') {
    const written = ['hire', 'train', 'partner'];
    return { hint: `The standard ones are ${list(written.map(quoted), 'and')}.`, written };
  }
  return undefined;
}

/** Where what cannot stand here can stand, unless that is nearly everywhere. */
function homeOf(id: ElementId): string {
  const kind = kindOf(id);
  const homes = properties.filter(({ slots }) =>
    Object.values(slots).some((kinds) => kinds.length <= 8 && kinds.some((each) => each === kind)),
  );
  const keywords = [...new Set(homes.map(({ keyword }) => keyword))];
  if (keywords.length === 0 || keywords.length > 3) return '';
  return ` ${capital(withArticle(nounOf(id)))} stands behind ${list(keywords.map(quoted), 'or')}.`;
}

function namesFor(issue: NameIssue, names: NameTable): NameTable {
  return issue.added.length > 0 ? names.extended(issue.added) : names;
}

function related(
  ids: readonly ElementId[],
  element: (id: ElementId) => Element | undefined,
): readonly { readonly message: string; readonly at: Place }[] {
  return ids.flatMap((id) => {
    const found = element(id);
    return found ? [{ message: `${capital(nounOf(id))} ${label(found)}`, at: found.nameAt }] : [];
  });
}
