import { type VocabularyAnswer, vocabularyRequest } from '@mktorg/server/protocol';
import { type Disposable, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { vocabularyScheme } from './client.ts';

/** Opens the documents of the standard vocabulary, read-only, so that "go to definition" leads into them. */
export function registerVocabulary(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(vocabularyScheme, {
    provideTextDocumentContent: async (uri) =>
      (await client.sendRequest<VocabularyAnswer>(vocabularyRequest, { uri: uri.toString(true) })) ?? '',
  });
}
