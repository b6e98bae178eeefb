import type { ElementId, Fragment, OrgModel } from '@mktorg/model';
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
  /** What is wrong with which element. */
  findingsOf(model: OrgModel): ReadonlyMap<ElementId, readonly Finding[]>;
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
  const grouped = new WeakMap<OrgModel, Grouped>();
  const group = (model: OrgModel): Grouped => {
    const { findings } = organizations.checked(model);
    let known = grouped.get(model);
    if (known?.findings !== findings) {
      known = { findings, documents: byDocument(findings), elements: byElement(findings) };
      grouped.set(model, known);
    }
    return known;
  };
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
      return (model && group(model).documents.get(uri)) ?? [];
    },
    findingsOf: (model) => group(model).elements,
  };
}

interface Grouped {
  readonly findings: readonly Finding[];
  readonly documents: ReadonlyMap<string, readonly Finding[]>;
  readonly elements: ReadonlyMap<ElementId, readonly Finding[]>;
}

function byElement(findings: readonly Finding[]): ReadonlyMap<ElementId, readonly Finding[]> {
  const elements = new Map<ElementId, Finding[]>();
  for (const finding of findings) {
    if (finding.element === undefined) continue;
    const list = elements.get(finding.element);
    if (list) list.push(finding);
    else elements.set(finding.element, [finding]);
  }
  return elements;
}
