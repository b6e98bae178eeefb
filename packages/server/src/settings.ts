import type { ClientCapabilities } from 'vscode-languageserver';

/** What users set, under `mktorg` in their editor. */
export interface Settings {
  /** `mktorg.codeLens.enabled`: counts over teams and over roles that lead. */
  readonly codeLens: boolean;
  /** `mktorg.inlayHints.reportsTo`: whom a role reports to, behind its name. */
  readonly reportsToHints: boolean;
}

export const defaultSettings: Settings = { codeLens: true, reportsToHints: false };

/** Reads what the editor answers for the section `mktorg`; what is missing or of another type keeps its default. */
export function settingsOf(section: unknown): Settings {
  return {
    codeLens: flag(section, ['codeLens', 'enabled'], defaultSettings.codeLens),
    reportsToHints: flag(section, ['inlayHints', 'reportsTo'], defaultSettings.reportsToHints),
  };
}

function flag(section: unknown, path: readonly string[], otherwise: boolean): boolean {
  let value = section;
  for (const key of path) value = isRecord(value) ? value[key] : undefined;
  return typeof value === 'boolean' ? value : otherwise;
}

/** What the editor can do, as far as answers depend on it. */
export interface Client {
  readonly snippets: boolean;
  /** Shows `LocationLink`s: the name to go to and the whole declaration. */
  readonly definitionLinks: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly configuration: boolean;
  /** Takes snippets in the edits of code actions. */
  readonly snippetEdits: boolean;
  readonly workspaceFolders: boolean;
  readonly watchesFiles: boolean;
  readonly foldingLimit: number;
  readonly lineFoldingOnly: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesTokens: boolean;
  /** Answers `mktorg/files` and `mktorg/read`. */
  readonly files: boolean;
  /** Command that opens the list of suggestions, run after a keyword was inserted. */
  readonly suggestCommand: string | undefined;
  /** Command that shows an element in the chart: called with the root of its organization and its id. */
  readonly revealCommand: string | undefined;
}

export function clientOf(capabilities: ClientCapabilities, options: unknown): Client {
  const { textDocument, workspace } = capabilities;
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    configuration: workspace?.configuration === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? 5000,
    lineFoldingOnly: textDocument?.foldingRange?.lineFoldingOnly === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    files: isRecord(options) && options['files'] === true,
    suggestCommand: textOption(options, 'suggestCommand'),
    revealCommand: textOption(options, 'revealCommand'),
  };
}

function textOption(options: unknown, name: string): string | undefined {
  const value = isRecord(options) ? options[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
