import { closest } from '@mktorg/model';
import { explain, type RuleInfo, rules } from '@mktorg/rules';
import { type ExitStatus, exit } from '../exit.ts';
import { statementMarkdown, statementsCalled } from '../explain/statement.ts';
import { kindMarkdowns, similarTerms, standardModel, termMarkdown, termsCalled } from '../explain/term.ts';
import { Failure } from '../failure.ts';
import { showMarkdown } from '../output/markdown.ts';
import { prepareWidths } from '../terminal/fit.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface ExplainOptions {
  readonly format: 'text' | 'markdown';
}

/** Tells about a rule, all rules of a category, a term, all terms of a kind, or a statement. */
export async function explainCommand(
  words: readonly string[],
  { format }: ExplainOptions,
  { out }: Terminal,
): Promise<ExitStatus> {
  const pages = pagesFor(words.join(' '));
  await prepareWidths(pages.join(''));
  for (const [index, page] of pages.entries()) {
    if (index > 0) out.write(`\n${out.style('dim', '─'.repeat(40))}\n\n`);
    if (format === 'markdown') out.write(page);
    else showMarkdown(page, out);
  }
  return exit.clean;
}

function pagesFor(asked: string): readonly string[] {
  const model = standardModel();
  const words = [
    ...termsCalled(model, asked).map((term) => termMarkdown(model, term)),
    ...kindMarkdowns(model, asked),
    ...statementsCalled(asked).map(statementMarkdown),
  ];
  const category = asked.replace(/\/$/, '');
  const known = rules.filter(({ id }) => id === asked || id.endsWith(`/${asked}`));
  const [rule, ...others] = known;
  if (rule && others.length === 0) return [explain(rule.id) ?? '', ...words];
  // What several rules share is a word of the field first: then the rules are only named.
  const alike = [...rules.filter((each) => each.category === category), ...known];
  const pages = alike.length > 0 ? [...words, rulesMarkdown(asked, alike)] : words;
  if (pages.length > 0) return pages;
  const similar = new Set([...similarRules(asked), ...similarTerms(model, asked)]);
  throw new Failure(
    `Neither a rule nor a term is called “${asked}”.`,
    ...(similar.size > 0 ? [`Did you mean ${[...similar].slice(0, 4).join(', or ')}?`] : []),
    'mktorg rules lists the rules, and mktorg explain capability the terms of a kind.',
  );
}

function rulesMarkdown(asked: string, members: readonly RuleInfo[]): string {
  const rows = members.map(({ id, severity, summary }) => `| ${id} | ${severity} | ${summary} |`);
  return `# Rules: ${asked}\n\n| rule | severity | finds |\n|---|---|---|\n${rows.join('\n')}\n`;
}

/** By the whole id and by its last part. */
function similarRules(asked: string): readonly string[] {
  const byName = new Map(
    rules.flatMap(({ id }) => [
      [id, id],
      [id.slice(id.indexOf('/') + 1), id],
    ]),
  );
  return closest(asked, byName.keys()).flatMap((name) => byName.get(name) ?? []);
}
