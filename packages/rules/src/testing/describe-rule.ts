import { describe, expect, it } from 'vitest';
import { check } from '../engine/checker.ts';
import { exampleDay } from '../example.ts';
import type { Finding } from '../finding.ts';
import { textEditsOf } from '../fix-text.ts';
import type { Rule } from '../rule.ts';
import { exampleUri, marked, organizationOf } from './organization.ts';

/** One more row of a rule's test, beside its examples. */
export interface Row {
  readonly title: string;
  /** Each finding stands between `⟦` and `⟧`; none where there are no marks. */
  readonly source: string;
  /** What the findings say is wrong, in order, where the row cares. */
  readonly says?: readonly string[];
  readonly today?: string;
}

/** A fix of the first finding: applied, the text must be this, and the finding gone. */
export interface FixRow {
  readonly title: string;
  readonly source: string;
  /** What is in the text afterwards. */
  readonly becomes: string;
  /** Where the fix asks for a choice, the result may still be unfinished. */
  readonly unfinished?: true;
}

/** Tests a rule by its own examples and by further rows. */
export function describeRule(
  rule: Rule,
  more: { readonly rows?: readonly Row[]; readonly fixes?: readonly FixRow[] } = {},
): void {
  describe(rule.id, () => {
    for (const [index, source] of rule.clean.entries()) {
      it(`leaves example ${index + 1} alone`, () => {
        expect(judge(rule, source)).toEqual([]);
        expect(problemsBut(rule, source)).toEqual([]);
      });
    }
    for (const { source, says, today } of rule.findings) {
      it(`finds: ${says}`, () => {
        const findings = judge(rule, source, today);
        expect(findings.map(({ message }) => message)).toEqual([says]);
        expect(findings.map(({ at }) => at)).toEqual(marked(source).places);
        expect(problemsBut(rule, source)).toEqual([]);
        for (const finding of findings) checkParts(rule, finding);
      });
    }
    for (const { title, source, says, today } of more.rows ?? []) {
      it(title, () => {
        const findings = judge(rule, source, today);
        expect(findings.map(({ at }) => at)).toEqual(marked(source).places);
        if (says) expect(findings.map(({ message }) => message)).toEqual(says);
      });
    }
    for (const row of more.fixes ?? []) it(row.title, () => checkFix(rule, row));
  });
}

export function judge(rule: Rule, source: string, today = exampleDay): readonly Finding[] {
  const { findings, failed } = check(organizationOf(marked(source).text), { today });
  expect(failed).toEqual([]);
  return findings.filter((finding) => finding.rule === rule.id);
}

/** What else is wrong with the example: nothing, or it would teach something else as well. */
function problemsBut(rule: Rule, source: string): readonly string[] {
  const { findings } = check(organizationOf(marked(source).text), { today: exampleDay, only: ['integrity'] });
  return findings.filter((finding) => finding.rule !== rule.id).map(({ message }) => message);
}

function checkParts(rule: Rule, finding: Finding): void {
  for (const part of [finding.message, finding.why, finding.todo])
    expect(part).toMatch(/^[“`\p{L}\p{N}].*[.?]$/su);
  const [fix] = finding.fixes;
  if (fix) expect(rule.fix, 'the metadata of the rule should tell of its fix').toBeDefined();
  for (const { safe, edits } of finding.fixes) {
    expect(safe).toBe(rule.fix?.safe);
    expect(edits.length).toBeGreaterThan(0);
  }
}

function checkFix(rule: Rule, { source, becomes, unfinished }: FixRow): void {
  const { text } = marked(source);
  const [finding] = judge(rule, source);
  const fix = finding?.fixes[0];
  expect(fix).toBeDefined();
  if (!fix) return;
  const fixed = applied(text, fix);
  expect(fixed).toBe(becomes);
  if (unfinished) return;
  expect(judge(rule, fixed)).toEqual([]);
  expect(organizationOf(fixed).problems).toEqual([]);
  if (fix.safe) expect(factsOf(fixed)).toEqual(factsOf(text));
}

const notFacts: ReadonlySet<string> = new Set(['at', 'nameAt', 'allows']);

/** What the model says, without places and without what it accepts: a safe fix changes none of it. */
function factsOf(text: string): unknown {
  const own = [...organizationOf(text).elements.values()].filter(({ at }) => at.uri === exampleUri);
  return JSON.parse(JSON.stringify(own, (key, value: unknown) => (notFacts.has(key) ? undefined : value)));
}

/** The text of the example after the fix. */
export function applied(text: string, fix: Finding['fixes'][number]): string {
  const edits = textEditsOf(organizationOf(text), fix, (uri) => (uri === exampleUri ? text : undefined));
  expect(edits).toBeDefined();
  const lines = text.split('\n');
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  let result = text;
  for (const { at, text: inserted, choose } of [...(edits ?? [])].reverse()) {
    if (choose) expect(choose[1]).toBeLessThanOrEqual(inserted.length);
    const from = (starts[at.line] ?? 0) + at.column;
    const to = (starts[at.endLine] ?? 0) + at.endColumn;
    result = result.slice(0, from) + inserted + result.slice(to);
  }
  return result;
}
