import { rules } from './catalogue.ts';
import { isOptional } from './engine/configuration.ts';
import { unmarked } from './example.ts';
import type { RuleInfo } from './rule.ts';

/** Everything there is to say about a rule, as Markdown: the text of its page. */
export function explain(id: string): string | undefined {
  const rule = rules.find((each) => each.id === id);
  return rule && explanation(rule);
}

/** Where the page of a rule stands in the repository. */
export function pageOf(id: string): string {
  return `docs/rules/${id}.md`;
}

export function explanation(rule: RuleInfo): string {
  const sections = [
    `# ${rule.id}`,
    rule.summary,
    facts(rule),
    '## Why',
    rule.rationale,
    `**Where this comes from.** ${rule.source}`,
    ...(rule.judgement ? ['## What counts', rule.judgement] : []),
    ...options(rule),
    '## What it finds',
    ...rule.findings.flatMap(({ source, says, today }) => [
      code(source),
      `> ${says}${today ? ` (Judged on ${today}.)` : ''}`,
    ]),
    '## What it leaves alone',
    ...rule.clean.map(code),
    '## Settings',
    ...settings(rule),
  ];
  return `${sections.join('\n\n')}\n`;
}

function facts({ severity, fix }: RuleInfo): string {
  const fixes = fix
    ? `${fix.does} It is ${fix.safe ? 'safe' : 'a suggestion, never applied unseen'}.`
    : 'none.';
  return `Default severity: **${severity}**. Quick fix: ${fixes}`;
}

function options(rule: RuleInfo): readonly string[] {
  const entries = Object.entries(rule.options);
  if (entries.length === 0) return [];
  const rows = entries.map(([name, { default: value, doc }]) => `| \`${name}\` | ${value} | ${doc} |`);
  return ['## Options', ['| option | default | meaning |', '|---|---|---|', ...rows].join('\n')];
}

function code(source: string): string {
  return `\`\`\`mktorg\n${unmarked(source).trimEnd()}\n\`\`\``;
}

function settings(rule: RuleInfo): readonly string[] {
  if (rule.id.startsWith('integrity/')) {
    return [
      'Integrity rules can be neither switched off nor allowed: until it is put right, the chart and all sums are wrong.',
    ];
  }
  const [option] = Object.entries(rule.options);
  const body = option ? ` { ${option[0]} ${option[1].default} }` : '';
  const other = rule.severity === 'info' ? 'warning' : 'info';
  const forAll = [
    'For the whole organization, in any file (`off` switches it off, best with `because "…"`):',
    code(`rules {\n  ${rule.id} ${other}${body}\n}`),
  ];
  if (!isOptional(rule)) return forAll;
  return [...forAll, 'On one element, in its body:', code(`allow ${rule.id} because "…"`)];
}
