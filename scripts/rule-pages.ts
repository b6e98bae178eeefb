/**
 * Writes what follows from the rule files: the list of rules (packages/rules/src/catalogue.ts) and their pages
 * (docs/rules). With `--check` it writes nothing and fails where something is missing or stale.
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What has to stand in which file, by path in the repository, and the pages of rules that are no more. */
interface Wanted {
  readonly files: ReadonlyMap<string, string>;
  readonly leftOver: readonly string[];
}

const source = 'packages/rules/src';
const pages = 'docs/rules';

/** Brings list and pages up to date, or only tells whether they are. */
export async function update(root: string, isCheck: boolean): Promise<boolean> {
  const catalogue = catalogueText(ruleFiles(root));
  const isListed = settle(root, `${source}/catalogue.ts`, catalogue, isCheck);
  if (isCheck && !isListed) return false;
  const { files, leftOver } = await wantedPages(root);
  let isCurrent = isListed;
  for (const [path, text] of files) isCurrent = settle(root, path, text, isCheck) && isCurrent;
  for (const path of leftOver) {
    if (isCheck) console.error(`${path} is the page of no rule. Run: node scripts/rule-pages.ts`);
    else rmSync(join(root, path));
    isCurrent &&= !isCheck;
  }
  return isCurrent || !isCheck;
}

/** Ids of the rules, from the files: every file in a folder of `src` that exports a rule. */
export function ruleFiles(root: string): readonly string[] {
  return globSync('*/*.ts', { cwd: join(root, source) })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.test.ts'))
    .filter((path) => readFileSync(join(root, source, path), 'utf8').includes('\nexport const rule = '))
    .map((path) => path.replace(/\.ts$/, ''))
    .sort();
}

export function catalogueText(ids: readonly string[]): string {
  const imports = ids.map((id) => `import { rule as ${variable(id)} } from './${id}.ts';`);
  return [
    '// Written by scripts/rule-pages.ts from the files that are there.',
    ...[...imports, "import type { Rule } from './rule.ts';"].sort(byPath),
    '',
    '/** All rules, by id. */',
    'export const rules: readonly Rule[] = [',
    ...ids.map((id) => `  ${variable(id)},`),
    '];',
    '',
  ].join('\n');
}

function byPath(a: string, b: string): number {
  const [from, to] = [a, b].map((line) => /'(.*)'/.exec(line)?.[1] ?? '');
  return (from ?? '') < (to ?? '') ? -1 : 1;
}

function variable(id: string): string {
  return id.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase());
}

async function wantedPages(root: string): Promise<Wanted> {
  const entry = pathToFileURL(join(root, source, 'index.ts')).href;
  const { explain, pageOf, rules }: typeof import('@mktorg/rules') = await import(entry);
  const files = new Map<string, string>();
  for (const { id } of rules) files.set(pageOf(id), explain(id) ?? '');
  const rows = rules.map(
    ({ id, severity, summary, fix }) =>
      `| [${id}](${id}.md) | ${severity} | ${summary} | ${fix ? (fix.safe ? 'safe' : 'yes') : ''} |`,
  );
  files.set(`${pages}/README.md`, `${readme}\n${rows.join('\n')}\n${writing}`);
  const there = globSync('**/*.md', { cwd: join(root, pages) }).map(
    (path) => `${pages}/${path.replaceAll('\\', '/')}`,
  );
  return { files, leftOver: there.filter((path) => !files.has(path)) };
}

const readme = `# Rules

A rule is one thing that a good model of a marketing organization should hold, and why. There is no single right
organization: so every rule but those under \`integrity/\` has a severity that a model can set, and a finding can be
accepted with a written reason. A recorded ruling (\`because\`) is often the right answer.

- \`rules { reporting/span-of-control warning { max 8 } }\` sets severity and options for an organization.
- \`allow platform/owner because "The council decides in March"\` accepts the finding of one rule on one element; on a
  dotted line or step without a body of its own, it stands in the body around.
- \`mktorg explain <rule>\` shows these pages in the terminal, \`mktorg rules\` lists them.

| rule | severity | finds | quick fix |
|---|---|---|---|`;

const writing = `
## Writing a rule

\`node scripts/new-rule.ts reporting/manager-of-one\` writes the file of the rule, its test, its place in the list and
its page. The test fails until the rule is written. What is in the file:

- **Metadata**: summary, rationale, source of the claim (say so where it is this project's own), options with defaults,
  models that must be clean and models that must give exactly one finding. This page, \`explain\`, hovers, completion
  and exports come from it; \`node scripts/rule-pages.ts\` writes the pages anew.
- **\`subjects\` and \`check\`**: the kinds of elements that it judges one by one. What looks at the model as a whole is
  a \`defineModelRule\`. A rule reads the resolved model only; vacancies, spans, scopes and the like are asked from
  \`@mktorg/model\`, never derived again.
- **\`reach\`**: how far a finding about one element can depend on others, so that an edit judges again only what it can
  have touched. A \`defineModelRule\` says with \`reads\` what it reads of an element, and a rule that depends on
  something about the whole model says so with \`basis\`, one that follows reporting lines with \`readsLines\`. When in
  doubt, \`reach: 'model'\` is right and slower;
  \`engine/incremental.test.ts\` holds every rule to what a clean start finds.
- **A message in three parts**: what is wrong, with the names and the numbers; why it matters; what to do. The primary
  place is the line to change, related places lead to the other lines.
- **Silence** where a whole aspect is missing: a model without holders has no vacancies, and an inventory without users
  is one finding and not a hundred.
- **A fix**, if there is one, as data (\`addStatement\`, \`insertAfter\`, \`replaceAt\`, \`removeAt\`). It is safe only
  if the model that results says the same, or gains only what the title of the fix says; the test applies it and
  compares.
`;

function settle(root: string, path: string, text: string, isCheck: boolean): boolean {
  const file = join(root, path);
  const isCurrent = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (isCurrent) return true;
  if (isCheck) {
    console.error(`${relative('.', file)} is stale. Run: node scripts/rule-pages.ts`);
    return false;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return false;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = resolve(import.meta.dirname, '..');
  const isCheck = process.argv.includes('--check');
  process.exitCode = (await update(root, isCheck)) ? 0 : 1;
}
