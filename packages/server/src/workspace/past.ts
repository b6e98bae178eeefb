import { parseFragment, standardVocabulary } from '@mktorg/language';
import { createWorkspace, type Fragment, mergeOrganization, type OrgModel } from '@mktorg/model';
import { type Checker, type CheckResult, createChecker } from '@mktorg/rules';
import type { TextBefore } from '../protocol.ts';
import { type Organizations, rulesAtOnce } from './organizations.ts';
import type { Sources } from './sources.ts';

/** Organizations as they were with other texts, beside those of now. */
export interface Past {
  /**
   * The organization with these texts in place of those of now. What was read for the same name before is not read
   * again. One that was not there is empty.
   */
  model(name: string, root: string, texts: readonly TextBefore[]): OrgModel;
  checked(name: string, model: OrgModel, today: string): CheckResult;
}

/** So many are kept, each as large as all organizations of now. */
const most = 3;

interface Era {
  update(texts: readonly TextBefore[]): readonly OrgModel[];
  readonly checkers: Map<string, Checker>;
}

export function createPast(organizations: Organizations, sources: Sources): Past {
  /** The one that was asked for last is the last. */
  const eras = new Map<string, Era>();
  const results = new WeakMap<OrgModel, { readonly today: string; readonly result: CheckResult }>();
  const nothing = new Map<string, OrgModel>();

  function era(name: string): Era {
    const found = eras.get(name) ?? createEra(organizations, sources);
    eras.delete(name);
    eras.set(name, found);
    for (const oldest of eras.keys()) {
      if (eras.size <= most) break;
      eras.delete(oldest);
    }
    return found;
  }

  function empty(root: string): OrgModel {
    const known = nothing.get(root) ?? mergeOrganization(root, [], standardVocabulary());
    nothing.set(root, known);
    return known;
  }

  return {
    model(name, root, texts) {
      const models = era(name).update(texts);
      return models.find((model) => model.root === root) ?? empty(root);
    },
    checked(name, model, today) {
      const known = results.get(model);
      if (known?.today === today) return known.result;
      const { checkers } = era(name);
      const checker = checkers.get(model.root) ?? createChecker();
      checkers.set(model.root, checker);
      const result = checker.check(model, { today, ...rulesAtOnce(model) });
      results.set(model, { today, result });
      return result;
    },
  };
}

function createEra(organizations: Organizations, sources: Sources): Era {
  const workspace = createWorkspace(standardVocabulary());
  const read = new Map<string, { readonly text: string; readonly fragment: Fragment }>();
  let known = new Map<string, Fragment>();

  function fragmentOf(uri: string, text: string): Fragment {
    const before = read.get(uri);
    if (before?.text === text) return before.fragment;
    const fragment = parseFragment(text, uri);
    read.set(uri, { text, fragment });
    return fragment;
  }

  return {
    checkers: new Map(),
    update(texts) {
      const given = new Map(texts.map(({ uri, text }) => [uri, text]));
      const wanted = new Map<string, Fragment>();
      for (const uri of sources.uris()) {
        const fragment = given.has(uri) ? undefined : organizations.fragmentOf(uri);
        if (fragment) wanted.set(uri, fragment);
      }
      for (const [uri, text] of given) if (text !== null) wanted.set(uri, fragmentOf(uri, text));
      const changed = new Map<string, Fragment | undefined>();
      for (const [uri, fragment] of wanted) if (known.get(uri) !== fragment) changed.set(uri, fragment);
      for (const uri of known.keys()) if (!wanted.has(uri)) changed.set(uri, undefined);
      known = wanted;
      if (changed.size > 0) workspace.update(changed);
      return workspace.models();
    },
  };
}
