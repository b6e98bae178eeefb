import {
  changeSlots,
  type ElementKind,
  lineEnds,
  type PhaseChange,
  type Property,
  properties,
  propertiesOf,
  scopeKinds,
  termOfKind,
} from '@mktorg/model';
import { isKind, kindOfBlock, partsAfter, type Statement } from '../../text/statements.ts';
import type { Token } from '../../text/tokens.ts';

/** Something that can stand where the cursor is. */
export type Expected =
  /** A new statement or element in a body of this kind; `undefined` at the top of a file. */
  | { readonly type: 'statement'; readonly kind: ElementKind | undefined }
  /** A change or a statement of a phase. */
  | { readonly type: 'changed-statement' }
  /** The words of a statement that a change takes back. */
  | { readonly type: 'taken' }
  | { readonly type: 'name'; readonly kinds: readonly ElementKind[] }
  | { readonly type: 'word'; readonly property: Property }
  | { readonly type: 'keyword'; readonly words: readonly string[] }
  | { readonly type: 'text'; readonly what: string }
  | { readonly type: 'rule' }
  | { readonly type: 'setting' }
  | { readonly type: 'severity' }
  | { readonly type: 'option'; readonly rule: string }
  | { readonly type: 'currency' }
  | { readonly type: 'period' }
  | { readonly type: 'moment' }
  | { readonly type: 'duration' }
  | { readonly type: 'time-unit' }
  | { readonly type: 'share' }
  | { readonly type: 'added' };

/** The property that a statement states on an element of the kind around it. */
function propertyOf(statement: Statement): Property | undefined {
  const { owner } = statement.block;
  if (owner?.head === 'change') return properties.find(({ keyword }) => keyword === statement.head);
  const kind = owner && kindOfBlock(statement.block);
  return kind && propertiesOf(kind).get(statement.head);
}

/** What must come next; `undefined` where the statement could end here. */
export function demandsOf(statement: Statement): readonly Expected[] | undefined {
  const { head, part } = statement;
  const last = statement.tokens.at(-1);
  const values = statement.tokens.slice(statement.partStart);
  const open = values.length === 0 || last?.text === ',' || last?.text === '+' || last?.text === '-';
  if (head === '..>') {
    const arrow = statement.tokens.some((token) => token.text === '..>');
    return open && arrow ? [{ type: 'name', kinds: lineEnds }] : undefined;
  }
  if (head === '-') return undefined;
  if (head === 'setting') return settingDemands(statement);
  if (head === 'add') return [{ type: 'added' }];
  if (head === 'step' || head === 'add step' || (head === 'change' && part !== ''))
    return open ? workDemands(statement) : timeUnit(part, values);
  if (head === 'remove' && last?.text === '..>') return [{ type: 'name', kinds: lineEnds }];
  const kind = kindOfHead(statement);
  if (kind) return open ? headerDemands(kind, statement) : undefined;
  if (isOperation(head)) return open ? operationDemands(head, part) : undefined;
  const seconds = secondWords(statement);
  if (seconds.length > 0)
    return [{ type: 'keyword', words: seconds }, ...(valuesOf(statement, values, open) ?? [])];
  return valuesOf(statement, values, open);
}

/** What goes on with `reports` and the like, where only the first word is there. */
function secondWords(statement: Statement): readonly string[] {
  if (statement.tokens.length > 1) return [];
  const kind = kindOfBlock(statement.block);
  const own = kind ? [...propertiesOf(kind).keys()] : properties.map(({ keyword }) => keyword);
  const first = `${statement.head} `;
  return [
    ...new Set(
      own.filter((keyword) => keyword.startsWith(first)).map((keyword) => keyword.slice(first.length)),
    ),
  ];
}

function valuesOf(
  statement: Statement,
  values: readonly Token[],
  open: boolean,
): readonly Expected[] | undefined {
  const property = propertyOf(statement);
  return property && valueDemands(property, statement.part, values, open);
}

/** The kind that a statement declares, unless its word states a property here, as `level` does on a role. */
function kindOfHead(statement: Statement): ElementKind | undefined {
  const head = statement.head.startsWith('add ') ? statement.head.slice(4) : statement.head;
  if (!isKind(head)) return undefined;
  return statement.head === head && propertyOf(statement) ? undefined : head;
}

function settingDemands(statement: Statement): readonly Expected[] | undefined {
  const { length } = statement.tokens;
  if (length === 3) return [{ type: 'severity' }];
  return statement.part === 'because' && length === statement.partStart
    ? [{ type: 'text', what: 'reason' }]
    : undefined;
}

/** How a step is done, and in a change what else a header says. */
function workDemands({ part }: Statement): readonly Expected[] | undefined {
  switch (part) {
    case 'to':
      return [{ type: 'name', kinds: ['process'] }];
    case 'after':
    case 'before':
      return [{ type: 'name', kinds: ['step'] }];
    case 'is':
      return [{ type: 'name', kinds: [...new Set(Object.values(termOfKind))] }];
    case 'as':
      return [{ type: 'name', kinds: ['form'] }];
    case 'in':
      return [{ type: 'name', kinds: scopeKinds }];
    default:
      return stepDemands(part);
  }
}

function stepDemands(part: string): readonly Expected[] | undefined {
  if (part === 'by' || part === 'via') {
    return [{ type: 'name', kinds: propertiesOf('step').get(part)?.slots['value'] ?? [] }];
  }
  return part === 'within' ? [{ type: 'duration' }] : part === '' ? [] : undefined;
}

function timeUnit(part: string, values: readonly Token[]): readonly Expected[] | undefined {
  return part === 'within' && values.length === 1 ? [{ type: 'time-unit' }] : undefined;
}

function headerDemands(kind: ElementKind, statement: Statement): readonly Expected[] {
  switch (statement.part) {
    case 'is': {
      const term = termOfKind[kind];
      return term ? [{ type: 'name', kinds: [term] }] : [];
    }
    case 'as':
      return [{ type: 'name', kinds: ['form'] }];
    case 'in':
      return [{ type: 'name', kinds: scopeKinds }];
    case 'from':
    case 'by':
      return kind === 'phase' ? [{ type: 'moment' }] : [];
    case 'to':
      if (statement.head.startsWith('add ')) return [{ type: 'name', kinds: changeSlots.add.target }];
      return kind === 'phase' ? [{ type: 'moment' }] : [];
    default:
      // Here a new name is written.
      return [];
  }
}

function isOperation(head: string): head is PhaseChange['type'] {
  return head !== 'add' && Object.hasOwn(changeSlots, head);
}

function operationDemands(type: PhaseChange['type'], part: string): readonly Expected[] {
  if (part === '') return [{ type: 'name', kinds: changeSlots[type].what }];
  if (part === 'because') return [{ type: 'text', what: 'reason' }];
  if (part === 'after' || part === 'before') return [{ type: 'name', kinds: ['step'] }];
  if (part === 'replaced') return [{ type: 'keyword', words: ['by'] }];
  return [{ type: 'name', kinds: changeSlots[type].target }];
}

function valueDemands(
  property: Property,
  part: string,
  values: readonly Token[],
  open: boolean,
): readonly Expected[] | undefined {
  const { type, slots } = property;
  const names = (slot: string): readonly Expected[] => [{ type: 'name', kinds: slots[slot] ?? [] }];
  const [first, second] = values;
  switch (type) {
    case 'money':
      if (part === 'per') return open ? [{ type: 'period' }] : undefined;
      return first === undefined ? [] : second === undefined ? [{ type: 'currency' }] : undefined;
    case 'moment':
      return open ? [{ type: 'moment' }] : undefined;
    case 'interim':
      return part === 'until' && open ? [{ type: 'moment' }] : undefined;
    case 'flag':
    case 'number':
      return open && type === 'number' ? [] : undefined;
  }
  if (!open) return undefined;
  switch (type) {
    case 'ref':
      return names('value');
    case 'word':
    case 'transition':
      return [{ type: 'word', property }];
    case 'text':
    case 'link':
      return [{ type: 'text', what: property.keyword }];
    case 'measure':
      return part === ''
        ? [{ type: 'text', what: property.keyword }]
        : part === 'by'
          ? [{ type: 'moment' }]
          : [];
    case 'responsibility':
      if (part === 'because') return [{ type: 'text', what: 'reason' }];
      return names(part === 'to' ? 'activities' : part === 'with' ? 'with' : 'capabilities');
    case 'use':
      return part === 'for' ? [{ type: 'text', what: 'purpose' }] : names('value');
    case 'holder':
    case 'intake':
      return [...names('value'), { type: 'text', what: type === 'holder' ? 'name' : 'channel' }];
    case 'member':
      return part === 'at' && values.length === 0 ? [{ type: 'share' }] : names('value');
    case 'personal-data':
      return part === 'under' ? names('value') : undefined;
    case 'weighed':
      if (part === 'accepted' || part === 'mitigated')
        return [{ type: 'keyword', words: [part === 'accepted' ? 'because' : 'by'] }];
      return [{ type: 'text', what: part === '' ? property.keyword : 'answer' }];
    case 'allow':
      return part === 'because' ? [{ type: 'text', what: 'reason' }] : [{ type: 'rule' }];
  }
}

/** What a statement that could end here can go on with. */
export function following(statement: Statement): readonly Expected[] {
  const words = partsAfter(statement).filter((word) => suits(statement, word));
  const expected: Expected[] = words.length > 0 ? [{ type: 'keyword', words }] : [];
  const [last] = statement.tokens.slice(-1);
  const titled = kindOfHead(statement) ?? (statement.head.endsWith('step') ? 'step' : undefined);
  if (statement.head === 'change' && last?.type === 'name' && statement.part === '')
    expected.unshift({ type: 'text', what: 'title' });
  if (titled && last?.type === 'name' && statement.part === '')
    expected.unshift({ type: 'text', what: 'title' });
  if (statement.head === '..>' && last?.type === 'name') expected.unshift({ type: 'text', what: 'purpose' });
  return expected;
}

/** Of the parts that the grammar reads, those that mean something on this element. */
function suits(statement: Statement, word: string): boolean {
  const kind = kindOfHead(statement);
  if (kind === 'step') return true;
  if (!kind) {
    if (statement.head === 'retire' && word === 'by') return false;
    if (
      (statement.head === 'trade-off' || statement.head === 'risk') &&
      word !== 'accepted' &&
      word !== 'mitigated'
    )
      return false;
    return true;
  }
  switch (word) {
    case 'is':
      return termOfKind[kind] !== undefined;
    case 'as':
      return kind === 'team' || kind === 'committee' || kind === 'initiative';
    case 'from':
      return kind === 'phase' || kind === 'objective';
    case 'to':
      return statement.part === 'from' || statement.head.startsWith('add ');
    case 'by':
      return kind === 'objective' && statement.part === 'to';
    default:
      return true;
  }
}
