import type { Element, Place, Term } from '@mktorg/model';
import { kindNoun, label, organizationKinds, termKinds } from '@mktorg/model';
import { type AliasMatch, aliasMatcher } from '../alias-matcher.ts';
import { defineRule } from '../define-rule.ts';
import { type Edit, replaceAt, stringText } from '../fix.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'vocabulary/alias',
  summary: 'An everyday or mistranslated word for which the field has a term.',
  rationale:
    'A shared vocabulary is what lets two organizations compare their charts. Everyday words and machine translations hide that both have the same thing: "stolen goods" is swag, "military operations" is martech operations, a "steering group" is a steering committee.',
  source:
    'The aliases in the vocabulary: words that machine translations of the field made of its terms, and everyday words. A model adds aliases of its own terms.',
  judgement:
    'Titles of elements and purposes of dotted lines are read; titles of persons are names and are not. Case does not matter. Aliases match whole words; in scripts that write no spaces or attach particles (Chinese, Japanese, Thai, Arabic, Hebrew), parts of words too. A word that is also the title of a term is no alias, and an element that is the term itself may be called as it likes.',
  subjects: [...organizationKinds.filter((kind) => kind !== 'person'), ...termKinds],
  reach: 'element',
  clean: [`team swag-desk "Swag desk"\n`, `person steerco "Steerco Jansen"\n`],
  findings: [
    {
      source: `team ⟦giveaways⟧ "Stolen goods & gifts"\n`,
      says: 'The team “Stolen goods & gifts” says “Stolen goods”; the term of the field is “Swag”.',
    },
    {
      source: `role designer "Designer" { ..> brand ⟦"portal of the steering group"⟧ }\nteam brand "Brand"\n`,
      says: 'The purpose of the dotted line says “steering group”; the term of the field is “Steering committee”.',
    },
  ],
  fix: { does: 'Writes the term instead.', safe: false },
  check(element, ctx) {
    const purpose = element.kind === 'dotted-line' ? element.purpose : undefined;
    const text = purpose?.value ?? element.title;
    if (text === undefined) return;
    const seen = new Set<Term>();
    for (const match of aliasMatcher(ctx.vocabulary)(text)) {
      const { term, written } = match;
      if (seen.has(term) || isTheTerm(element, term)) continue;
      seen.add(term);
      const right = rewritten(text, match);
      const where = purpose
        ? 'The purpose of the dotted line'
        : `The ${kindNoun(element.kind)} ${quote(text)}`;
      ctx.report({
        at: purpose?.at ?? element.nameAt,
        property: `alias ${term.id}`,
        message: {
          what: `${where} says ${quote(written)}; the term of the field is ${quote(label(term))}.`,
          why: 'Only a shared word shows that two organizations have the same thing.',
          todo: `Write ${quote(right)}.`,
        },
        fixes: () => [
          {
            title: `Write ${quote(label(term))} instead of ${quote(written)}`,
            safe: false,
            edits: [editOf(element, purpose?.at, right)],
          },
        ],
      });
    }
  },
});

/** The element is the term, or says that it is of it. */
function isTheTerm(element: Element, term: Term): boolean {
  return element.id === term.id || element.term?.id === term.id || element.form?.id === term.id;
}

function rewritten(text: string, { term, written, index }: AliasMatch): string {
  const title = label(term);
  const isLower = written === written.toLowerCase() && title.slice(1) === title.slice(1).toLowerCase();
  const word = isLower && index > 0 ? title.toLowerCase() : title;
  return text.slice(0, index) + word + text.slice(index + written.length);
}

function editOf(element: Element, at: Place | undefined, text: string): Edit {
  if (at) return replaceAt(at, stringText(text));
  return { kind: 'set-title', element: element.id, title: text };
}
