import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type Range,
} from 'vscode-languageserver';
import type { Client } from '../../settings.ts';

/** Something to insert, before it is fitted to the editor. */
export interface Draft {
  readonly label: string;
  readonly kind: keyof typeof kinds;
  readonly detail: string;
  /** Markdown. */
  readonly documentation?: string;
  /** With `$1` and the like; the plain text where absent is the label. */
  readonly snippet: string;
  /** What is typed is held against this; the label where absent. */
  readonly filter?: string;
  /** The list of suggestions opens once more behind it. */
  readonly suggest?: true;
  /** Sorts before the label; single characters, smaller first. */
  readonly rank: string;
  readonly title?: string;
  /** What `completionItem/resolve` needs to say more. */
  readonly data?: unknown;
}

const kinds = {
  statement: CompletionItemKind.Property,
  element: CompletionItemKind.Snippet,
  keyword: CompletionItemKind.Keyword,
  operator: CompletionItemKind.Operator,
  word: CompletionItemKind.EnumMember,
  term: CompletionItemKind.Enum,
  team: CompletionItemKind.Class,
  role: CompletionItemKind.Interface,
  person: CompletionItemKind.Variable,
  platform: CompletionItemKind.Struct,
  process: CompletionItemKind.Function,
  outside: CompletionItemKind.Module,
  name: CompletionItemKind.Reference,
  rule: CompletionItemKind.Constant,
  value: CompletionItemKind.Value,
  text: CompletionItemKind.Text,
} as const;

export function itemOf(draft: Draft, range: Range, client: Client): CompletionItem {
  const { label, snippet } = draft;
  const newText = client.snippets ? snippet : withoutPlaceholders(snippet, label);
  const command = draft.suggest && newText.endsWith(' ') ? client.suggestCommand : undefined;
  return {
    label,
    kind: kinds[draft.kind],
    detail: draft.detail,
    sortText: `${draft.rank}${label}`,
    textEdit: { range, newText },
    insertTextFormat:
      client.snippets && newText.includes('$') ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(draft.filter !== undefined && { filterText: draft.filter }),
    ...(draft.title !== undefined && { labelDetails: { description: draft.title } }),
    ...(draft.documentation && { documentation: { kind: MarkupKind.Markdown, value: draft.documentation } }),
    ...(command !== undefined && { command: { title: 'Suggest', command } }),
    ...(draft.data !== undefined && { data: draft.data }),
  };
}

/** What a plain editor can insert of a snippet: what stands before the first thing to fill in. */
function withoutPlaceholders(snippet: string, label: string): string {
  const plain = snippet.split('$')[0] ?? '';
  const upToQuote = plain.endsWith('"') ? plain.slice(0, -1) : plain;
  return upToQuote.startsWith(label) ? upToQuote : label;
}
