import { closest } from '@mktorg/model';
import { explain, rules } from '@mktorg/rules';
import { type ExitStatus, exit } from '../exit.ts';
import { statementMarkdown, statementsCalled } from '../explain/statement.ts';
import { similarTerms, standardModel, termMarkdown, termsCalled } from '../explain/term.ts';
import { Failure } from '../failure.ts';
import { showMarkdown } from '../output/markdown.ts';
import { prepareWidths } from '../terminal/fit.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface ExplainOptions {
  readonly format: 'text' | 'markdown';
}

/** Tells about a rule, about all rules of a category, about a term, or about a statement. */
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
  const known = rules.filter(({ id }) => id === asked || id.endsWith(`/${asked}`));
  const model = standardModel();
  const pages = [
    ...known.flatMap(({ id }) => explain(id) ?? []),
    ...termsCalled(model, asked).map((term) => termMarkdown(model, term)),
    ...statementsCalled(asked).map(statementMarkdown),
  ];
  const category = rules.filter((rule) => rule.category === asked.replace(/\/$/, ''));
  if (pages.length === 0 && category.length > 0) {
    const rows = category.map(({ id, severity, summary }) => `| ${id} | ${severity} | ${summary} |`);
    pages.push(
      `# ${asked.replace(/\/$/, '')}\n\n| rule | severity | finds |\n|---|---|---|\n${rows.join('\n')}\n`,
    );
  }
  if (pages.length > 0) return pages;
  const similar = [
    ...closest(
      asked,
      rules.map(({ id }) => id),
    ),
    ...similarTerms(model, asked),
  ].slice(0, 4);
  throw new Failure(
    `Neither a rule nor a term is called “${asked}”.`,
    ...(similar.length > 0 ? [`Did you mean ${similar.join(', or ')}?`] : []),
    'mktorg rules lists the rules.',
  );
}
