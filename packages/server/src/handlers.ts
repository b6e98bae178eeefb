import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './features/call-hierarchy.ts';
import { codeActions, fixAllKind } from './features/code-actions.ts';
import { codeLenses } from './features/code-lenses.ts';
import { completion } from './features/completion/completion.ts';
import { resolveCompletion } from './features/completion/resolve.ts';
import { definition, typeDefinition } from './features/definition.ts';
import { documentLinks } from './features/document-links.ts';
import { documentSymbols } from './features/document-symbols.ts';
import { foldingRanges } from './features/folding.ts';
import { formatting, onTypeFormatting, rangeFormatting } from './features/formatting.ts';
import { hover } from './features/hover/hover.ts';
import { inlayHints } from './features/inlay-hints.ts';
import { highlights, references } from './features/references.ts';
import { prepareRename, Refusal, rename } from './features/rename/rename.ts';
import { selectionRanges } from './features/selection-ranges.ts';
import { legend, semanticTokens } from './features/semantic-tokens.ts';
import { prepareTypeHierarchy, subtypes, supertypes } from './features/type-hierarchy.ts';
import { workspaceSymbols } from './features/workspace-symbols.ts';
import type { Project } from './workspace/project.ts';
import type { Spelling } from './workspace/spelling.ts';

export const capabilities: ServerCapabilities = {
  callHierarchyProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
  codeLensProvider: { resolveProvider: false },
  completionProvider: { resolveProvider: true, triggerCharacters: [' ', '.', '/'] },
  definitionProvider: true,
  documentFormattingProvider: true,
  documentHighlightProvider: true,
  documentLinkProvider: { resolveProvider: false },
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
  documentRangeFormattingProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  hoverProvider: true,
  inlayHintProvider: { resolveProvider: false },
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  selectionRangeProvider: true,
  semanticTokensProvider: { legend, full: true, range: true },
  typeDefinitionProvider: true,
  typeHierarchyProvider: true,
  workspaceSymbolProvider: true,
};

/** Turns a question into an answer; what it needs from the texts is there when it is called. */
type Feature<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;
export type Answered = <P, R>(
  otherwise: R,
  feature: Feature<P, R>,
) => (params: P, token: CancellationToken) => Promise<R | ResponseError<void>>;

/**
 * Answers once the documents of the workspace are known. A feature that breaks answers with nothing and says so in the
 * log: the editor goes on.
 */
export function answering(connection: Connection, spelling: Spelling, ready: Promise<void>): Answered {
  return (otherwise, feature) => async (params, token) => {
    await ready;
    if (token.isCancellationRequested) {
      return new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'The answer is no longer wanted.');
    }
    try {
      return spelling.outward(await feature(spelling.inwardAll(params), token));
    } catch (error) {
      if (error instanceof Refusal)
        return new ResponseError<void>(LSPErrorCodes.RequestFailed, error.message);
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return otherwise;
    }
  };
}

/** Answers the requests of the language server protocol. */
export function handleRequests(connection: Connection, project: Project, answer: Answered): void {
  const { languages } = connection;
  connection.onCompletion(
    answer({ isIncomplete: false, items: [] }, ({ textDocument: { uri }, position, context }) =>
      completion(project, uri, position, context?.triggerCharacter),
    ),
  );
  connection.onCompletionResolve((item) => resolveCompletion(project, item));
  connection.onHover(
    answer(
      null,
      async ({ textDocument: { uri }, position }, token) =>
        (await hover(project, uri, position, () => token.isCancellationRequested)) ?? null,
    ),
  );
  connection.onDefinition(
    answer([], ({ textDocument: { uri }, position }) => definition(project, uri, position)),
  );
  connection.onTypeDefinition(
    answer([], ({ textDocument: { uri }, position }) => typeDefinition(project, uri, position)),
  );
  connection.onReferences(
    answer([], ({ textDocument: { uri }, position, context }) =>
      references(project, uri, position, context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    answer([], ({ textDocument: { uri }, position }) => highlights(project, uri, position)),
  );
  connection.onPrepareRename(
    answer(null, ({ textDocument: { uri }, position }) => prepareRename(project, uri, position)),
  );
  connection.onRenameRequest(
    answer(null, ({ textDocument: { uri }, position, newName }) => rename(project, uri, position, newName)),
  );
  connection.onCodeAction(
    answer([], ({ textDocument: { uri }, range, context }) => codeActions(project, uri, range, context.only)),
  );
  connection.onCodeLens(answer([], ({ textDocument: { uri } }) => codeLenses(project, uri)));
  connection.onDocumentSymbol(answer([], ({ textDocument: { uri } }) => documentSymbols(project, uri)));
  connection.onWorkspaceSymbol(answer([], ({ query }) => workspaceSymbols(project, query)));
  connection.onDocumentLinks(answer([], ({ textDocument: { uri } }) => documentLinks(project, uri)));
  connection.onFoldingRanges(answer([], ({ textDocument: { uri } }) => foldingRanges(project, uri)));
  connection.onSelectionRanges(
    answer([], ({ textDocument: { uri }, positions }) => selectionRanges(project, uri, positions)),
  );
  connection.onDocumentFormatting(answer([], ({ textDocument: { uri } }) => formatting(project, uri)));
  connection.onDocumentRangeFormatting(
    answer([], ({ textDocument: { uri }, range }) => rangeFormatting(project, uri, range)),
  );
  connection.onDocumentOnTypeFormatting(
    answer([], ({ textDocument: { uri }, position, ch }) => onTypeFormatting(project, uri, position, ch)),
  );
  languages.semanticTokens.on(
    answer({ data: [] }, ({ textDocument: { uri } }) => semanticTokens(project, uri)),
  );
  languages.semanticTokens.onRange(
    answer({ data: [] }, ({ textDocument: { uri }, range }) => semanticTokens(project, uri, range)),
  );
  languages.inlayHint.on(answer([], ({ textDocument: { uri }, range }) => inlayHints(project, uri, range)));
  languages.typeHierarchy.onPrepare(
    answer([], ({ textDocument: { uri }, position }) => prepareTypeHierarchy(project, uri, position)),
  );
  languages.typeHierarchy.onSupertypes(answer([], ({ item }) => supertypes(project, item)));
  languages.typeHierarchy.onSubtypes(answer([], ({ item }) => subtypes(project, item)));
  languages.callHierarchy.onPrepare(
    answer([], ({ textDocument: { uri }, position }) => prepareCallHierarchy(project, uri, position)),
  );
  languages.callHierarchy.onIncomingCalls(answer([], ({ item }) => incomingCalls(project, item)));
  languages.callHierarchy.onOutgoingCalls(answer([], ({ item }) => outgoingCalls(project, item)));
}
