import type { Fragment, OrgModel } from '@mktorg/model';
import type { Finding } from '@mktorg/rules';
import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client, Settings } from '../settings.ts';
import { rememberedTokens, type Token } from '../text/tokens.ts';
import { byDocument } from './diagnostics.ts';
import type { Organizations } from './organizations.ts';
import type { Sources } from './sources.ts';

/** What a feature can ask. Every answer is of the newest text. */
export interface Project {
  readonly organizations: Organizations;
  readonly sources: Sources;
  readonly settings: Settings;
  readonly client: Client;
  /** ISO date. */
  today(): string;
  /** A document with all that is known of it; undefined where there is no such document. */
  source(uri: string): Source | undefined;
  /** What is wrong in a document. */
  findingsIn(uri: string): readonly Finding[];
}

export interface Source {
  readonly uri: string;
  readonly document: TextDocument;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly fragment: Fragment;
  readonly model: OrgModel;
  /** In bounds, whatever the editor says. */
  offsetAt(position: Position): number;
}

export function createProject(
  organizations: Organizations,
  sources: Sources,
  today: () => string,
  editor: { readonly settings: Settings; readonly client: Client },
): Project {
  const tokens = rememberedTokens();
  const grouped = new WeakMap<readonly Finding[], Map<string, readonly Finding[]>>();
  return {
    organizations,
    sources,
    today,
    get settings() {
      return editor.settings;
    },
    get client() {
      return editor.client;
    },
    source(uri) {
      const document = sources.document(uri);
      const model = organizations.modelOf(uri);
      const fragment = organizations.fragmentOf(uri);
      if (!document || !model || !fragment) return undefined;
      const text = document.getText();
      return {
        uri,
        document,
        text,
        model,
        fragment,
        get tokens() {
          return tokens(text);
        },
        offsetAt: (position) => document.offsetAt(position),
      };
    },
    findingsIn(uri) {
      const model = organizations.modelOf(uri);
      if (!model) return [];
      const { findings } = organizations.checked(model);
      let documents = grouped.get(findings);
      if (!documents) grouped.set(findings, (documents = byDocument(findings)));
      return documents.get(uri) ?? [];
    },
  };
}
