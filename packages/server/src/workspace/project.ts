import type { ElementId, Fragment, OrgModel } from '@mktorg/model';
import type { CheckResult, Finding } from '@mktorg/rules';
import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client, Settings } from '../settings.ts';
import { rememberedTokens, type Token } from '../text/tokens.ts';
import type { Organizations } from './organizations.ts';
import type { Outlook } from './outlook.ts';
import type { Sources } from './sources.ts';

/** What a feature can ask. Every answer is of the newest text. */
export interface Project {
  readonly organizations: Organizations;
  readonly sources: Sources;
  readonly outlook: Outlook;
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
  /** What was wrong with an element when its organization was judged last: that may be a moment ago. */
  knownFindingsOf(model: OrgModel, id: ElementId): readonly Finding[];
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
  outlook: Outlook,
  today: () => string,
  editor: { readonly settings: Settings; readonly client: Client },
): Project {
  const tokens = rememberedTokens();
  const grouped = new WeakMap<CheckResult, ReadonlyMap<ElementId, readonly Finding[]>>();
  const group = (result: CheckResult): ReadonlyMap<ElementId, readonly Finding[]> => {
    let known = grouped.get(result);
    if (!known) {
      known = byElement(result.findings);
      grouped.set(result, known);
    }
    return known;
  };
  return {
    organizations,
    sources,
    outlook,
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
      return (model && organizations.checked(model).byDocument.get(uri)) ?? [];
    },
    findingsOf: (model) => group(organizations.checked(model)),
    knownFindingsOf(model, id) {
      const lists = organizations.judged(model).byDocument.values();
      return [...lists].flatMap((list) => elementsOf(list).get(id) ?? []);
    },
  };
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

const elements = new WeakMap<readonly Finding[], ReadonlyMap<ElementId, readonly Finding[]>>();

/** The findings of a document by element, worked out once for as long as they are the same. */
function elementsOf(list: readonly Finding[]): ReadonlyMap<ElementId, readonly Finding[]> {
  let known = elements.get(list);
  if (!known) {
    known = byElement(list);
    elements.set(list, known);
  }
  return known;
}
