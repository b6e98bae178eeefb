import type { OrgModel } from '@mktorg/model';
import {
  type Edit,
  type Finding,
  type Fix,
  type TextEdit as FixEdit,
  stateFrom,
  textEditsOf,
} from '@mktorg/rules';
import {
  type CodeAction,
  CodeActionKind,
  type Range,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { rangeOf, touch } from '../text/place.ts';
import { diagnosticOf } from '../workspace/diagnostics.ts';
import type { Project } from '../workspace/project.ts';

/** All safe fixes of a document at once. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.mktorg`;

/** What can be done about the findings in a range: their fixes, and to accept them with a reason. */
export function codeActions(
  project: Project,
  uri: string,
  range: Range,
  only: readonly string[] | undefined,
): CodeAction[] {
  const model = project.organizations.modelOf(uri);
  if (!model) return [];
  const wants = (kind: string): boolean =>
    !only || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const findings = project.findingsIn(uri);
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    // What is known of an older text would be mended in the wrong place.
    const later = project.outlook.of(model)?.byDocument.get(uri) ?? [];
    for (const finding of [...findings, ...later]) {
      if (touch(rangeOf(finding.at), range)) actions.push(...quickFixes(project, model, finding));
    }
  }
  if (wants(fixAllKind)) actions.push(...fixAll(project, model, uri, findings));
  return actions;
}

function quickFixes(project: Project, model: OrgModel, finding: Finding): CodeAction[] {
  const allow = allowing(model, finding);
  const fixes = [...finding.fixes, ...(allow ? [allow] : [])];
  return fixes.flatMap((fix): CodeAction[] => {
    const edits = textEditsOf(model, fix, textOf(project));
    if (!edits) return [];
    return [
      {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding)],
        edit: workspaceEdit(project, edits),
        ...(fix.safe && { isPreferred: true }),
      },
    ];
  });
}

function textOf(project: Project): (uri: string) => string | undefined {
  return (uri) => project.sources.document(uri)?.getText();
}

/** To accept a finding for a reason, where its rule may be allowed: what a phase brings, from that phase on. */
function allowing(model: OrgModel, { rule, element, phase }: Finding): Fix | undefined {
  if (element === undefined || rule.startsWith('integrity/') || rule.startsWith('settings/'))
    return undefined;
  const statement = `allow ${rule} because "reason"`;
  const edit: Edit = phase
    ? stateFrom(model, phase.id, element, statement, 'reason')
    : { kind: 'add-statement', element, statement, choose: 'reason' };
  const where = phase ? `from “${phase.name}” on` : 'here';
  return { title: `Allow ${rule} ${where}, with a reason`, safe: false, edits: [edit] };
}

/** The safe fixes that stay within the document. Of those that would change the same text, the first. */
function fixAll(project: Project, model: OrgModel, uri: string, findings: readonly Finding[]): CodeAction[] {
  const taken: FixEdit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ safe }) => safe);
    const edits = fix && textEditsOf(model, fix, textOf(project));
    if (!edits?.every(({ at }) => at.uri === uri)) continue;
    if (edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    taken.push(...edits);
  }
  if (taken.length === 0) return [];
  const title = `Fix everything that has one sure fix (${taken.length})`;
  return [{ title, kind: fixAllKind, edit: workspaceEdit(project, taken) }];
}

function overlap(a: FixEdit, b: FixEdit): boolean {
  if (!touch(rangeOf(a.at), rangeOf(b.at))) return false;
  const same = JSON.stringify(a) === JSON.stringify(b);
  return same || !(isInsertion(a) && isInsertion(b));
}

function isInsertion({ at }: FixEdit): boolean {
  return at.line === at.endLine && at.column === at.endColumn;
}

/** Where the editor can select what is to be replaced, it does. */
function workspaceEdit(project: Project, edits: readonly FixEdit[]): WorkspaceEdit {
  const documents = Map.groupBy(edits, ({ at }) => at.uri);
  if (!project.client.snippetEdits || !edits.some(({ choose }) => choose)) {
    const changes: { [uri: string]: TextEdit[] } = {};
    for (const [uri, list] of documents)
      changes[uri] = list.map(({ at, text }) => ({ range: rangeOf(at), newText: text }));
    return { changes };
  }
  const documentChanges = [...documents].map(
    ([uri, list]): TextDocumentEdit => ({
      textDocument: {
        uri,
        version: project.sources.isOpen(uri) ? (project.sources.document(uri)?.version ?? null) : null,
      },
      edits: list.map(snippetEdit),
    }),
  );
  return { documentChanges };
}

function snippetEdit({ at, text, choose }: FixEdit): TextEdit | SnippetTextEdit {
  if (!choose) return { range: rangeOf(at), newText: text };
  const [from, to] = choose;
  const chosen = text.slice(from, to).replace(/[\\$}]/g, '\\$&');
  const value = `${literal(text.slice(0, from))}\${1:${chosen}}${literal(text.slice(to))}`;
  return { range: rangeOf(at), snippet: { kind: 'snippet', value } };
}

function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
