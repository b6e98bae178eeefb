import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { completion } from './features/completion/completion.ts';
import { documentLinks } from './features/document-links.ts';
import { foldingRanges } from './features/folding.ts';
import { formatting, onTypeFormatting, rangeFormatting } from './features/formatting.ts';
import { selectionRanges } from './features/selection-ranges.ts';
import { legend, semanticTokens } from './features/semantic-tokens.ts';
import type { Project } from './workspace/project.ts';

export const capabilities: ServerCapabilities = {
  completionProvider: { resolveProvider: true, triggerCharacters: [' ', '.', '/'] },
  documentLinkProvider: { resolveProvider: false },
  foldingRangeProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
  selectionRangeProvider: true,
  semanticTokensProvider: { legend, full: true, range: true },
};

/** Answers every request of the protocol once the documents of the workspace are known. */
export function handleRequests(connection: Connection, project: Project, ready: Promise<void>): void {
  connection.onCompletion(
    answer({ isIncomplete: false, items: [] }, ({ textDocument, position, context }) =>
      completion(project, textDocument.uri, position, context?.triggerCharacter),
    ),
  );
  connection.onDocumentLinks(answer([], ({ textDocument }) => documentLinks(project, textDocument.uri)));
  connection.onFoldingRanges(answer([], ({ textDocument }) => foldingRanges(project, textDocument.uri)));
  connection.onDocumentFormatting(answer([], ({ textDocument }) => formatting(project, textDocument.uri)));
  connection.onDocumentRangeFormatting(
    answer([], ({ textDocument, range }) => rangeFormatting(project, textDocument.uri, range)),
  );
  connection.onDocumentOnTypeFormatting(
    answer([], ({ textDocument, position, ch }) => onTypeFormatting(project, textDocument.uri, position, ch)),
  );
  connection.onSelectionRanges(
    answer([], ({ textDocument, positions }) => selectionRanges(project, textDocument.uri, positions)),
  );
  connection.languages.semanticTokens.on(
    answer({ data: [] }, ({ textDocument }) => semanticTokens(project, textDocument.uri)),
  );
  connection.languages.semanticTokens.onRange(
    answer({ data: [] }, ({ textDocument, range }) => semanticTokens(project, textDocument.uri, range)),
  );

  /** A feature that breaks answers with nothing and says so in the log: the editor goes on. */
  function answer<P, R>(
    otherwise: R,
    feature: (params: P) => R,
  ): (params: P, token: CancellationToken) => Promise<R | ResponseError<void>> {
    return async (params, token) => {
      await ready;
      if (token.isCancellationRequested) {
        return new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'The answer is no longer wanted.');
      }
      try {
        return feature(params);
      } catch (error) {
        connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return otherwise;
      }
    };
  }
}
