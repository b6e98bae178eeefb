import fc from 'fast-check';

/** One element of a random organization; what it says names others by their number. */
interface Node {
  readonly number: number;
  readonly kind: 'team' | 'role' | 'platform' | 'process' | 'step' | 'committee';
  name: string;
  former?: string;
  title?: string;
  sourceId?: string;
  parent?: Node;
  /** Statements with `#7` for the path of the seventh. */
  readonly statements: Set<string>;
}

export interface Sketch {
  readonly nodes: Node[];
  lines: { from: Node; to: Node; purpose: string }[];
}

const names = ['brand', 'growth', 'desk', 'ops', 'web', 'lead', 'analyst', 'editor', 'crm', 'mail'];

/** Steers a sketch: every choice it makes comes from here, so that fast-check can shrink it. */
class Dice {
  readonly #numbers: readonly number[];
  #next = 0;
  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }
  below(end: number): number {
    const number = this.#numbers[this.#next++ % Math.max(1, this.#numbers.length)] ?? 0;
    return end <= 0 ? 0 : number % end;
  }
  of<T>(values: readonly T[]): T | undefined {
    return values[this.below(values.length)];
  }
}

const inside: { readonly [kind in Node['kind']]: readonly Node['kind'][] } = {
  team: ['team', 'role', 'role'],
  process: ['step'],
  role: [],
  platform: [],
  step: [],
  committee: [],
};

/** A name that a path can mean one element by. */
function freeName(sketch: Sketch, parent: Node | undefined, wanted: string): string {
  const taken = new Set(sketch.nodes.filter((node) => node.parent === parent).map(({ name }) => name));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
  return name;
}

function add(sketch: Sketch, dice: Dice): void {
  const containers = sketch.nodes.filter(({ kind }) => inside[kind].length > 0);
  const parent = dice.below(3) === 0 ? undefined : dice.of(containers);
  const kind = dice.of(
    parent ? inside[parent.kind] : (['team', 'role', 'platform', 'process', 'committee'] as const),
  );
  if (!kind) return;
  const node: Node = {
    number: sketch.nodes.length === 0 ? 0 : Math.max(...sketch.nodes.map(({ number }) => number)) + 1,
    kind,
    name: freeName(sketch, parent, dice.of(names) ?? 'x'),
    ...(parent && { parent }),
    statements: new Set(),
  };
  if (dice.below(2) === 0) node.title = `${dice.of(['Head of', 'The', 'Our'])} ${node.name}`;
  if (dice.below(3) === 0) node.sourceId = `S${node.number}`;
  // What stands in it follows what stands there, so a new step is the last, unless it is put elsewhere.
  sketch.nodes.splice(dice.below(sketch.nodes.length + 1), 0, node);
  if (parent && sketch.nodes.indexOf(node) < sketch.nodes.indexOf(parent)) {
    sketch.nodes.splice(sketch.nodes.indexOf(node), 1);
    sketch.nodes.push(node);
  }
}

function state(sketch: Sketch, dice: Dice): void {
  const node = dice.of(sketch.nodes);
  const other = dice.of(sketch.nodes);
  if (!node || !other) return;
  const owner = other.kind === 'team' || other.kind === 'role';
  const statement = {
    team: () =>
      dice.of([
        'responsible for pricing, swag',
        'responsible for content-production to produce, deliver',
        'note "Agreed"',
        'budget 1M EUR per year',
        ...(other.kind === 'role' ? [`lead #${other.number}`] : []),
        ...(owner && other !== node ? [`serves #${other.number}`] : []),
      ]),
    role: () =>
      dice.of([
        `seats ${2 + dice.below(3)}`,
        'held by "Ana", "Bo"',
        'held by "Chen"',
        'level director',
        'fte 0.5',
        ...(other.kind === 'role' ? [`reports to #${other.number}`] : []),
      ]),
    platform: () =>
      dice.of([
        `status ${dice.of(['live', 'retiring'])}`,
        ...(owner ? [`owner #${other.number}`, `used by #${other.number} for "mail"`] : []),
        ...(other.kind === 'platform' && other !== node ? [`integrates #${other.number}`] : []),
      ]),
    process: () => (owner ? `owner #${other.number}` : 'under gdpr'),
    step: () => 'note "Careful"',
    committee: () => (owner ? `members #${other.number} at 20%` : 'meets monthly'),
  }[node.kind]();
  if (statement === undefined) return;
  const [keyword = ''] = statement.split(' ');
  const single = ['lead', 'owner', 'seats', 'level', 'fte', 'status', 'budget', 'reports', 'meets'];
  if (single.includes(keyword)) {
    for (const said of node.statements) if (said.startsWith(`${keyword} `)) node.statements.delete(said);
  }
  if (!node.statements.delete(statement)) node.statements.add(statement);
}

function line(sketch: Sketch, dice: Dice): void {
  const ends = sketch.nodes.filter(({ kind }) => kind === 'team' || kind === 'role');
  const from = dice.of(ends);
  const to = dice.of(ends);
  if (from && to && from !== to) sketch.lines.push({ from, to, purpose: dice.of(['mail', 'web']) ?? '' });
}

function remove(sketch: Sketch, dice: Dice): void {
  const node = dice.of(sketch.nodes);
  if (!node) return;
  const gone = new Set([node]);
  for (const each of sketch.nodes.toSorted((a, b) => depth(a) - depth(b))) {
    if (each.parent && gone.has(each.parent)) gone.add(each);
  }
  for (const each of gone) sketch.nodes.splice(sketch.nodes.indexOf(each), 1);
  const numbers = [...gone].map(({ number }) => number);
  for (const each of sketch.nodes) {
    for (const statement of each.statements) {
      if (numbers.some((number) => new RegExp(`#${number}\\b`).test(statement)))
        each.statements.delete(statement);
    }
  }
  sketch.lines = sketch.lines.filter(({ from, to }) => !gone.has(from) && !gone.has(to));
}

function depth(node: Node): number {
  return node.parent ? depth(node.parent) + 1 : 0;
}

function rename(sketch: Sketch, dice: Dice): void {
  const node = dice.of(sketch.nodes);
  if (!node) return;
  const former = node.name;
  node.name = freeName(sketch, node.parent, dice.of(names) ?? 'y');
  if (dice.below(2) === 0) node.former = former;
}

function move(sketch: Sketch, dice: Dice): void {
  const node = dice.of(
    sketch.nodes.filter(({ kind }) => kind === 'team' || kind === 'role' || kind === 'step'),
  );
  if (!node) return;
  const homes = sketch.nodes.filter(({ kind }) => inside[kind].includes(node.kind));
  const home = node.kind !== 'step' && dice.below(3) === 0 ? undefined : dice.of(homes);
  for (let around = home; around; around = around.parent) if (around === node) return;
  if (home === node.parent) return;
  node.name = freeName(sketch, home, node.name);
  if (home) node.parent = home;
  else delete node.parent;
}

function shuffle(sketch: Sketch, dice: Dice): void {
  const [node] = sketch.nodes.splice(dice.below(sketch.nodes.length), 1);
  if (node) sketch.nodes.splice(dice.below(sketch.nodes.length + 1), 0, node);
}

function retitle(sketch: Sketch, dice: Dice): void {
  const node = dice.of(sketch.nodes);
  if (node) node.title = dice.of(['New', 'Chief', 'Deputy']) ?? '';
}

function pathOfNode(node: Node): string {
  return node.parent ? `${pathOfNode(node.parent)}.${node.name}` : node.name;
}

/** Which of the files holds an element at the top makes no difference. */
export function textsOf(sketch: Sketch, files = 1): { readonly [file: string]: string } {
  const byNumber = new Map(sketch.nodes.map((node) => [node.number, node]));
  const write = (node: Node, indent: string): string => {
    const by = node.kind === 'step' ? [...node.statements].filter((each) => !each.startsWith('note')) : [];
    const statements = [...node.statements].filter((each) => !by.includes(each));
    const title = node.title === undefined ? '' : ` "${node.title}"`;
    const said = [
      ...(node.former === undefined ? [] : [`previously ${node.former}`]),
      ...(node.sourceId === undefined ? [] : [`id "${node.sourceId}"`]),
      ...statements.map((statement) =>
        statement.replace(/#(\d+)/g, (_, number: string) => {
          const other = byNumber.get(Number(number));
          return other ? pathOfNode(other) : 'nobody';
        }),
      ),
    ].map((statement) => `${indent}  ${statement}\n`);
    const children = sketch.nodes
      .filter(({ parent }) => parent === node)
      .map((child) => write(child, `${indent}  `));
    const body = [...said, ...children].join('');
    return `${indent}${node.kind} ${node.name}${title}${body === '' ? '' : ` {\n${body}${indent}}`}\n`;
  };
  const texts: { [file: string]: string } = {};
  for (const [index, node] of sketch.nodes.filter(({ parent }) => !parent).entries()) {
    const file = `${'abcdefg'[index % files] ?? 'a'}.mktorg`;
    texts[file] = `${texts[file] ?? ''}${write(node, '')}`;
  }
  const lines = sketch.lines.map(
    ({ from, to, purpose }) => `${pathOfNode(from)} ..> ${pathOfNode(to)} "${purpose}"\n`,
  );
  texts['a.mktorg'] = `${texts['a.mktorg'] ?? ''}${lines.join('')}`;
  return texts;
}

const builds = [add, add, add, add, state, state, state, line] as const;
const edits = [add, state, state, line, remove, rename, move, move, shuffle, retitle] as const;

/** The texts of an organization, and those of the same one some edits later. */
export function pairOfTexts(): fc.Arbitrary<{
  readonly before: { readonly [file: string]: string };
  readonly after: { readonly [file: string]: string };
}> {
  const numbers = fc.array(fc.nat({ max: 5000 }), { minLength: 4, maxLength: 12 });
  return fc
    .tuple(
      fc.array(numbers, { minLength: 1, maxLength: 25 }),
      fc.array(numbers, { maxLength: 8 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([building, editing, files]) => {
      const sketch: Sketch = { nodes: [], lines: [] };
      const steer = (steps: readonly (readonly number[])[], kinds: typeof builds | typeof edits) => {
        for (const step of steps) {
          const dice = new Dice(step);
          dice.of<(sketch: Sketch, dice: Dice) => void>(kinds)?.(sketch, dice);
        }
      };
      steer(building, builds);
      const before = textsOf(sketch);
      steer(editing, edits);
      return { before, after: textsOf(sketch, files) };
    });
}
