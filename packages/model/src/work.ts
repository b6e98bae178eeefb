import type { Resolver } from './build.ts';
import { buildElement, buildLine } from './build.ts';
import { childKey, dependencies } from './dependencies.ts';
import type { Element, ElementId, Ref } from './elements.ts';
import type { Declaration, Fact, Problem, RawRef } from './fragment.ts';
import type { Issue } from './issues.ts';
import type { ElementKind } from './kinds.ts';
import type { LineCount } from './line-numbers.ts';
import { LineNumbers } from './line-numbers.ts';
import { pointlessTerm, repeatedStatement, wrongStart } from './misstatements.ts';
import type { Mention } from './model.ts';
import type { NameTable, Resolution } from './names.ts';
import { resolveName } from './names.ts';
import { kindOf, pathOf } from './namesakes.ts';
import { containersOf, lineEnds } from './schema.ts';

/** What the resolution of one document asks of the others. */
export interface Surroundings {
  readonly names: NameTable;
  /** The standard term with this id. */
  readonly standardTerm: (id: ElementId) => Element | undefined;
  readonly personLabel: (id: ElementId) => string;
  /** How many dotted lines with this path stand in earlier documents. */
  readonly linesBefore: (path: string) => number;
}

/** Where something is said: inside which element, by which, and beside what a plan adds. */
export interface Standpoint {
  readonly from: ElementId;
  /** Path of the innermost element around what is said. */
  readonly scope: string;
  readonly names: NameTable;
  /** What the plan adds that this stands in. */
  readonly added: readonly ElementId[];
  /** How people are called whom the plan adds. */
  readonly labels?: ReadonlyMap<ElementId, string>;
}

/** What comes to light while a document is resolved. */
export class Work {
  readonly around: Surroundings;
  readonly issues: Issue[] = [];
  readonly mentions: Mention[] = [];
  readonly dependsOn = new Set<string>();
  readonly #today: LineNumbers;

  constructor(around: Surroundings) {
    this.around = around;
    this.#today = new LineNumbers(around.linesBefore);
  }

  /** Of the dotted lines of today. */
  get lines(): ReadonlyMap<string, LineCount> {
    return this.#today.counts;
  }

  standpoint(from: ElementId, scope: string): Standpoint {
    return { from, scope, names: this.around.names, added: [] };
  }

  resolver(point: Standpoint): Resolver {
    return new PointResolver(this, point);
  }

  /** `undefined` where the name means nothing that can stand there, which is then an issue. */
  resolve(
    ref: RawRef,
    point: Standpoint,
    field: string,
    slot: string,
    kinds: readonly ElementKind[],
  ): Ref | undefined {
    return this.#take(this.#meaning(ref, point, kinds), ref, point, field, slot, kinds);
  }

  /** The element that a header names before the dot. It is the whole path, so that it means the same in any file. */
  inside({ inside, kind }: Declaration, id: ElementId): Ref | undefined {
    if (!inside) return undefined;
    this.dependsOn.add(childKey(inside.name));
    const found = this.resolve(inside, this.standpoint(id, ''), 'inside', 'value', containersOf(kind));
    const path = found && pathOf(found.id);
    if (!found || path === inside.name) return found;
    this.problem({
      rule: 'integrity/unresolved-name',
      message: `A header names the whole path of what it stands in: \`${path}\`, not \`${inside.name}\`.`,
      at: inside.at,
      data: { replacements: [path ?? ''] },
    });
    return undefined;
  }

  /** A dotted line, whose identity follows from its ends; nothing where an end is unknown. */
  line(
    declaration: Declaration,
    source: ElementId | undefined,
    point: Standpoint,
    numbers: LineNumbers = this.#today,
  ): Element | undefined {
    const { line } = declaration;
    if (!line) return undefined;
    if (!line.from && source !== undefined && !canStart(source)) {
      this.problem(wrongStart(declaration, source));
    }
    const start = line.from && this.#meaning(line.from, point, lineEnds);
    const end = this.#meaning(line.to, point, lineEnds);
    const startId = start ? idOf(start) : source;
    const endId = idOf(end);
    const path = startId !== undefined && endId !== undefined ? numbers.path(startId, endId) : undefined;
    const id = path === undefined ? '' : `dotted-line:${path}`;
    const own = { ...point, from: id === '' ? point.from : id };
    const from =
      start && line.from
        ? this.#take(start, line.from, own, 'from', 'value', lineEnds)
        : source !== undefined
          ? { id: source, at: declaration.nameAt }
          : undefined;
    const to = this.#take(end, line.to, own, 'to', 'value', lineEnds);
    if (!from || !to || path === undefined || !lineEnds.some((kind) => kind === kindOf(from.id))) {
      this.discard(declaration, point);
      return undefined;
    }
    return buildLine(declaration, { id, path, parent: source }, { from, to }, this.resolver(own));
  }

  /** What has no identity is no element, but what it says is checked all the same. */
  discard(declaration: Declaration, point: Standpoint): void {
    buildElement(declaration, { id: '', path: '', parent: undefined }, this.resolver(point), false);
  }

  problem(problem: Problem): void {
    this.issues.push({ type: 'problem', problem });
  }

  #meaning(ref: RawRef, point: Standpoint, kinds: readonly ElementKind[]): Resolution {
    // Declared names are composed; a mention may have been typed on another keyboard.
    const name = ref.name.normalize('NFC');
    const resolution = resolveName(point.names, name, point.scope, kinds);
    for (const key of dependencies(name, point.scope, resolution)) this.dependsOn.add(key);
    return resolution;
  }

  #take(
    resolution: Resolution,
    ref: RawRef,
    point: Standpoint,
    field: string,
    slot: string,
    kinds: readonly ElementKind[],
  ): Ref | undefined {
    const { name, at } = ref;
    if (resolution.type === 'found') {
      this.mentions.push({ from: point.from, to: resolution.id, field, slot, name, at });
      return { id: resolution.id, at };
    }
    this.issues.push({ ...resolution, name, field, scope: point.scope, kinds, added: point.added, at });
    return undefined;
  }
}

const forms: readonly ElementKind[] = ['form'];

/** There is one to every element, so it is an object with methods and not one of closures. */
class PointResolver implements Resolver {
  readonly #work: Work;
  readonly #point: Standpoint;

  constructor(work: Work, point: Standpoint) {
    this.#work = work;
    this.#point = point;
  }

  resolve(ref: RawRef, field: string, slot: string, kinds: readonly ElementKind[]): Ref | undefined {
    return this.#work.resolve(ref, this.#point, field, slot, kinds);
  }

  form(ref: RawRef, kind: ElementKind): Ref | undefined {
    const form = this.resolve(ref, 'form', 'value', forms);
    if (form) this.#work.issues.push({ type: 'form', id: form.id, kind, name: ref.name, at: ref.at });
    return form;
  }

  pointless(ref: RawRef): void {
    this.#work.problem(pointlessTerm(ref));
  }

  personLabel(id: ElementId): string {
    return this.#point.labels?.get(id) ?? this.#work.around.personLabel(id);
  }

  repeated(fact: Fact, first: Fact): void {
    this.#work.problem(repeatedStatement(fact, first));
  }
}

/** Whether a dotted line may start at the element around it. */
function canStart(source: ElementId): boolean {
  return lineEnds.some((kind) => kind === kindOf(source));
}

function idOf(resolution: Resolution): ElementId | undefined {
  return resolution.type === 'found' ? resolution.id : undefined;
}
