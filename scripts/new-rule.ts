/**
 * Starts a new rule: its file, its test, its place in the list and its page.
 *
 *   node scripts/new-rule.ts reporting/manager-of-one
 *
 * The rule finds nothing yet, so its test fails until it is written.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { update } from './rule-pages.ts';

/** Writes the files of a new rule under the root of the repository; says what is wrong where it cannot. */
export async function newRule(root: string, id: string): Promise<string | undefined> {
  if (!/^[a-z]+\/[a-z]+(-[a-z]+)*$/.test(id)) {
    return `Say which rule, as category/kebab-name: node scripts/new-rule.ts reporting/manager-of-one`;
  }
  const file = join(root, fileOf(id));
  if (existsSync(file)) return `${fileOf(id)} is there already.`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, ruleText(id));
  writeFileSync(file.replace(/\.ts$/, '.test.ts'), testText(id));
  await update(root, false);
  return undefined;
}

function fileOf(id: string): string {
  return `packages/rules/src/${id}.ts`;
}

function ruleText(id: string): string {
  return `import { label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: '${id}',
  summary: 'One sentence: what it finds, as a noun phrase.',
  rationale: 'Why a good model of an organization does not have this.',
  source: "Where the claim comes from, or: This project's own.",
  subjects: ['role'],
  reach: 'element',
  clean: [\`role cmo "Chief Marketing Officer"\\n\`],
  findings: [
    {
      source: \`role ⟦manager⟧ "Manager"\\n\`,
      says: '“Manager” is wrong in this way.',
    },
  ],
  check(role, ctx) {
    if (role.name !== 'what-makes-it-wrong') return;
    ctx.report({
      at: role.nameAt,
      message: {
        what: \`\${quote(label(role))} is wrong in this way.\`,
        why: 'Why that matters, in one sentence.',
        todo: 'What to do about it, with the statement to write.',
      },
    });
  },
});
`;
}

function testText(id: string): string {
  return `import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './${id.slice(id.indexOf('/') + 1)}.ts';

describeRule(rule, {
  rows: [{ title: 'leaves alone what looks alike', source: \`role designer "Designer"\\n\` }],
});
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [id] = process.argv.slice(2);
  const problem = await newRule(resolve(import.meta.dirname, '..'), id ?? '');
  if (problem === undefined) console.log(`Write the rule in ${fileOf(id ?? '')}; its test fails until then.`);
  else console.error(problem);
  process.exitCode = problem === undefined ? 0 : 2;
}
