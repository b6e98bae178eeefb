import { type OrgModel, type Property, properties, propertiesOf } from '@mktorg/model';
import { rules } from '@mktorg/rules';
import { code, escapeMarkdown } from '../../text/markdown.ts';
import { type Block, isKind, kindOfBlock, type Statement } from '../../text/statements.ts';
import type { Token } from '../../text/tokens.ts';
import { pageOf } from '../../workspace/diagnostics.ts';
import { conceptOf, kindDoc, partDocs, propertyDoc } from '../documentation.ts';

/** Markdown about a word of the language, of a fixed set, or the id of a rule. */
export function wordHover(model: OrgModel, statement: Statement, token: Token): string | undefined {
  const index = statement.tokens.indexOf(token);
  if (statement.head === 'setting' && index < 3) return ruleDoc(ruleIn(statement, 0));
  if (statement.head === 'allow' && index > 0 && index < 4 && token.type !== 'keyword')
    return ruleDoc(ruleIn(statement, 1));
  if (statement.head === 'option') return optionDoc(statement);
  const phrase = phraseOf(statement);
  const property = propertyOf(statement.block, phrase);
  if (index < statement.headLength || (statement.head === '-' && index > 0)) {
    if (property) return titled(phrase, propertyDoc(model, property));
    const declared = statement.head.replace(/^add /, '');
    return isKind(declared) && index === statement.headLength - 1
      ? titled(declared, kindDoc(model, declared))
      : undefined;
  }
  const word = property?.words?.[token.text];
  if (word !== undefined) {
    const concept = conceptOf(model, token.text);
    return titled(token.text, [word, concept ?? ''].filter(Boolean).map(escapeMarkdown).join('\n\n'));
  }
  const part = token.type === 'keyword' ? partDocs[token.text] : undefined;
  return part === undefined ? undefined : titled(token.text, part);
}

/** The words that open what is said, or taken back. */
function phraseOf({ head, tokens }: Statement): string {
  if (head !== '-') return head;
  return tokens
    .slice(1)
    .map(({ text }) => text)
    .join(' ');
}

/** What a phase changes has a kind that only the model knows. */
function propertyOf(block: Block, phrase: string): Property | undefined {
  if (block.owner?.head === 'change') return properties.find(({ keyword }) => keyword === phrase);
  const kind = kindOfBlock(block);
  return kind && propertiesOf(kind).get(phrase);
}

function titled(word: string, text: string): string | undefined {
  return text === '' ? undefined : `${code(word)}\n\n${text}`;
}

function ruleIn(statement: Statement, from: number): string {
  return statement.tokens
    .slice(from, from + 3)
    .map((token) => token.text)
    .join('');
}

function ruleDoc(id: string): string | undefined {
  const rule = rules.find((each) => each.id === id);
  if (!rule) return undefined;
  const options = Object.entries(rule.options).map(
    ([name, { default: value, doc }]) => `- ${code(`${name} ${value}`)} ${doc}`,
  );
  return [
    `${code(id)} · ${rule.severity} by default`,
    rule.summary,
    rule.rationale,
    ...(options.length > 0 ? [options.join('\n')] : []),
    `[The page of this rule](${pageOf(id)})`,
  ].join('\n\n');
}

function optionDoc(statement: Statement): string | undefined {
  const { owner } = statement.block;
  const rule = rules.find(({ id }) => owner && id === ruleIn(owner, 0));
  const name = statement.tokens[0]?.text ?? '';
  const option = rule?.options[name];
  return option && titled(`${name} ${option.default}`, option.doc);
}
