import { Claims } from './claims.ts';
import { dependents } from './dependencies.ts';
import type { ElementId } from './elements.ts';
import { label } from './elements.ts';
import type { Fragment } from './fragment.ts';
import { LayeredMap } from './layered-map.ts';
import { numbered } from './line-numbers.ts';
import type { OrgModel } from './model.ts';
import { lastOf, NameTable } from './names.ts';
import { kindOf, pathOf } from './namesakes.ts';
import type { Outline } from './outline.ts';
import { organizationClaim, outlineOf } from './outline.ts';
import type { Part } from './part.ts';
import { resolvePart } from './part.ts';
import { snapshot } from './snapshot.ts';
import type { Standard } from './standard.ts';
import type { Surroundings } from './work.ts';

/**
 * One organization as it is put together from its documents. An update resolves anew only the documents that changed
 * and those that mention a name that came or went, and equals an assembly made from scratch of the same documents.
 *
 * What an edit of one file costs: its own size, the mentions of the names that changed, and O(number of documents) for
 * the lists of documents; the lists of elements by kind are put together when they are first asked for.
 */
export class Assembly {
  readonly #root: string;
  readonly #standard: Standard;
  readonly #lineage = {};
  readonly #outlines = new Map<string, Outline>();
  readonly #parts = new Map<string, Part>();
  /** The parts as the latest model has them. */
  #published = LayeredMap.empty<Part>();
  /** Ids (and that there is one organization) by the documents that declare them. */
  readonly #claims = new Claims();
  /** Paths of dotted lines by the documents where they stand. */
  readonly #lines = new Claims();
  #names: NameTable;
  /** Ids to the documents whose declaration of them counts. */
  #homes = LayeredMap.empty<string>();
  /** Names to the documents that depend on them. */
  #dependents = LayeredMap.empty<readonly string[]>();
  /** Sorted. */
  #documents: readonly string[] = [];

  constructor(root: string, standard: Standard) {
    this.#root = root;
    this.#standard = standard;
    this.#names = NameTable.over(standard.names);
  }

  get isEmpty(): boolean {
    return this.#outlines.size === 0;
  }

  /** The model with these documents changed; `undefined` takes a document away. */
  update(changes: ReadonlyMap<string, Fragment | undefined>): OrgModel {
    const touched = this.#declare(changes);
    const stale = new Set<string>();
    for (const uri of changes.keys()) if (this.#outlines.has(uri)) stale.add(uri);
    // At the beginning there is nothing that could depend on anything.
    for (const id of this.#documents.length > 0 ? touched.keys() : []) {
      for (const uri of dependents(this.#dependents, pathOf(id))) if (this.#outlines.has(uri)) stale.add(uri);
    }
    const former = new Map<string, Part | undefined>();
    for (const uri of changes.keys()) {
      if (this.#outlines.has(uri)) continue;
      former.set(uri, this.#parts.get(uri));
      this.#parts.delete(uri);
    }
    for (const uri of stale) this.#resolve(uri, former);
    for (const uri of this.#misnumbered(former)) this.#resolve(uri, former);
    this.#publish(former, touched);
    if ([...former].some(([uri, before]) => !before || !this.#parts.has(uri))) {
      this.#documents = [...this.#parts.keys()].sort();
    }
    return snapshot({
      root: this.#root,
      lineage: this.#lineage,
      standard: this.#standard,
      documents: this.#documents,
      parts: this.#published,
      claims: this.#claims,
      names: this.#names,
      homes: this.#homes,
      dependents: this.#dependents,
    });
  }

  /**
   * Takes the declarations in, and gives back the ids that came, went, or are called differently, with the documents
   * whose declarations of them now count.
   */
  #declare(changes: ReadonlyMap<string, Fragment | undefined>): ReadonlyMap<ElementId, string | undefined> {
    const touched = new Set<ElementId>();
    for (const [uri, fragment] of changes) {
      const before = this.#outlines.get(uri);
      const after = fragment && outlineOf(fragment);
      if (after) this.#outlines.set(uri, after);
      else this.#outlines.delete(uri);
      for (const [claim, index] of before ? before.firsts : []) {
        const now = after?.firsts.get(claim);
        if (now === undefined) this.#claims.remove(claim, uri);
        if (now === undefined || !before || !after || !isCalledTheSame(before, index, after, now)) {
          touched.add(before?.ids[index] ?? '');
        }
      }
      if (!after) continue;
      for (const [claim, index] of after.firsts) {
        const was = before?.firsts.get(claim);
        if (was === undefined) this.#claims.add(claim, uri);
        if (was === undefined || !before || !isCalledTheSame(before, was, after, index)) {
          touched.add(after.ids[index] ?? '');
        }
      }
    }
    // Which of several organizations counts may have changed with any of them.
    if ([...touched].some((id) => isOrganization(id))) {
      for (const uri of this.#claims.of(organizationClaim)) touched.add(this.#organizationIn(uri) ?? '');
    }
    touched.delete('');
    const homes = new Map<ElementId, string | undefined>();
    const come: ElementId[] = [];
    const gone: ElementId[] = [];
    for (const id of touched) {
      const home = this.#winner(id);
      homes.set(id, home);
      (home === undefined ? gone : come).push(id);
    }
    this.#names = this.#names.with(come, gone);
    return homes;
  }

  /** The document whose declaration of this id counts. */
  #winner(id: ElementId): string | undefined {
    if (!isOrganization(id)) return this.#claims.winner(id);
    const uri = this.#claims.winner(organizationClaim);
    return uri !== undefined && this.#organizationIn(uri) === id ? uri : undefined;
  }

  #organizationIn(uri: string): ElementId | undefined {
    const outline = this.#outlines.get(uri);
    return outline?.ids[outline.firsts.get(organizationClaim) ?? -1];
  }

  #resolve(uri: string, former: Map<string, Part | undefined>): void {
    const outline = this.#outlines.get(uri);
    if (!outline) return;
    const before = this.#parts.get(uri);
    const part = resolvePart(outline, this.#surroundings(uri), before);
    if (!former.has(uri)) former.set(uri, before);
    this.#parts.set(uri, part);
  }

  #surroundings(uri: string): Surroundings {
    return {
      names: this.#names,
      standardTerm: (id) => this.#standard.elements.get(id),
      personLabel: (id) => this.#labelOf(id),
      linesBefore: (path) => this.#linesBefore(path, uri),
    };
  }

  #labelOf(id: ElementId): string {
    const outline = this.#outlines.get(this.#claims.winner(id) ?? '');
    const declaration = outline?.fragment.declarations[outline.firsts.get(id) ?? -1];
    return declaration ? label(declaration) : lastOf(pathOf(id));
  }

  #linesBefore(path: string, uri: string): number {
    let count = 0;
    for (const other of this.#lines.of(path)) {
      if (other < uri) count += this.#parts.get(other)?.lines.get(path)?.here ?? 0;
    }
    return count;
  }

  /** Documents with a dotted line whose number no longer counts those alike in the documents before. */
  #misnumbered(former: ReadonlyMap<string, Part | undefined>): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const [uri, before] of former) {
      const after = this.#parts.get(uri);
      for (const path of before?.lines.keys() ?? []) {
        changed.add(path);
        if (!after?.lines.has(path)) this.#lines.remove(path, uri);
      }
      for (const path of after?.lines.keys() ?? []) {
        changed.add(path);
        this.#lines.add(path, uri);
      }
    }
    const misnumbered = new Set<string>();
    for (const path of changed) {
      let before = 0;
      for (const uri of this.#lines.of(path)) {
        const count = this.#parts.get(uri)?.lines.get(path);
        if (count && count.before !== before) misnumbered.add(uri);
        before += count?.here ?? 0;
      }
    }
    return misnumbered;
  }

  /** Brings the tables of documents, elements and dependencies up to the parts that were replaced. */
  #publish(
    former: ReadonlyMap<string, Part | undefined>,
    touched: ReadonlyMap<ElementId, string | undefined>,
  ): void {
    const homes = new Map(touched);
    const edits = new Map<string, string[]>();
    const edit = (name: string): string[] => {
      let uris = edits.get(name);
      if (!uris) {
        uris = [...(this.#dependents.get(name) ?? [])];
        edits.set(name, uris);
      }
      return uris;
    };
    for (const [uri, before] of former) {
      const after = this.#parts.get(uri);
      for (const id of before ? lineIds(before) : [])
        if (this.#homes.get(id) === uri) homes.set(id, undefined);
      for (const name of before?.dependsOn ?? []) {
        if (!after?.dependsOn.has(name)) remove(edit(name), uri);
      }
      for (const name of after?.dependsOn ?? []) {
        if (!before?.dependsOn.has(name)) edit(name).push(uri);
      }
    }
    for (const uri of former.keys()) {
      const after = this.#parts.get(uri);
      for (const id of after ? lineIds(after) : []) {
        if (this.#homes.get(id) === uri) homes.delete(id);
        else homes.set(id, uri);
      }
    }
    this.#published = this.#published.with(
      new Map([...former.keys()].map((uri) => [uri, this.#parts.get(uri)])),
    );
    this.#homes = this.#homes.with(homes);
    this.#dependents = this.#dependents.with(
      new Map([...edits].map(([name, uris]) => [name, uris.length > 0 ? uris.sort() : undefined])),
    );
  }
}

function remove(list: string[], value: string): void {
  const index = list.indexOf(value);
  if (index >= 0) list.splice(index, 1);
}

function lineIds(part: Part): readonly ElementId[] {
  return [...part.lines].flatMap(([path, { before, here }]) =>
    Array.from({ length: here }, (_, index) => `dotted-line:${numbered(path, before + index + 1)}`),
  );
}

function isOrganization(id: ElementId): boolean {
  return id.startsWith(organizationClaim);
}

/** Nothing else of a declaration shows in other documents: its id, and of a person the name that seats show. */
function isCalledTheSame(before: Outline, was: number, after: Outline, is: number): boolean {
  const id = after.ids[is] ?? '';
  if (before.ids[was] !== id) return false;
  return kindOf(id) !== 'person' || labelAt(before, was) === labelAt(after, is);
}

function labelAt(outline: Outline, index: number): string | undefined {
  const declaration = outline.fragment.declarations[index];
  return declaration && label(declaration);
}
