import { standardVocabulary } from '@mktorg/language';
import { createWorkspace, type Fragment, type OrgModel } from '@mktorg/model';
import { decode } from '../files/decode.ts';
import { uriOf } from '../files/paths.ts';
import type { TreeScope } from '../files/tree.ts';
import { fragmentOf, type Loaded } from '../organizations.ts';
import { prepareWidths } from '../terminal/fit.ts';

/** Reads one state of the same files after the other. What a file says in the same words again is read once. */
export interface Loader {
  /** All organizations of the files, of which `asked` says what the call is about. */
  load(scope: TreeScope): Promise<Loaded>;
}

export function createLoader(): Loader {
  const workspace = createWorkspace(standardVocabulary());
  const texts = new Map<string, string>();
  /** The last content by uri: the very same bytes need not even be decoded. */
  const known = new Map<string, Uint8Array>();

  return {
    async load({ asked, contents }) {
      const changed = new Map<string, Fragment | undefined>();
      const present = new Set<string>();
      for (const [file, content] of contents) {
        const uri = uriOf(file);
        present.add(uri);
        if (known.get(uri) === content) continue;
        known.set(uri, content);
        const decoded = decode(content);
        if (texts.get(uri) === decoded.text && !decoded.trouble) continue;
        texts.set(uri, decoded.text);
        changed.set(uri, fragmentOf(decoded, uri));
        await prepareWidths(decoded.text);
      }
      for (const uri of [...texts.keys()]) {
        if (present.has(uri)) continue;
        texts.delete(uri);
        known.delete(uri);
        changed.set(uri, undefined);
      }
      workspace.update(changed);
      return {
        models: workspace.models(),
        texts: new Map(texts),
        asked: new Set([...asked].map(uriOf)),
      };
    },
  };
}

/** The organizations that a call is about. */
export function askedOf({ models, asked }: Loaded): readonly OrgModel[] {
  return models.filter((model) => model.documents.some((uri) => asked.has(uri)));
}
