import { standardVocabulary } from '@mktorg/language';
import {
  closest,
  type Element,
  isTermKind,
  kindNoun,
  label,
  mergeOrganization,
  type OrgModel,
  type Term,
  termKinds,
} from '@mktorg/model';
import { nameOf, namesOf } from '../reports/names.ts';

/** The standard vocabulary by itself. */
export function standardModel(): OrgModel {
  return mergeOrganization('mktorg:/vocabulary', [], standardVocabulary());
}

/** The terms that people call so: by name, title or alias, whatever the case and the separators. */
export function termsCalled(model: OrgModel, words: string): readonly Term[] {
  const wanted = plain(words);
  return termsOf(model).filter((term) => callings(term).some((calling) => plain(calling) === wanted));
}

/** Names of terms that may have been meant. */
export function similarTerms(model: OrgModel, words: string): readonly string[] {
  const callings = new Map(
    termsOf(model).flatMap((term) => [
      [plain(term.name), term.name],
      [plain(label(term)), term.name],
    ]),
  );
  return [...new Set(closest(plain(words), callings.keys()).flatMap((each) => callings.get(each) ?? []))];
}

/** A term as Markdown: what it means, what else people call it, and how it stands to others. */
export function termMarkdown(model: OrgModel, term: Term): string {
  const facts: string[] = [];
  const fact = (name: string, values: readonly string[]): void => {
    if (values.length > 0) facts.push(`- **${name}** ${values.join(', ')}`);
  };
  const one = (id: string | undefined): readonly string[] => {
    const name = nameOf(model, id);
    return name === undefined ? [] : [name];
  };
  fact(
    'Also called',
    term.aliases.map(({ value }) => value),
  );
  fact('Part of', one(term.partOf?.id));
  if (term.kind === 'capability') fact('Usual home', namesOf(model, term.home));
  fact('Layer', one(term.layer?.id));
  fact('Above', one(term.above?.id));
  if (term.kind === 'form')
    fact(
      'Applies to',
      term.appliesTo.map(({ value }) => value),
    );
  fact('Binds in', namesOf(model, term.scope));
  fact('Most direct reports', term.max ? [String(term.max.value)] : []);
  fact('Rank', term.rank ? [String(term.rank.value)] : []);
  if (term.core) facts.push('- Every marketing organization should have an owner for it.');
  if (term.measures) facts.push('- Platforms of this category measure.');
  if (term.central) facts.push('- It exists to serve other teams.');
  if (term.integrator) facts.push('- It does heavy lifting on systems.');
  const parts = [`# ${label(term)}`, `\`${term.name}\`, ${kindNoun(term.kind)} of the standard vocabulary`];
  if (term.description !== undefined) parts.push(term.description);
  if (facts.length > 0) parts.push(facts.join('\n'));
  const usage = usageOf(term);
  if (usage !== undefined) parts.push(`\`\`\`mktorg\n${usage}\n\`\`\``);
  return `${parts.join('\n\n')}\n`;
}

/** The names of all terms of a kind, as Markdown, where the words are a kind: `level`, or `levels`. */
export function kindMarkdowns(model: OrgModel, words: string): readonly string[] {
  const wanted = plain(words);
  return termKinds
    .filter((kind) => kind !== 'concept' && [plain(kind), pluralOf(plain(kind))].includes(wanted))
    .map((kind) => {
      const names = model.byKind[kind].map(({ name }) => `\`${name}\``);
      return `# Terms: ${kindNoun(kind)}\n\n${names.join(', ')}\n`;
    });
}

function pluralOf(noun: string): string {
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function usageOf(term: Term): string | undefined {
  const { kind, name } = term;
  switch (kind) {
    case 'function':
      return `team my-team "My team" is ${name} { … }`;
    case 'capability':
      return `responsible for ${name}`;
    case 'activity':
      return `responsible for content-production to ${name}`;
    case 'category':
      return `platform my-platform "My platform" is ${name} { … }`;
    case 'form': {
      const of = term.appliesTo[0]?.value ?? 'team';
      return `${of} my-${of} "My ${of}" as ${name} { … }`;
    }
    case 'engagement':
      return `partner my-partner "My partner" is ${name} { … }`;
    case 'reason':
      return `reason ${name}`;
    case 'regulation':
      return `personal data under ${name}`;
    case 'skill':
      return `skills ${name}`;
    case 'discipline':
      return `role my-role "My role" is ${name}`;
    case 'archetype':
      return `span ${name}`;
    case 'level':
      return `level ${name}`;
    default:
      return undefined;
  }
}

function termsOf(model: OrgModel): readonly Term[] {
  return [...model.elements.values()].filter(isTerm);
}

function isTerm(element: Element): element is Term {
  return isTermKind(element.kind);
}

function callings(term: Term): readonly string[] {
  return [term.name, label(term), ...term.aliases.map(({ value }) => value)];
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim();
}
