import { readFileSync } from 'node:fs';
import { standardVocabulary } from '@mktorg/language';
import { createWorkspace, type Fragment, type OrgModel } from '@mktorg/model';
import { type Checker, createChecker, type Finding } from '@mktorg/rules';
import { decode } from '../files/decode.ts';
import { uriOf } from '../files/paths.ts';
import { fragmentOf } from '../organizations.ts';

/** An organization as it can be drawn now. */
export interface Drawable {
  /** The newest state that has no broken text, or all that could be read of it. */
  readonly model: OrgModel;
  readonly findings: readonly Finding[];
  /** Why the model is not that of the files as they stand. */
  readonly stale?: string;
}

/** Organizations that follow their files. */
export interface LiveOrganizations {
  /** Takes in files that are new, changed or gone, and says whether anything changed. */
  read(files: readonly string[]): boolean;
  /** By root. */
  models(): readonly OrgModel[];
  drawable(root: string, today: string): Drawable | undefined;
}

export function liveOrganizations(show: (uri: string) => string): LiveOrganizations {
  const workspace = createWorkspace(standardVocabulary());
  const texts = new Map<string, string>();
  const checkers = new Map<string, Checker>();
  /** The newest state of each organization without broken text. */
  const good = new Map<string, Drawable>();

  /** What was found in a model stays as long as the model and the day do. */
  const known = new WeakMap<OrgModel, { readonly today: string; readonly drawable: Drawable }>();

  function judged(model: OrgModel, today: string): Drawable {
    const before = known.get(model);
    if (before?.today === today) return before.drawable;
    const checker = checkers.get(model.root) ?? createChecker();
    checkers.set(model.root, checker);
    const { findings, failed } = checker.check(model, { today });
    if (failed[0]) throw new Error(`The rule ${failed[0].rule} failed.`, { cause: failed[0].error });
    const drawable = { model, findings };
    known.set(model, { today, drawable });
    return drawable;
  }

  return {
    read(files) {
      const changed = new Map<string, Fragment | undefined>();
      for (const file of files) {
        const uri = uriOf(file);
        const bytes = bytesOf(file);
        const decoded = bytes && decode(bytes);
        if (decoded?.text === texts.get(uri) && decoded?.trouble === undefined) continue;
        if (decoded) texts.set(uri, decoded.text);
        else texts.delete(uri);
        changed.set(uri, decoded && fragmentOf(decoded, uri));
      }
      if (changed.size === 0) return false;
      for (const root of workspace.update(changed).gone) {
        checkers.delete(root);
        good.delete(root);
      }
      return true;
    },
    models: () => workspace.models(),
    drawable(root, today) {
      const model = workspace.models().find((each) => each.root === root);
      if (!model) return undefined;
      const broken = model.problems.find(({ rule }) => rule === 'integrity/syntax');
      if (!broken) {
        const now = judged(model, today);
        good.set(root, now);
        return now;
      }
      const where = `${show(broken.at.uri)}:${broken.at.line + 1}`;
      const before = good.get(root);
      if (before) return { ...before, stale: `As it was before ${where} broke: ${broken.message}` };
      return {
        ...judged(model, today),
        stale: `Only what can be read, because ${where} is broken: ${broken.message}`,
      };
    },
  };
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
