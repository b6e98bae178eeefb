import { type RuleInfo, rules } from '@mktorg/rules';
import { counted } from '../check/checked.ts';
import { severityStyle } from '../check/pretty.ts';
import { type ExitStatus, exit } from '../exit.ts';
import { toJson } from '../output/json.ts';
import { rulePage } from '../output/rule-page.ts';
import { padEnd, wrap } from '../terminal/fit.ts';
import type { Screen, Terminal } from '../terminal/terminal.ts';
import { version } from '../version.ts';

export interface RulesOptions {
  readonly format: 'text' | 'markdown' | 'json';
}

/** Raised when the meaning of a field changes or a field goes; new fields do not raise it. */
const rulesVersion = 1;

export async function rulesCommand({ format }: RulesOptions, terminal: Terminal): Promise<ExitStatus> {
  if (format === 'json') terminal.out.write(toJson(rulesDocument()));
  else if (format === 'markdown') terminal.out.write(toMarkdown());
  else writeText(terminal.out);
  return exit.clean;
}

function byCategory(): ReadonlyMap<string, readonly RuleInfo[]> {
  return Map.groupBy(rules, ({ category }) => category);
}

function writeText(screen: Screen): void {
  const idWidth = Math.max(...rules.map(({ id }) => id.length)) + 2;
  const severityWidth = 9;
  const margin = 2 + idWidth + severityWidth;
  for (const [category, members] of byCategory()) {
    screen.write(`${screen.style('bold', category)}\n`);
    for (const { id, severity, summary } of members) {
      const [first = '', ...rest] = wrap(summary, Math.max(30, Math.min(screen.columns, 120) - margin));
      const word =
        severity === 'off' ? screen.style('dim', 'off') : screen.style(severityStyle[severity], severity);
      const gap = ' '.repeat(severityWidth - severity.length);
      const name = screen.link(screen.style('cyan', id), rulePage(id)) + ' '.repeat(idWidth - id.length);
      screen.write(`  ${name}${word}${gap}${first}\n`);
      for (const line of rest) screen.write(`${padEnd('', margin)}${line}\n`);
    }
    screen.write('\n');
  }
  screen.write(
    `${screen.style('dim', `${counted(rules.length, 'rule')}. mktorg explain <rule> tells about one.`)}\n`,
  );
}

function toMarkdown(): string {
  let text = '| rule | severity | finds | fix |\n|---|---|---|---|\n';
  for (const { id, severity, summary, fix } of rules) {
    text += `| [${id}](${rulePage(id)}) | ${severity} | ${summary.replaceAll('|', '\\|')} | ${fix ? (fix.safe ? 'safe' : 'yes') : ''} |\n`;
  }
  return text;
}

function rulesDocument(): object {
  return {
    format: 'mktorg/rules',
    version: rulesVersion,
    tool: { name: 'mktorg', version },
    rules: rules.map(({ id, category, severity, summary, rationale, source, judgement, options, fix }) => ({
      id,
      category,
      severity,
      summary,
      rationale,
      source,
      ...(judgement !== undefined && { judgement }),
      options: Object.entries(options).map(([name, option]) => ({
        name,
        default: option.default,
        doc: option.doc,
      })),
      ...(fix && { fix: { does: fix.does, safe: fix.safe } }),
      page: rulePage(id),
    })),
  };
}
